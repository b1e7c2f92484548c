import HTTPTypes
import MendCore
import MendText
import NIOHTTP1

/// Why a request cannot be answered as asked, with its status and its words.
enum PageError: Error, Equatable {
    case notFound
    case methodNotAllowed([HTTPRequest.Method])
    case tooLarge
    case tooSlow
    case notAForm
    case brokenForm
    case otherHost
    case otherOrigin
    /// The form was made before somebody signed in anew, and is not kept.
    case oldForm
    /// It is the caregiver's, and the second adult asks for it.
    case caregivers
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
        // The connection has answered by itself; see `ConnectionGuard`.
        case is HTTPParserError: self = .brokenForm
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
        case .otherOrigin, .oldForm, .caregivers: .forbidden
        case .busy: .serviceUnavailable
        case .tooManyTries: .tooManyRequests
        case .fault: .internalServerError
        }
    }

    /// The heading of its page.
    var title: PageErrorPhrase {
        switch self {
        case .notFound: .nothingHere
        case .methodNotAllowed, .notAForm, .brokenForm, .otherOrigin, .oldForm: .didNotComeThrough
        case .tooLarge: .isTooLong
        case .tooSlow: .tookTooLong
        case .otherHost: .otherAddress
        case .caregivers: .isTheCaregivers
        case .busy: .oneMoment
        case .tooManyTries: .shortPause
        case .fault: .wentWrong
        }
    }

    /// What a person can do.
    var text: PageErrorPhrase {
        switch self {
        case .notFound: .noSuchPage
        case .methodNotAllowed: .methodNotTaken
        case .tooLarge: .shorten
        case .tooSlow: .tooSlow
        case .notAForm: .notOurForm
        case .brokenForm: .damagedForm
        case .otherHost: .otherName
        case .otherOrigin: .otherSite
        case .oldForm: .oldPage
        case .caregivers: .caregiversSet
        case .busy: .journalIsBusy
        case .tooManyTries(let seconds): .tooManyTries(seconds: seconds)
        case .fault: .notWrittenDown
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
}
