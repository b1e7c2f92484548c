import MendCore

/// A day or a time as people say it. A year is told wherever it is not this one.
public enum DatePhrase: Phrase {
    /// `Monday 5 January 2026`
    case day(LocalDay, DateStyle)
    /// `Mon 5 January`, `Mon 12 June 2023`
    case shortDay(LocalDay, DateContext)
    /// `January 2026`, of a day in it.
    case month(LocalDay)
    /// `Jan`
    case monthAlone(LocalDay)
    /// `17:40`
    case clock(Instant, DateContext)
    /// The same of a time of any day.
    case time(LocalTime, DateStyle)
    /// `Mon 5 January, 17:40`, `Mon 12 June 2023, 17:40`
    case moment(Instant, DateContext)
    /// A day as it is told on another: `today`, `Monday`, `5 January`, `5 January 2025`.
    case near(LocalDay, DateContext)
    /// The same with the clock: `today 17:30`, `Monday 17:30`, `Mon 12 January, 17:30`.
    case nearMoment(Instant, DateContext)
}
