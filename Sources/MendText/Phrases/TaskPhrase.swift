import MendCore

/// What stands in a list of tasks, and the words in it that mend understands.
public enum TaskPhrase: Phrase {
    /// The name of the list; of a discreet one it tells nothing.
    case listName(isOpen: Bool)
    /// The title of a task with somebody for whom nothing together is to come just now.
    case stillOpen(with: String)
    /// Below the words of a task: what can be done with it.
    case howToAnswer
    /// Words that name a kind in a title, with commas between.
    case kindWords(Rupture.Kind)
    /// Words that name an outcome at the beginning of notes, with commas between; empty: none do.
    case outcomeWords(Attempt.Outcome)
}
