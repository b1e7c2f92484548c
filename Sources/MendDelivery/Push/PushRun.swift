import MendCore
import MendExport
import MendText
import NIOPosix

/// One run over all phones that ring: what became due on each since its last run is claimed, goes out, and is confirmed.
///
/// It keeps the same ledger as `ChannelRun` and holds the same locks, so that the server and cron send an item once between
/// them. Phones are taken in groups, so that neither memory nor the time for which something stays claimed grows with them.
public struct PushRun: Sendable {
    private let means: PushMeans
    private let journal: any Journal
    private let plan: @Sendable () -> Plan
    private let directory: String

    /// How many phones share a look into the journal; each holds its lock meanwhile.
    private static let groupSize = 400
    /// How many messages are on their way at a time.
    private static let atOnce = 32
    /// How many phones are confirmed in one write.
    private static let confirmedAtOnce = 25
    /// How many days ahead it looks for what comes next.
    private static let horizon = 8
    /// When a phone that another run holds is looked at again.
    private static let busyPause = 1.minutes

    /// - Parameters:
    ///   - plan: the one that holds at the time.
    ///   - directory: the household's.
    public init(
        means: PushMeans, journal: any Journal, plan: @escaping @Sendable () -> Plan, directory: String
    ) {
        self.means = means
        self.journal = journal
        self.plan = plan
        self.directory = directory
    }

    /// What came of a run.
    public struct Outcome: Equatable, Sendable {
        /// How many messages were taken.
        public var sent = 0
        /// When the next run has something to do, as far as the journal tells now; nil: when something is written there.
        public var next: Instant?
    }

    /// - Throws: what the journal throws; whatever a push service does is no error.
    public func run(now: Instant) async throws -> Outcome {
        let plan = plan()
        let phones = try await blocking { try phonesReady(at: now) }
        var outcome = Outcome()
        var isHeld = false
        if !phones.isEmpty {
            let sender = PushSender(key: try await blocking { try means.key() }, means: means)
            var rest = phones[...]
            do {
                while !rest.isEmpty, !Task.isCancelled {
                    let group = Array(rest.prefix(Self.groupSize))
                    rest = rest.dropFirst(Self.groupSize)
                    let done = try await run(group, by: sender, plan, now: now)
                    outcome.sent += done.sent
                    isHeld = isHeld || done.isHeld
                }
            } catch {
                await sender.close()
                throw error
            }
            await sender.close()
        }
        if outcome.sent > 0 { try await blocking { try settle(plan, now) } }
        outcome.next = try await blocking { try next(plan, after: now) }
        if isHeld { outcome.next = min(outcome.next ?? .distantFuture, now + Self.busyPause) }
        return outcome
    }

    // MARK: A group

    private struct Phone: Sendable {
        let channel: Channel
        let device: PushDevice
    }

    /// A run's lock of one phone, for as long as it is kept.
    private final class Lock: Sendable {
        let held: RunFile.Held

        init(_ held: consuming RunFile.Held) {
            self.held = held
        }
    }

    /// What one phone is to get.
    private struct Due: Sendable {
        let phone: Phone
        let ledger: DeliveryLedger
        let turn: DeliveryLedger.Turn
        let lock: Lock
    }

    private struct Claims: Sendable {
        let due: [Due]
        let household: Household
        let openTags: OpenTags
        let kept: Set<String>
    }

    private func phonesReady(at now: Instant) throws -> [Phone] {
        let devices = Dictionary(try means.store.pushDevices().map { ($0.channel, $0) }) { $1 }
        guard !devices.isEmpty else { return [] }
        return try journal.history(of: [.channel]).channels.compactMap { channel in
            guard channel.kind == .push, let device = devices[channel.name], !device.waits(at: now) else { return nil }
            return Phone(channel: channel, device: device)
        }
    }

    private func run(
        _ phones: [Phone], by sender: PushSender, _ plan: Plan, now: Instant
    ) async throws -> (sent: Int, isHeld: Bool) {
        let locked = await lock(phones)
        let claims = try await blocking { try claim(locked, plan, now: now) }
        let courier = PushCourier(
            means: means, sender: sender, household: claims.household, plan: plan, openTags: claims.openTags,
            kept: claims.kept,
            in: Catalogue(claims.household.language ?? plan.language), now: now)
        let loads = claims.due.map {
            courier.load($0.turn.items, for: $0.phone.device, isOpen: $0.phone.channel.open)
        }
        try await blocking { try means.store.put(loads.flatMap(\.tokens), forgettingBefore: now) }
        var sent = 0
        try await withThrowingTaskGroup(of: (Int, PushCourier.Result).self) { group in
            var waiting = claims.due.indices.makeIterator()
            // What is on its way is let come to its end, also when the run is told to end: its outcome would not be known.
            func send(_ index: Int) {
                group.addTask { (index, await Task { await courier.deliver(loads[index]) }.value) }
            }
            for _ in 0..<Self.atOnce where !Task.isCancelled {
                if let index = waiting.next() { send(index) }
            }
            var done: [(due: Due, result: PushCourier.Result)] = []
            while let (index, result) = try await group.next() {
                done.append((claims.due[index], result))
                sent += result.sent.count
                // What is not sent any more stays claimed, for the next run.
                let following = Task.isCancelled ? nil : waiting.next()
                if let following { send(following) }
                // One phone alone is confirmed at once, so that a kill repeats as little as can be.
                if done.count >= Self.confirmedAtOnce || following == nil {
                    let results = done
                    done = []
                    try await blocking { try confirm(results, courier, now: now) }
                }
            }
        }
        for phone in locked where !claims.due.contains(where: { $0.lock === phone.lock }) {
            phone.lock.held.note(now, hasFailed: false)
        }
        return (sent, locked.count < phones.count)
    }

