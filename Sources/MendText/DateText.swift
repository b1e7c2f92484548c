import MendCore

/// Days and times in a language, on the clock of a zone.
public struct DateText: Sendable {
    private let zone: Zone
    private let catalogue: Catalogue

    public init(zone: Zone, catalogue: Catalogue) {
        self.zone = zone
        self.catalogue = catalogue
    }

    /// `Monday 5 January 2026`
    public func day(_ day: LocalDay) -> String {
        catalogue.text(DatePhrase.day(day))
    }

    /// `January 2026`, of a day in it.
    public func month(_ day: LocalDay) -> String {
        catalogue.text(DatePhrase.month(day))
    }

    /// `Mon 5 January, 17:40`
    public func moment(_ instant: Instant) -> String {
        catalogue.text(DatePhrase.moment(instant, zone))
    }

    /// `17:40`, in every language.
    public func clock(_ instant: Instant) -> String {
        AgendaText(zone: zone).clock(instant)
    }
}
