import Foundation

/// The part of a form that asks when something happened: a while ago, or at a time.
struct WhenView: Sendable {
    let ago: [OptionView]
    let at: String

    init(_ form: Form) {
        let chosen = form.whole("ago")
        ago = [
            ("", "Just now"), ("10m ago", "10 minutes ago"), ("30m ago", "Half an hour ago"), ("1h ago", "An hour ago"),
            ("3h ago", "3 hours ago"),
        ]
        .map { OptionView($0.0, $0.1, chosen: $0.0 == chosen) }
        at = form.whole("at")
    }

    /// What was chosen, as `Parsing` reads times; nil: now.
    static func text(_ form: Form) -> String? {
        if let at = form["at"] { return at.replacingOccurrences(of: "T", with: " ") }
        return form["ago"]
    }
}
