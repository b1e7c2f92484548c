import MendCore
import MendText

/// A calendar's name and colour. In discreet editions neither tells what is in it.
struct CalendarMetadata {
    /// What clients show as the calendar's name.
    let name: String
    /// A CSS3 name (RFC 7986 §5.9).
    let color: String
    /// The same as `#RRGGBB`.
    let appleColor: String

    /// - Parameter scope: what the calendar holds; nil for everything.
    init(edition: Edition, scope: Subscription.Scope?, catalogue: Catalogue) {
        name = catalogue.text(edition == .open ? ExportPhrase.calendar(scope) : .discreetCalendar(scope))
        (color, appleColor) =
            switch (edition, scope) {
            case (.open, nil): ("seagreen", "#2E8B57")
            case (.open, .prompts): ("steelblue", "#4682B4")
            case (.open, .repairs): ("chocolate", "#D2691E")
            case (.open, .reflections): ("mediumpurple", "#9370DB")
            case (.discreet, _): ("slategray", "#708090")
            }
    }
}
