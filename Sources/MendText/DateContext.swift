import MendCore

/// From where dates and times are told: on the clock of a zone, seen from a day, in the style of a country.
public struct DateContext: Sendable {
    public let zone: Zone
    /// A year is told where it is not that of this day.
    public let today: LocalDay
    public let style: DateStyle

    public init(zone: Zone, today: LocalDay, style: DateStyle = .dayFirst) {
        self.zone = zone
        self.today = today
        self.style = style
    }

    /// As a household reads it.
    /// - Parameter locale: of whoever reads it, for a household that has told no country; nil where that is not known.
    public init(_ household: Household, now: Instant, locale: String? = nil) {
        self.init(
            zone: household.zone, today: household.zone.day(of: now),
            style: DateStyle(country: household.country, locale: locale))
    }
}
