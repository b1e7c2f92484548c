import MendCore
import MendText

extension DateContext {
    /// As days and times are read here: by the household's country, else by the locale of whoever runs the program.
    static func here(_ household: Household, now: Instant) -> DateContext {
        DateContext(household, now: now, locale: Environment.timeLocale)
    }
}
