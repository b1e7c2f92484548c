import HTTPTypes
import MendCore

/// Why a request cannot be answered as asked, with its status and what a person can do.
enum PageError: Error, Equatable {
    case notFound
    case methodNotAllowed([HTTPRequest.Method])
    case tooLarge
    case tooSlow
    case notAForm
    case brokenForm
    case otherHost
    case otherOrigin
    /// The journal is locked.
    case busy
    case tooManyTries(seconds: Int)
    /// Anything else: a mistake of ours, or of the machine.
    case fault

    init(_ error: any Error) {
        switch error {
        case let error as PageError: self = error
        case let error as any JournalFailure where error.isPassing: self = .busy
        case RecordFault.noRupture: self = .notFound
        default: self = .fault
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .tooLarge: .contentTooLarge
        case .tooSlow: .requestTimeout
        case .notAForm: .unsupportedMediaType
        case .brokenForm: .badRequest
        case .otherHost: .misdirectedRequest
        case .otherOrigin: .forbidden
        case .busy: .serviceUnavailable
        case .tooManyTries: .tooManyRequests
        case .fault: .internalServerError
        }
    }

    var title: String {
        switch self {
        case .notFound: "Nothing here"
        case .methodNotAllowed, .notAForm, .brokenForm, .otherOrigin: "That did not come through"
        case .tooLarge: "That is too long to send at once"
        case .tooSlow: "That took too long"
        case .otherHost: "Another address"
        case .busy: "One moment"
        case .tooManyTries: "A short pause"
        case .fault: "Something went wrong inside mend"
        }
    }

    var text: String {
        switch self {
        case .notFound:
            "There is no page at this address. It may have been mistyped, or what it showed is no longer there."
        case .methodNotAllowed: "This address does not take that kind of request. Nothing was changed."
        case .tooLarge:
            "Nothing was written down. Go back with your browser: your words should still be there. Shorten them, or send them in parts."
        case .tooSlow:
            "The connection was too slow, and nothing was written down. Go back with your browser and send it again."
        case .notAForm: "mend takes forms from its own pages only. Nothing was changed."
        case .brokenForm:
            "The form arrived damaged, so nothing was written down. Go back with your browser and send it again."
        case .otherHost:
            "mend does not answer under this name. Open it under the address that it printed when it was started."
        case .otherOrigin: "That form came from another site, so nothing was written down. Open mend and try there."
        case .busy: "Something else is writing to your journal just now. Nothing is lost: try again in a moment."
        case .tooManyTries(let seconds):
            "There were several tries with another passphrase. Wait \(Self.duration(seconds)) and try again."
        case .fault: "Nothing was written down. Try again; if it stays, the terminal where mend runs may say more."
        }
    }

    var headers: HTTPFields {
        switch self {
        case .methodNotAllowed(let methods): [.allow: methods.map(\.rawValue).joined(separator: ", ")]
        case .busy: [.retryAfter: "10"]
        case .tooManyTries(let seconds): [.retryAfter: String(seconds)]
        case .tooSlow, .tooLarge: [.connection: "close"]
        default: [:]
        }
    }

    private static func duration(_ seconds: Int) -> String {
        seconds < 90 ? "\(seconds) seconds" : "\((seconds + 59) / 60) minutes"
    }
}
