import MendCore
import MendExport
import Synchronization

/// The documents of subscriptions as they were rendered, kept until something changes on which their bytes depend: the
/// journal, the plan, or the time at which the next item begins or the next day.
///
/// A poll without a change costs a question to the journal and a look-up.
final class FeedCache: Sendable {
    /// With a snapshot of the household, all that decides a document's bytes: the secret stands in its addresses.
    private struct Key: Hashable {
        let secretHash: String
        let document: ExportDocument
    }

    private struct State {
        var snapshot: HouseholdSnapshot?
        var making: Task<HouseholdSnapshot, any Error>?
        var documents: [Key: RenderedDocument] = [:]
        var bytes = 0
        var renderings = 0
    }

    private let executor: JournalExecutor
    private let base: BaseURL
    private let answers: (any AnswerStore)?
    private let mostBytes: Int
    private let state = Mutex(State())

    /// How many documents were rendered so far.
    var renderings: Int { state.withLock { $0.renderings } }
    /// The sizes of all documents that are kept now, together.
    var bytes: Int { state.withLock { $0.bytes } }

    /// - Parameters:
    ///   - base: where the server is reached from outside.
    ///   - answers: remembers over restarts what was answered; nil: that is forgotten.
    ///   - mostBytes: how much it keeps; a document that would exceed it takes the place of all others.
    init(
        executor: JournalExecutor, base: BaseURL, answers: (any AnswerStore)? = nil, mostBytes: Int = 32 * 1024 * 1024
    ) {
        self.executor = executor
        self.base = base
        self.answers = answers
        self.mostBytes = mostBytes
    }

    /// The household as it is now or, while the journal is locked or others keep writing, as it was when it was read last.
    func snapshot() async throws -> HouseholdSnapshot {
        let now = executor.clock()
        do {
            if let current = try current(at: now) { return current }
            let made = try await make(now).value
            let edition = executor.servedPlan().edition
            if try made.validity.holds(executor.journal.version(), edition, at: now) { return made }
            // Somebody wrote after another request had it made.
            return try await make(now).value
        } catch let error where PageError(error) == .busy {
            if let last = state.withLock({ $0.snapshot }) { return last }
            throw error
        }
    }

    /// - Parameter subscription: one of the snapshot's, found by this secret.
    /// - Returns: nil for an archive page that does not exist.
    func document(
        _ document: ExportDocument, of subscription: Subscription, secret: String, in snapshot: HouseholdSnapshot
    ) async throws -> RenderedDocument? {
        let key = Key(secretHash: subscription.secretHash, document: document)
        let before = state.withLock { $0.documents[key] }
        if let before, before.validity == snapshot.validity { return before }
        let rendered = try await executor.run { [base, answers] () -> RenderedDocument? in
            guard let bytes = try snapshot.bytes(of: document, for: subscription, secret: secret, base: base) else {
                return nil
            }
            let name = "\(subscription.secretHash) \(document.path)"
            // A journal that tells or takes nothing just now takes nobody's calendar away.
            let last = before?.answer ?? (try? answers?.answer(for: name))
            let rendered = RenderedDocument(bytes, mediaType: document.mediaType, snapshot: snapshot, last: last)
            if rendered.answer != last { try? answers?.keep(rendered.answer, for: name) }
            return rendered
        }
        if let rendered { keep(rendered, for: key) }
        return rendered
    }

    /// Nil when the journal, the plan or the time has gone on since the last snapshot. The question does not wait for writers, so it
    /// needs no other thread.
    private func current(at now: Instant) throws -> HouseholdSnapshot? {
        let version = try executor.journal.version()
        let edition = executor.servedPlan().edition
        return state.withLock { $0.snapshot }.flatMap { $0.validity.holds(version, edition, at: now) ? $0 : nil }
    }

    /// Of many requests that come at once, one makes the snapshot for all.
    private func make(_ now: Instant) -> Task<HouseholdSnapshot, any Error> {
        state.withLock { state in
            if let making = state.making { return making }
            let task = Task {
                defer { self.state.withLock { $0.making = nil } }
                let fresh = try await executor.run { [executor] in
                    try HouseholdSnapshot(executor.journal, executor.servedPlan(), executor.language, now: now)
                }
                self.state.withLock { $0.snapshot = fresh }
                return fresh
            }
            state.making = task
            return task
        }
    }

    private func keep(_ document: RenderedDocument, for key: Key) {
        state.withLock { state in
            state.renderings += 1
            state.bytes += document.size - (state.documents[key]?.size ?? 0)
            if state.bytes > mostBytes {
                state.documents = [:]
                state.bytes = document.size
            }
            state.documents[key] = document
        }
    }
}
