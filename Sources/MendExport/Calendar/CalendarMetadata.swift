import MendCore

/// A calendar's name and colour. In discreet editions neither tells what is in it.
struct CalendarMetadata {
    /// What clients show as the calendar's name.
    let name: String
    /// A CSS3 name (RFC 7986 §5.9).
    let color: String
    /// The same as `#RRGGBB`.
    let appleColor: String

    /// - Parameter scope: what the calendar holds; nil for everything.
    init(edition: Edition, scope: Subscription.Scope?) {
        switch (edition, scope) {
        case (.open, nil): (name, color, appleColor) = ("mend", "seagreen", "#2E8B57")
        case (.open, .prompts): (name, color, appleColor) = ("mend: prompts", "steelblue", "#4682B4")
        case (.open, .repairs): (name, color, appleColor) = ("mend: repairs", "chocolate", "#D2691E")
        case (.open, .reflections): (name, color, appleColor) = ("mend: reflections", "mediumpurple", "#9370DB")
        case (.discreet, let scope):
            name = Self.neutralName(of: scope)
            (color, appleColor) = ("slategray", "#708090")
        }
    }

    private static func neutralName(of scope: Subscription.Scope?) -> String {
        switch scope {
        case nil: "Reminders"
        case .prompts: "Reminders 1"
        case .repairs: "Reminders 2"
        case .reflections: "Reminders 3"
        }
    }
}
