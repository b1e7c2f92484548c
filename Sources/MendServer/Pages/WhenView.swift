import Foundation
import MendText

/// The part of a form that asks when something happened: a while ago, or at a time.
struct WhenView: Sendable {
    let ago: [OptionView]
    let at: String

    init(_ form: Form, _ catalogue: Catalogue) {
        let chosen = form.whole("ago")
        ago = ChoicePhrase.Ago.allCases.map { ago in
            let value = Self.value(of: ago)
            return OptionView(value, catalogue.text(ChoicePhrase.ago(ago)), chosen: value == chosen)
        }
        at = form.whole("at")
    }

    /// As `Parsing` reads it; empty: now.
    private static func value(of ago: ChoicePhrase.Ago) -> String {
        switch ago {
        case .now: ""
        case .tenMinutes: "10m ago"
        case .halfAnHour: "30m ago"
        case .anHour: "1h ago"
        case .threeHours: "3h ago"
        }
    }

    /// What was chosen, as `Parsing` reads times; nil: now.
    static func text(_ form: Form) -> String? {
        if let at = form["at"] { return at.replacingOccurrences(of: "T", with: " ") }
        return form["ago"]
    }
}