    private func lock(_ phones: [Phone]) async -> [(phone: Phone, lock: Lock)] {
        phones.compactMap { phone in
            guard let held = try? RunFile(directory: directory, channel: phone.channel.name).hold(tries: 1) else {
                return nil
            }
            return (phone, Lock(held))
        }
    }

    private func claim(_ locked: [(phone: Phone, lock: Lock)], _ plan: Plan, now: Instant) throws -> Claims {
        try journal.update(since: History.memory(before: now)) { history in
            let settlement = try Settlement(history, plan: plan, now: now)
            let history = settlement.history
            let deliveries = Dictionary(grouping: history.deliveries, by: \.channel)
            var agendas: [LocalDay: DueAgenda] = [:]
            var changes: [Change] = []
            var due: [Due] = []
            for (phone, lock) in locked {
                let ledger = DeliveryLedger(channel: phone.channel.name)
                let turn = try ledger.turn(deliveries[phone.channel.name] ?? [], of: history, now: now) { day in
                    if let agenda = agendas[day] { return agenda }
                    let agenda = try DueAgenda(plan: plan, history: history, now: now, since: day)
                    agendas[day] = agenda
                    return agenda
                }
                changes += turn.changes
                if !turn.items.isEmpty { due.append(Due(phone: phone, ledger: ledger, turn: turn, lock: lock)) }
            }
            func open(_ history: History) throws -> [String] {
                let builder = try AgendaBuilder(
                    plan: plan, history: history, now: now, since: history.household.zone.day(of: now))
                return NoticeTags(household: history.household).open(builder.openRuptures)
            }
            let (kept, all) = (history.keptToTheCaregiver, try open(history))
            let claims = Claims(
                due: due, household: history.household,
                openTags: OpenTags(all: all, shown: kept.isEmpty ? all : try open(history.shownToTheSecondAdult())),
                kept: kept)
            // What goes out settles when it has gone out.
            return ((due.isEmpty ? settlement.changes : []) + changes, claims)
        }
    }

    private func confirm(
        _ done: [(due: Due, result: PushCourier.Result)], _ courier: PushCourier, now: Instant
    ) throws {
        try journal.write(
            done.flatMap { $0.due.ledger.settle($0.due.turn, sent: $0.result.sent, failed: $0.result.failed, at: now) })
        try courier.note(done.map(\.result))
        for (due, result) in done { due.lock.held.note(now, hasFailed: result.failure != nil) }
    }

    // MARK: Afterwards

    /// What has begun and what went out stays as it was, whatever becomes of plan and settings.
    private func settle(_ plan: Plan, _ now: Instant) throws {
        try journal.update(since: History.memory(before: now)) { history in
            (try Settlement(history, plan: plan, now: now).changes, ())
        }
    }

    private func next(_ plan: Plan, after now: Instant) throws -> Instant? {
        let devices = try means.store.pushDevices()
        guard !devices.isEmpty else { return nil }
        let history = try journal.history(since: History.memory(before: now))
        guard history.channels.contains(where: { $0.kind == .push }) else { return nil }
        let today = history.household.zone.day(of: now)
        let items = try AgendaBuilder(plan: plan, history: history, now: now, since: today)
            .agenda(from: today, through: today + Self.horizon).items
        let due = items.first { $0.start > now && $0.kind != .rung(.calm) }?.start
        let retry = devices.compactMap(\.retryAt).filter { $0 > now }.min()
        return min(due ?? now + (Self.horizon * 24).hours, retry ?? .distantFuture)
    }

    /// A journal may make its caller wait. What was begun comes to its end, also when the run is told to end: what a service
    /// has taken must be known afterwards.
    private func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await Task { try await NIOThreadPool.singleton.runIfActive(body) }.value
    }
}

extension Instant {
    fileprivate static let distantFuture = Instant(seconds: .max)
}
