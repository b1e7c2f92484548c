/// Why a channel has not taken what was due. Nothing of it counts as sent.
public enum DeliveryFailure: Error, Equatable {
    /// No program takes mails.
    case noMailProgram
    case noMailAddress
    case cannotStart(String)
    case exited(Int)
    case signalled(Int)
    case tookTooLong(Duration)
    /// The household's directory takes no file.
    case cannotKeep(path: String, reason: String)
    /// Another run of the channel is under way.
    case busy
}

extension DeliveryFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noMailProgram:
            "no program takes mails here; install one such as msmtp-mta, or name one in MEND_SENDMAIL"
        case .noMailAddress: "its mail address cannot be used; remove the channel and add it again"
        case .cannotStart(let reason): "its program cannot be started (\(reason))"
        case .exited(let code): "its program ended with status \(code)"
        case .signalled(let signal): "its program was ended by signal \(signal)"
        case .tookTooLong(let limit):
            "its program was not ready after \(limit.components.seconds) seconds, and was ended"
        case .cannotKeep(let path, let reason): "\(path): cannot be written (\(reason))"
        case .busy: "another run of it is under way"
        }
    }
}
