import MendCore

/// What `mend explain` says beside why an item stands where it stands.
public enum ExplainPhrase: Phrase {
    /// Above what happened, in order of time.
    case soFar
    case happened(DatePhrase, NamePhrase)
    case came(DatePhrase, ChoicePhrase)
    /// An attempt.
    case answered(DatePhrase, Attempt.Outcome)

    // Nothing comes of a rupture, by its id.
    case mended(String), letGo(String)
    /// The weekly reflection mentions it, unless reminders ended before it came to rest.
    case atRest(String, isMentioned: Bool)
    case toBeginAgain(String)
    /// - Parameter with: a name.
    case toBeginPerson(with: String)

    // What would bring it earlier.
    /// A pause is on; with nil it is the household's.
    case pauseHolds(until: DatePhrase, with: String?)
    /// A red thermometer held it.
    case redHolds(with: String)
    /// Other times of the caregiver's, or of a person's by name.
    case otherTimes(own: Bool, with: String?)
    case needNotWait(with: String)

    // What ends it.
    /// - Parameter ruptures: ids, at least one.
    case endsWhenMended(ruptures: [String])
    case endsWithoutAnswer
    /// Of the plan's own items.
    case asksForNoAnswer
    case birthdaysEnd(with: String)
    case checkInsEnd
}
