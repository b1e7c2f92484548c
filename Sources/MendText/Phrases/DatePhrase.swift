import MendCore

/// A day or a time as people say it.
public enum DatePhrase: Phrase {
    /// `Monday 5 January 2026`
    case day(LocalDay)
    /// `January 2026`, of a day in it.
    case month(LocalDay)
    /// `Mon 5 January, 17:40`, on the clock of a zone.
    case moment(Instant, Zone)
}
