import MendCore

/// What the verbs of every day say: today, rupture, attempt, checkin, calm, guide, open.
public enum DailyPhrase: Phrase {
    // today
    /// Above reminders to come back.
    case comingBack
    /// - Parameter with: a name.
    case wordsFor(with: String)
    /// In its place where there are none to say.
    case guideFor(with: String)
    case nothingDue

    // rupture
    case recorded(rupture: String)
    /// What was understood: with whom, what, and when.
    case understood(with: String, NamePhrase, DatePhrase)
    /// It was meant otherwise.
    case nothingRecorded
    case firstReminder(DatePhrase, ChoicePhrase)
    case wordsToSay(rupture: String)
    /// In its place where there are none to say: after being frightened by an adult.
    case guideWithoutWords(rupture: String)
    /// How to stop what comes, where nobody owes another try.
    case lettingGo(rupture: String)

    // attempt
    case attempted(Attempt.Outcome)
    /// When it was, where that was told.
    case attemptedAt(DatePhrase)
    case laterAttempt
    /// What is still open with somebody once one thing is closed, the newest first and never none.
    case stillOpen(with: String, [Rupture])
    /// A reply to a no, in the plan's words.
    case reply(String)

    // checkin
    case checkedIn
    /// Whose thermometer, where it stood, and when; nil: the caregiver's own.
    case stood(FeelingZone, name: String?, DatePhrase)
    /// Above a practice, where the thermometer is somebody else's.
    case youFirst(name: String)

    // calm
    case practices
    case signs
    case tools
    /// Above the tools that were chosen for somebody's Safe Place.
    /// - Parameters:
    ///   - named: the family's own name for it; nil: it has none.
    ///   - of: a name; nil: the caregiver.
    case chosenTools(named: String?, of: String?)
    case safePlace
    case safePlaceText
    case moreCalm

    // guide
    case repair(with: String, DatePhrase, rupture: String)
    /// That there is more of a guide than was shown.
    case moreOfTheGuide(rupture: String)

    // open
    case nothingOpen
    case openRupture(String, NamePhrase, DatePhrase)

    // pause, resume
    /// - Parameter with: a name; nil: the whole household.
    case paused(with: String?, until: DatePhrase)
    case resumed(with: String?, wasPaused: Bool)
    case householdStaysPaused(until: DatePhrase)

    /// Before a note is typed on a terminal.
    case typeTheNote
}
