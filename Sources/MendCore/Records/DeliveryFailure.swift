/// Why a channel has not taken what was due. Nothing of it counts as sent. `DeliveryFailurePhrase` in MendText has the words.
public enum DeliveryFailure: Error, Equatable, Sendable {
    /// No program takes mails.
    case noMailProgram
    /// The channel's mail address cannot be handed to a program.
    case noMailAddress
    /// The channel's program cannot be started.
    /// - Parameter reason: the system's words for it.
    case cannotStart(reason: String)
    /// There is no memory for what the channel's program would read.
    case noMemory
    /// The channel's program ended with a status other than 0.
    case exited(Int)
    /// The channel's program was ended by a signal.
    case signalled(Int)
    /// The channel's program was ended after this time.
    case tookTooLong(Duration)
    /// The household's directory takes no file.
    /// - Parameter reason: the system's words for it.
    case cannotKeep(path: String, reason: String)
    /// Another run of the channel is under way.
    case busy
}
