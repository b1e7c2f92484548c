import MendCore

/// What the program asks on a terminal when something was not given.
public enum QuestionPhrase: Phrase {
    // init
    /// - Parameter offered: the zone of the machine, which an empty answer takes; nil: none is offered.
    case zone(offered: String?)
    /// The countries of which support lines are known.
    case country(known: [String])

    // rupture, attempt, checkin
    case withWhom
    case whatHappened
    case whenWasIt
    case howDidItGo
    /// - Parameter with: a name; nil: the caregiver's own.
    case thermometer(with: String?)
    /// Of what happened months ago, by its day.
    case isItThatLongAgo(DatePhrase)

    // The asker
    /// One of several that can be chosen: its number, the word by which it can be given, and what it means.
    case choice(Int, word: String, ChoicePhrase)
    /// Somebody who can be chosen.
    case name(Int, String)
    /// Behind a list.
    case numberOrWord, numberOrName
    case noSuchChoice
}
