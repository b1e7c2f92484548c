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
    /// No phone is behind the channel, or its push service says that it is gone.
    case noPhone
    /// The phone's address is not that of a push service that is known, or leads into a private network.
    case strangePushService
    /// The push service has refused, with its status.
    case pushRefused(Int)
    /// The push service asks for patience, or could not be reached.
    /// - Parameter seconds: until the next try.
    case pushLater(seconds: Int)
}
