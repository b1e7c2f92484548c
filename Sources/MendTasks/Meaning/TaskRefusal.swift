/// Why what a client wrote is not taken. Nothing has changed then.
public enum TaskRefusal: Error, Equatable, Sendable {
    /// The file cannot be read.
    case notACalendar
    case tooLarge
    /// It holds something else than a task.
    case notATask
    /// It holds none or several, has no UID, or is a message of another kind.
    case notOneTask
    /// Its time is beyond what can be written down.
    case tooFar
    /// A task with its UID stands at another address.
    case uidIsTaken(href: String)
    /// The title begins two names.
    case fitsTwo
    /// A list takes no more tasks of its owner's own.
    case full
    /// The journal cannot take it: what it means contradicts what is there.
    case contradiction
    /// It was changed since, or is there, or is not there (RFC 9110 §13.1).
    case changedSince
    case notThere
}
