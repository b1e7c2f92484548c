import MendCore

/// A calendar's name and colour. In discreet editions neither tells what is in it.
struct CalendarFace {
    let name: String
    /// A CSS3 name (RFC 7986 §5.9).
    let color: String
    /// The same as `#RRGGBB`.
    let appleColor: String

    init(edition: Edition, only: Subscription.Scope?) {
        let prefix = edition == .open ? "mend" : "Reminders"
        switch (edition, only) {
        case (_, nil): name = prefix
        case (.open, .prompts): name = "\(prefix): prompts"
        case (.open, .repairs): name = "\(prefix): repairs"
        case (.open, .reflections): name = "\(prefix): reflections"
        case (.discreet, .prompts): name = "\(prefix) 1"
        case (.discreet, .repairs): name = "\(prefix) 2"
        case (.discreet, .reflections): name = "\(prefix) 3"
        }
        (color, appleColor) =
            switch (edition, only) {
            case (.discreet, _): ("slategray", "#708090")
            case (.open, nil): ("seagreen", "#2E8B57")
            case (.open, .prompts): ("steelblue", "#4682B4")
            case (.open, .repairs): ("chocolate", "#D2691E")
            case (.open, .reflections): ("mediumpurple", "#9370DB")
            }
    }
}
