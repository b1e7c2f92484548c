import MendCore

/// What is said of items beside their own words, and of how a rupture stands.
public enum AgendaPhrase: Phrase {
    /// A title with its length in minutes.
    case lasting(String, minutes: Int)
    /// The length and the kind of an item, behind its title in a list.
    case inParentheses(minutes: Int, ChoicePhrase)
    /// What comes next, and when.
    case next(DatePhrase, ChoicePhrase)
    case atRest
    /// A pause holds it until then; what comes after it.
    case onHold(DatePhrase, then: (DatePhrase, ChoicePhrase)?)
    /// Nothing was found for the next step within some days, read on a surface.
    case noPlace(days: Int, on: Surface)

    /// What an item counts from.
    case countsFrom(DatePhrase)
    /// A rule that moved it there, or left it where it was.
    case because(ReasonPhrase, DatePhrase, hasMoved: Bool)
    /// A rule that leaves no room before a day.
    case becauseNotBefore(ReasonPhrase, DatePhrase)

    /// The first and the last day of some items, and whom they are with.
    case span(DatePhrase, DatePhrase, with: [String])
    /// How long an item takes and what it is for.
    case purpose(Item.Kind, with: [String], minutes: Int)
    case whatMendIs
}
