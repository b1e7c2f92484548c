import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import MendCore
import MendExamples
import MendExport
import MendJournal
import MendKeeping
import MendPush
import ShippedPlan
import Synchronization
import Testing

@testable import MendServer

/// A server with an invented family, its own clock and no chance in it.
struct ServerUnderTest {
    let journal: SwitchedJournal
    let feeds: FeedCache
    let executor: JournalExecutor
    let signIns = MemorySignIns()
    let push = MemoryPush()
    let clock: TestClock
    let log = CollectedLog()
    let plans = SwitchedPlan()
    let notes = CollectedNotes()
    let limits: ConnectionLimits

    static let passphrase = "four calm words here"
    static let beginToken = "the-first-link"
    static let pushKey = [UInt8](repeating: 0, count: 31) + [9]

    /// Sunday 1 February 2026, 18:00 in New York.
    static let now = DemoHousehold.now

    /// - Parameters:
    ///   - isLive: over a socket, rather than through the router.
    ///   - household: as JSON Lines; nil: the invented family.
    ///   - plan: nil: the shipped one.
    static func run(
        base: String? = nil, isLive: Bool = false, household: String? = nil,
        plan: Plan? = nil, limits: ConnectionLimits = .standard,
        _ test: @escaping @Sendable (Browser, ServerUnderTest) async throws -> Void
    ) async throws {
        let now = try #require(TimeText.instant(rfc3339: now))
        let history = try HouseholdFileReader(now: now, zones: SystemZones.find)
            .history(from: Data((household ?? DemoHousehold.lines).utf8))
        let journal = MemoryJournal(history.household)
        try journal.update { _ in (history.records.map(Change.put), ()) }
        let origin = try ServerOrigin(listen: "127.0.0.1:80", base: base.flatMap { BaseURL($0) }, isInsecure: false)
        let server = ServerUnderTest(
            journal: SwitchedJournal(journal), clock: TestClock(now), origin, plan ?? ShippedPlan.load(), limits)
        let application = try server.application(origin)
        try await application.test(isLive ? .live : .router) { client in
            try await test(Browser(client), server)
        }
        // Whatever a test has asked for, the log holds none of the family's words.
        let kept = journal.history(of: Set(RecordType.allCases), since: nil)
        #expect(server.log.privateWords(of: kept) == [])
    }

    /// The same for somebody who is signed in.
    static func signedIn(
        base: String? = nil, _ test: @escaping @Sendable (Browser, ServerUnderTest) async throws -> Void
    ) async throws {
        try await run(base: base) { browser, server in
            try await browser.begin()
            try await test(browser, server)
        }
    }

    private init(
        journal: SwitchedJournal, clock: TestClock, _ origin: ServerOrigin, _ plan: Plan, _ limits: ConnectionLimits
    ) {
        self.journal = journal
        self.clock = clock
        self.limits = limits
        let plans = plans
        plans.served = ServedPlan(plan)
        executor = JournalExecutor(journal: journal, plan: { plans.served }, clock: { clock.now })
        feeds = FeedCache(executor: executor, base: origin.base)
    }

    private func application(_ origin: ServerOrigin) throws -> some ApplicationProtocol {
        let counter = Mutex(UInt64(0))
        let (signIns, push, journal, log, notes) = (signIns, push, journal, log, notes)
        return try ServerApplication.make(
            ServerSetup(
                journal: journal, signIns: signIns, plan: executor.servedPlan, origin: origin,
                beginToken: Self.beginToken, scrypt: .trivial, limits: limits,
                push: PushSetup(
                    store: push, services: PushEndpoint.Services(), key: { try #require(VAPIDKey(Self.pushKey)) }),
                clock: executor.clock,
                random: { count in
                    // Differs from one call to the next; that is enough here.
                    let number = counter.withLock {
                        $0 += 1; return $0
                    }
                    return (0..<count).map {
                        UInt8(truncatingIfNeeded: number &* 2_654_435_761 >> ($0 % 8 * 4) &+ UInt64($0))
                    }
                },
                zones: SystemZones.find, dump: { HouseholdFile.text(of: $0) }, erase: { journal.erased() },
                note: { notes.add($0) },
                logger: Logger(label: "test") { _ in log }),
            executor, feeds)
    }
}

/// Time that passes only when told.
final class TestClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ now: Instant) {
        instant = Mutex(now)
    }

    var now: Instant { instant.withLock { $0 } }

    func pass(_ seconds: Int) {
        instant.withLock { $0 = $0 + seconds }
    }
}

/// A plan that changes when a test says so.
final class SwitchedPlan: Sendable {
    private let state = Mutex<ServedPlan?>(nil)

    var served: ServedPlan {
        get { state.withLock { $0 } ?? ServedPlan(ShippedPlan.load()) }
        set { state.withLock { $0 = newValue } }
    }
}

