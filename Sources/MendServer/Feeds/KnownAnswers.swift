import Crypto
import HTTPTypes
import MendCore
import NIOCore
import Synchronization

/// Answers that were given to calendar programs and feed readers, as long as they hold: most polls find nothing new.
///
/// All belong to one state of the journal. Addresses are kept as their hash alone.
final class KnownAnswers: Sendable {
    private let setup: ServerSetup
    private let state = Mutex(State())

    private struct State {
        var validity: Snapshot.Validity?
        var answers: [SHA256Digest: FeedAnswer] = [:]
        var bytes = 0
    }

    init(_ setup: ServerSetup) {
        self.setup = setup
    }

    /// - Parameter request: which got this answer.
    func keep(_ answer: FeedAnswer, for request: HTTPRequest, while validity: Snapshot.Validity) {
        guard let key = Self.key(of: request) else { return }
        state.withLock { state in
            if state.validity != validity { state = State(validity: validity) }
            guard state.answers[key] == nil, state.bytes + answer.size <= Renderings.mostBytes else { return }
            state.answers[key] = answer
            state.bytes += answer.size
        }
    }

    /// - Returns: nil for what has to be looked into.
    func answer(to request: HTTPRequest) -> (head: HTTPResponse, body: ByteBuffer?)? {
        guard request.method == .get, request.headerFields[.connection]?.lowercased() != "close",
            setup.origin.accepts(host: request.authority), let key = Self.key(of: request)
        else { return nil }
        let known = state.withLock { state in
            state.answers[key].flatMap { answer in state.validity.map { (answer, $0) } }
        }
        let now = setup.clock()
        guard let (answer, validity) = known, let version = try? setup.journal.version(),
            validity.holds(version, at: now)
        else { return nil }
        return answer.whole(for: request.headerFields, at: now)
    }

    private static func key(of request: HTTPRequest) -> SHA256Digest? {
        guard var path = request.path, path.hasPrefix("/h/") else { return nil }
        return path.withUTF8 { SHA256.hash(data: UnsafeRawBufferPointer($0)) }
    }
}
