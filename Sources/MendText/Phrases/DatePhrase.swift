import MendCore

/// A day or a time as people say it.
public enum DatePhrase: Phrase {
    /// `Monday 5 January 2026`
    case day(LocalDay)
    /// `January 2026`, of a day in it.
    case month(LocalDay)
    /// `Mon 5 January, 17:40`, on the clock of a zone.
    case moment(Instant, Zone)
    /// A day as it is told on another: `today`, `Monday`, `5 January`, `5 January 2025`.
    case near(LocalDay, today: LocalDay)
    /// The same with the clock: `today 17:30`, `Monday 17:30`, `Mon 12 January, 17:30`.
    case nearMoment(Instant, Zone, today: LocalDay)
}