/// What the server wanted its owner to know.
final class CollectedNotes: Sendable {
    private let notes = Mutex<[ServerNote]>([])

    func add(_ note: ServerNote) {
        notes.withLock { $0.append(note) }
    }

    var all: [ServerNote] { notes.withLock { $0 } }
}

/// A journal that can be locked by somebody else, be only read, or fail in an odd way, and counts how often it is read.
final class SwitchedJournal: Journal {
    private let inner: MemoryJournal
    private let state = Mutex(
        (
            isLocked: false, isReadOnly: false, isContended: false, fault: (any Error)?.none, reads: 0, versions: 0,
            isErased: false
        ))

    init(_ inner: MemoryJournal) {
        self.inner = inner
    }

    var isLocked: Bool {
        get { state.withLock { $0.isLocked } }
        set { state.withLock { $0.isLocked = newValue } }
    }

    var isReadOnly: Bool {
        get { state.withLock { $0.isReadOnly } }
        set { state.withLock { $0.isReadOnly = newValue } }
    }

    /// Whether others write all the time.
    var isContended: Bool {
        get { state.withLock { $0.isContended } }
        set { state.withLock { $0.isContended = newValue } }
    }

    var fault: (any Error)? {
        get { state.withLock { $0.fault } }
        set { state.withLock { $0.fault = newValue } }
    }

    var reads: Int { state.withLock { $0.reads } }
    var isErased: Bool { state.withLock { $0.isErased } }

    func erased() {
        state.withLock { $0.isErased = true }
    }

    func history(of types: Set<RecordType>, since: Instant?) throws -> History {
        try check()
        state.withLock { $0.reads += 1 }
        return inner.history(of: types, since: since)
    }

    func update<Result>(
        since: Instant?, _ decide: (History) throws -> (changes: [Change], result: Result)
    ) throws -> Result {
        try checkWriting()
        return try inner.update(since: since, decide)
    }

    func write(_ changes: [Change]) throws {
        try checkWriting()
        try inner.write(changes)
    }

    func version() throws -> JournalVersion {
        try check()
        let versions = state.withLock { state in
            if state.isContended { state.versions -= 1 }
            return state.versions
        }
        return versions == 0 ? inner.version() : JournalVersion(versions)
    }

    private func checkWriting() throws {
        try check()
        if isReadOnly { throw JournalError.notWritable(path: "test", reason: .system("Read-only file system")) }
    }

    private func check() throws {
        if isLocked { throw JournalError.locked(path: "test") }
        if let fault { throw fault }
    }
}

/// Sign-ins that live as long as a test.
final class MemorySignIns: SignInStore {
    private let state = Mutex((hash: String?.none, sessions: [WebSession](), second: SecondAdult?.none))
    private let lock = Mutex(false)

    var isLocked: Bool {
        get { lock.withLock { $0 } }
        set { lock.withLock { $0 = newValue } }
    }

    func passphraseHash() -> String? { state.withLock { $0.hash } }

    func sessions() throws -> [WebSession] {
        if isLocked { throw JournalError.locked(path: "test") }
        return state.withLock { $0.sessions }
    }

    func setPassphrase(hash: String, of login: String?) {
        state.withLock { state in
            if login == nil { state.hash = hash }
            if let second = state.second, second.id == login { state.second = Self.joined(second, hash) }
            state.sessions.removeAll { $0.login == login }
        }
    }

    func secondAdult() throws -> SecondAdult? {
        if isLocked { throw JournalError.locked(path: "test") }
        return state.withLock { $0.second }
    }

    func invite(_ adult: SecondAdult) -> Bool {
        state.withLock { state in
            if state.second?.hasJoined == true { return false }
            state.second = adult
            return true
        }
    }

    func join(invitationHash: String, passphraseHash: String) -> SecondAdult? {
        state.withLock { state in
            guard let second = state.second, case .invited(invitationHash, _) = second.state else { return nil }
            state.second = Self.joined(second, passphraseHash)
            return state.second
        }
    }

    func endSecondAdult() {
        state.withLock { state in
            state.second = nil
            state.sessions.removeAll { $0.login != nil }
        }
    }

    private static func joined(_ adult: SecondAdult, _ hash: String) -> SecondAdult {
        SecondAdult(
            id: adult.id, name: adult.name, caregiver: adult.caregiver, state: .joined(passphraseHash: hash))
    }

    func put(_ session: WebSession) {
        state.withLock { state in
            state.sessions.removeAll { $0.tokenHash == session.tokenHash }
            state.sessions.append(session)
        }
    }

    func endSession(tokenHash: String) {
        state.withLock { $0.sessions.removeAll { $0.tokenHash == tokenHash } }
    }
}

extension ServerUnderTest {
    func dump() throws -> String { HouseholdFile.text(of: try journal.history()) }
}

func shippedPlan() throws -> Plan { ShippedPlan.load() }
