import MendCore

/// Agenda items as text for a terminal or the body of a mail, 80 columns wide unless told.
public struct AgendaText {
    private let dates: DateContext
    private let width: Int
    private let catalogue: Catalogue

    public init(dates: DateContext, width: Int = 80, in catalogue: Catalogue = .english) {
        self.dates = dates
        self.width = width
        self.catalogue = catalogue
    }

    /// The days of a week, in the household's order.
    public var week: [Weekday] { dates.style.week }

    /// A list by day: a heading for each, then one line an item.
    public func list(_ items: [Item]) -> String {
        var text = ""
        var heading: LocalDay?
        for item in items {
            let day = dates.zone.day(of: item.start)
            if day != heading {
                text += (heading == nil ? "" : "\n") + dayName(day) + "\n"
                heading = day
            }
            text += fitted(listLine(item)) + "\n"
        }
        return text
    }

    /// Each item with its title, what it says, and how long it takes. Items of other days are told with their day.
    public func pages(_ items: [Item]) -> String {
        items.map(page).joined(separator: "\n")
    }

    public func page(_ item: Item) -> String {
        let heading =
            "\(clockOrMoment(item.start))  " + catalogue.text(AgendaPhrase.lasting(item.title, minutes: item.minutes))
        return TextLayout.wrap(heading, width: width) + "\n" + TextLayout.wrap(item.text, width: width, indent: 2)
            + "\n"
    }

    /// `Monday 5 January 2026`
    public func dayName(_ day: LocalDay) -> String {
        catalogue.text(DatePhrase.day(day, dates.style))
    }

    /// `January 2026`
    package func monthName(_ day: LocalDay) -> String {
        catalogue.text(DatePhrase.month(day))
    }

    /// `Mon 5 January, 17:40`
    public func moment(_ instant: Instant) -> String {
        catalogue.text(DatePhrase.moment(instant, dates))
    }

    /// `17:40`
    public func clock(_ instant: Instant) -> String {
        catalogue.text(DatePhrase.clock(instant, dates))
    }

    /// `17:40` of today, `Mon 5 January, 17:40` of another day.
    public func clockOrMoment(_ instant: Instant) -> String {
        dates.zone.day(of: instant) == dates.today ? clock(instant) : moment(instant)
    }

    /// A line of a list that is too wide goes on below its title.
    public func fitted(_ line: String) -> String {
        guard TextLayout.columns(line) > width else { return line }
        let title = clockColumns + 4
        let rest = TextLayout.wrap(String(line.dropFirst(title)), width: width, indent: title)
        return String(line.prefix(title) + rest.dropFirst(title))
    }

    /// `  17:40  A small way back · Ada  (10 min, try again)`
    public func listLine(_ item: Item) -> String {
        let clock = clock(item.start)
        let margin = String(repeating: " ", count: 2 + max(clockColumns - TextLayout.columns(clock), 0))
        let start = "\(margin)\(clock)  \(item.title)"
        return start + "  " + catalogue.text(AgendaPhrase.inParentheses(minutes: item.minutes, .item(item.kind)))
    }

    /// How wide the column of the clock is in a list.
    private var clockColumns: Int {
        switch dates.style {
        case .dayFirst: 5
        case .monthFirst: 8
        }
    }

    /// A word for what an item is.
    public func name(of kind: Item.Kind) -> String {
        catalogue.text(NamePhrase.item(kind))
    }
}
