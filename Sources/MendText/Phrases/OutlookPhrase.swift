import MendCore

/// How things stand with somebody.
public enum OutlookPhrase: Phrase {
    /// - Parameter kinds: of what is open, the newest first.
    case open(with: String, since: DatePhrase, kinds: [Rupture.Kind])
    /// Nothing else is open with them.
    case resting(with: String, kinds: [Rupture.Kind])
    /// Beside something that is open.
    case alsoResting(kinds: [Rupture.Kind])
    case next(DatePhrase)
    case paused(until: DatePhrase, then: DatePhrase?)
    /// Nothing was found for the next step, and what stood in the way.
    case noPlace(NoPlace, with: String, on: Surface)
    /// Nothing is open with somebody, or reminders with them have ended.
    case nothingOpen(with: String), ended(with: String)
}
