import HTTPTypes
import MendCore
import MendExport
import NIOCore

/// The documents of subscriptions, kept until something changes on which they depend: the journal, or the hour at which the
/// next item begins or the next day. A poll without a change costs a question to the journal and a look-up.
actor Renderings {
    struct Rendering: Sendable {
        let bytes: ByteBuffer
        let tag: String
        let gzip: ByteBuffer?
        let gzipTag: String
        /// When these bytes were made first; it never moves back.
        let modified: Instant
        /// As long as it holds.
        let validity: Snapshot.Validity
        fileprivate let snapshot: Int
    }

    private struct Key: Hashable {
        let secretHash: String
        let document: ExportDocument
    }

    private let desk: Desk
    private var snapshot: Snapshot?
    private var making: Task<Snapshot, any Error>?
    private var kept = BoundedCache<Key, Rendering>(mostBytes: mostBytes)
    private var made = 0

    static let mostBytes = 32 * 1024 * 1024

    init(desk: Desk) {
        self.desk = desk
    }

    /// The subscription with this secret; nil when there is none. Each is compared, in a time that tells nothing.
    func subscription(
        household: String, secret: String
    ) async throws -> (subscription: Subscription, zone: Zone)? {
        let snapshot = try await current()
        let hash = SubscriptionAddress.hash(ofSecret: secret)
        var found: Subscription?
        for subscription in snapshot.history.subscriptions where Digest.areEqual(subscription.secretHash, hash) {
            found = subscription
        }
        guard let found, snapshot.history.household.id == household else { return nil }
        return (found, snapshot.history.household.zone)
    }

    /// - Returns: nil for an archive page that is not there.
    func rendering(
        of document: ExportDocument, for subscription: Subscription, secret: String
    ) async throws -> Rendering? {
        let snapshot = try await current()
        let key = Key(secretHash: subscription.secretHash, document: document)
        let before = kept[key]
        if let before, before.snapshot == snapshot.number { return before }
        let setup = desk.setup
        let fresh = try await desk.run { () -> (bytes: [UInt8], gzip: [UInt8]?)? in
            guard let bytes = try snapshot.bytes(of: document, for: subscription, secret: secret, setup) else {
                return nil
            }
            return (bytes, Gzip.compressed(bytes))
        }
        guard let fresh else { return nil }
        let tag = String(Digest.hex(bytes: fresh.bytes).prefix(32))
        let isSame = before?.tag == "\"\(tag)\""
        let rendering = Rendering(
            bytes: ByteBuffer(bytes: fresh.bytes), tag: "\"\(tag)\"",
            gzip: fresh.gzip.map { ByteBuffer(bytes: $0) }, gzipTag: "\"\(tag)-gzip\"",
            modified: isSame ? before?.modified ?? snapshot.now : max(snapshot.now, before?.modified ?? snapshot.now),
            validity: snapshot.validity, snapshot: snapshot.number)
        kept.put(rendering, for: key, bytes: fresh.bytes.count + (fresh.gzip?.count ?? 0))
        return rendering
    }

    private func make(_ now: Instant) async throws -> Snapshot {
        made += 1
        let (number, setup, desk) = (made, desk.setup, desk)
        let task = Task { try await desk.run { try Snapshot(setup, now: now, number: number) } }
        making = task
        defer { if made == number { making = nil } }
        let fresh = try await task.value
        if number > snapshot?.number ?? 0 { snapshot = fresh }
        return fresh
    }

    /// The household as it is; while the journal is locked, as it was.
    private func current() async throws -> Snapshot {
        let setup = desk.setup
        let now = setup.clock()
        do {
            let version = try await desk.run { try setup.journal.version() }
            if let snapshot, snapshot.validity.holds(version, at: now) { return snapshot }
            // Of many who ask at once, one makes it.
            if let making {
                let fresh = try await making.value
                if fresh.validity.holds(version, at: now) { return fresh }
            }
            return try await make(now)
        } catch let error as any JournalFailure where error.isPassing {
            if let snapshot { return snapshot }
            throw error
        }
    }
}
