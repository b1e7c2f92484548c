import MendCore
import MendText

/// The part of a form that asks how long a pause lasts: until the beginning of a day, near or in a grid of two months, or until a
/// time.
struct UntilView: Sendable {
    let days: [OptionView]
    let months: [MonthView]
    /// Whether a day of the grid was chosen, or a time.
    let isOpen: Bool
    let at: String

    init(_ form: Form, _ household: CurrentHousehold) {
        let chosen = form.whole("until")
        days = ChoicePhrase.Until.allCases.map { until in
            OptionView(Self.value(of: until), household.text(ChoicePhrase.until(until)))
        }
        months = MonthView.all(
            household, .chooses(field: "until"), chosen: [chosen], open: (household.today + 1)...)
        at = form.whole("until-at")
        isOpen = LocalDay(chosen) != nil || !at.isEmpty
    }

    /// As `Parsing` reads it.
    private static func value(of until: ChoicePhrase.Until) -> String {
        switch until {
        case .tomorrow: "tomorrow"
        case .threeDays: "+3d"
        case .aWeek: "+7d"
        case .twoWeeks: "+14d"
        }
    }

    /// What was chosen, as `Parsing` reads times to come; nil: nothing was.
    static func text(_ form: Form, now: Instant) -> String? {
        if let at = form["until-at"] { return at.replacing("T", with: " ") }
        switch form["until"] {
        case WaitView.hour: return TimeText.utc(now + 1.hours)
        case WaitView.tonight: return "today \(WaitView.evening)"
        case let other: return other
        }
    }
}
