/// What stands on a notice beside the reminder itself.
public enum PushPhrase: Phrase {
    /// Buttons of a notice that shows what it is about.
    case mended, notNow, words
    /// The same buttons where nobody shall see what it is about.
    case done, later, open
}
