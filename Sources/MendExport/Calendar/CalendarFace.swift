import MendCore
import MendText

/// A calendar's name and colour. In discreet editions neither tells what is in it.
struct CalendarFace {
    let name: String
    /// A CSS3 name (RFC 7986 §5.9).
    let color: String
    /// The same as `#RRGGBB`.
    let appleColor: String

    init(edition: Edition, only: Subscription.Scope?, words: Catalogue) {
        name = words.text(edition == .open ? ExportPhrase.calendar(only) : .discreetCalendar(only))
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
