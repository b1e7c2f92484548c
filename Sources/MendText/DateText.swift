import MendCore

/// Days and times in a language, on the clock of a zone.
public struct DateText: Sendable {
    private let zone: Zone
    private let words: Catalogue

    public init(zone: Zone, words: Catalogue) {
        self.zone = zone
        self.words = words
    }

    /// `Monday 5 January 2026`
    public func day(_ day: LocalDay) -> String {
        words.text(DatePhrase.day(day))
    }

    /// `January 2026`, of a day in it.
    public func month(_ day: LocalDay) -> String {
        words.text(DatePhrase.month(day))
    }

    /// `Mon 5 January, 17:40`
    public func moment(_ instant: Instant) -> String {
        words.text(DatePhrase.moment(instant, zone))
    }

    /// `17:40`, in every language.
    public func clock(_ instant: Instant) -> String {
        AgendaText(zone: zone).clock(instant)
    }
}
