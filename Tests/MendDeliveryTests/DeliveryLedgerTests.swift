import MendCore
import MendJournal
import ShippedPlan
import Testing

@testable import MendDelivery

/// Claims, confirmations, and a clock that is wrong.
@Suite struct DeliveryLedgerTests {
    private let ledger = DeliveryLedger(channel: "mail")
    private let plan: Plan
    private var history: History

    /// Ada's rupture of Monday 10:00 is written down at once; the channel began at 09:00. Calm 10:10, reflect 10:20,
    /// reconnect 15:00 after school.
    init() throws {
        plan = ShippedPlan.load()
        let zone = try #require(SystemZones.find("America/New_York"))
        history = History(household: Household(id: "k7Qm2xW9", zone: zone))
        var ada = Person(id: "ada", name: "Ada", relation: .child, born: LocalDay("2022-04-03"))
        ada.closed = [try #require(ClosedTime("mon-fri 08:00-15:00"))]
        history.people = [ada]
        let at = try Self.instant("2026-01-05T10:00:00-05:00")
        history.ruptures = [Rupture(id: "r1", with: "ada", kind: .limitSetting, at: at, recorded: at)]
        _ = try run("2026-01-05T09:00:00-05:00")
    }

    private static func instant(_ text: String) throws -> Instant {
        try #require(TimeText.instant(rfc3339: text))
    }

    /// A run that ends well; the ids that it sends.
    private mutating func run(_ now: String) throws -> [String] {
        let turn = try claim(now)
        for change in ledger.confirm(turn, at: try Self.instant(now)) { history.apply(change) }
        return turn.items.map(\.id)
    }

    /// A run that gets as far as its claim.
    private mutating func claim(_ now: String) throws -> DeliveryLedger.Turn {
        let turn = try ledger.turn(history, plan: plan, now: try Self.instant(now))
        for change in turn.changes { history.apply(change) }
        return turn
    }

    private mutating func record(_ outcome: Attempt.Outcome, _ at: String) throws {
        let at = try Self.instant(at)
        history.attempts.append(Attempt(id: "t1", rupture: "r1", at: at, recorded: at, outcome: outcome))
    }

    // MARK: The beginning

    /// Reflect came 26 hours ago and is too old; reconnect, 22 hours ago, is still to come.
    @Test mutating func reachesBackADayAtItsFirstRun() throws {
        history.deliveries = []
        let turn = try ledger.turn(history, plan: plan, now: try Self.instant("2026-01-06T12:22:00-05:00"))
        #expect(turn.items.map(\.id).contains("r1.reconnect"))
        #expect(!turn.items.map(\.id).contains("r1.reflect"))
        let begin = try Self.instant("2026-01-05T12:22:00-05:00")
        #expect(turn.changes.first == .put(.delivery(.beginning(of: "mail", at: begin))))
    }

    /// A rupture of yesterday, written down first of all: what stands for its reminders comes at the record.
    @Test mutating func bringsWhatTheFirstRecordBringsAboutAtOnce() throws {
        let (at, recorded) = (
            try Self.instant("2026-01-04T17:40:00-05:00"), try Self.instant("2026-01-05T15:30:00-05:00")
        )
        history.deliveries = []
        history.ruptures = [Rupture(id: "r1", with: "ada", kind: .limitSetting, at: at, recorded: recorded)]
        let turn = try ledger.turn(history, plan: plan, now: recorded + 65)
        #expect(turn.items.map(\.start) == [recorded])
    }

    @Test mutating func doesNotReachBackBeforeTheFirstRecord() throws {
        history.deliveries = []
        let turn = try ledger.turn(history, plan: plan, now: try Self.instant("2026-01-05T15:05:00-05:00"))
        #expect(turn.items.map(\.id) == ["r1.reconnect"])
        let begin = try Self.instant("2026-01-05T09:59:59-05:00")
        #expect(turn.changes.first == .put(.delivery(.beginning(of: "mail", at: begin))))
    }

    @Test mutating func hasNotBegunWhenItsFirstItemsWereNotTaken() throws {
        history.deliveries = []
        let turn = try claim("2026-01-05T15:05:00-05:00")
        for change in ledger.takeBack(turn) { history.apply(change) }
        #expect(history.deliveries == [])
        #expect(try run("2026-01-05T15:06:00-05:00") == ["r1.reconnect"])
    }

    // MARK: Claims

    @Test mutating func sendsOnce() throws {
        // Calm never rings.
        #expect(try run("2026-01-05T10:12:00-05:00") == [])
        #expect(try run("2026-01-05T10:22:00-05:00") == ["r1.reflect"])
        #expect(try run("2026-01-05T10:23:00-05:00") == [])
        #expect(try run("2026-01-05T15:05:00-05:00") == ["r1.reconnect"])
    }

    /// Whatever became due in the meantime waits for the next run, so that the second copy is the same message.
    @Test mutating func sendsWhatADeadRunHadClaimedAgainAsItWas() throws {
        #expect(try claim("2026-01-05T10:22:00-05:00").items.map(\.id) == ["r1.reflect"])
        #expect(try run("2026-01-05T15:05:00-05:00") == ["r1.reflect"])
        #expect(try run("2026-01-05T15:05:00-05:00") == ["r1.reconnect"])
        #expect(try run("2026-01-05T15:06:00-05:00") == [])
    }

    @Test mutating func choosesAnewWhenADeadRunIsADayAgo() throws {
        #expect(try claim("2026-01-05T10:22:00-05:00").items.map(\.id) == ["r1.reflect"])
        let later = try run("2026-01-06T18:00:00-05:00")
        #expect(!later.contains("r1.reflect"))
        #expect(later.contains("r1.try-again.1"))
        #expect(history.deliveries.contains { $0.item == ItemKey("r1.reflect") && $0.outcome == .passed })
    }

    @Test mutating func sendsNothingOfARuptureThatWasRepairedWhileAClaimWasInFlight() throws {
        #expect(try claim("2026-01-05T10:22:00-05:00").items.map(\.id) == ["r1.reflect"])
        try record(.repaired, "2026-01-05T10:25:00-05:00")
        #expect(try run("2026-01-05T10:30:00-05:00") == [])
        #expect(!history.deliveries.contains { $0.outcome != .passed })
        #expect(try run("2026-01-05T15:10:00-05:00") == [])
    }

    /// Reflect had begun before it was repaired, and is hidden from nobody's agenda; but it comes no more.
    @Test(arguments: [Attempt.Outcome.repaired, .letGo])
    mutating func sendsNothingThatHadBegunBeforeTheRepair(_ outcome: Attempt.Outcome) throws {
        try record(outcome, "2026-01-05T10:25:00-05:00")
        #expect(try run("2026-01-05T10:26:00-05:00") == [])
        #expect(try run("2026-02-05T10:26:00-05:00").contains { $0.hasPrefix("r1") } == false)
    }

    /// Ada's second rupture takes the first into its climb; one going back is for both, and stays while one is open.
    @Test mutating func sendsWhatIsStillAboutAnOpenRupture() throws {
        let at = try Self.instant("2026-01-05T10:05:00-05:00")
        history.ruptures.append(Rupture(id: "r2", with: "ada", kind: .benign, at: at, recorded: at))
        #expect(try claim("2026-01-05T15:05:00-05:00").items.map(\.ruptures) == [["r2", "r1"]])
        try record(.repaired, "2026-01-05T15:06:00-05:00")
        #expect(try run("2026-01-05T15:10:00-05:00") == ["r2.reconnect"])
        #expect(try run("2026-01-05T15:11:00-05:00") == [])
    }

    /// What a dead run had passed over does not come after what it had claimed.
    @Test mutating func comesBackToNoOlderRungAfterADeadRun() throws {
        #expect(try claim("2026-01-05T10:30:00-05:00").items.map(\.id) == ["r1.reflect"])
        #expect(try run("2026-01-05T10:35:00-05:00") == ["r1.reflect"])
        #expect(try run("2026-01-05T10:40:00-05:00") == [])
    }

    @Test mutating func isStillDueWhenTheChannelDidNotTakeIt() throws {
        let turn = try claim("2026-01-05T10:12:00-05:00")
        for change in ledger.takeBack(turn) { history.apply(change) }
        #expect(history.deliveries.map(\.item) == [nil])
        #expect(history.deliveries.map(\.outcome) == [.passed])
        // By now reflect is the rung; calm is passed over.
        #expect(try run("2026-01-05T10:30:00-05:00") == ["r1.reflect"])
    }

    // MARK: Clocks

    @Test mutating func losesNothingWhenTheClockWasTenYearsFast() throws {
        _ = try run("2036-01-05T10:12:00-05:00")
        #expect(try run("2026-01-05T10:22:00-05:00") == ["r1.reflect"])
        #expect(try run("2026-01-05T15:05:00-05:00") == ["r1.reconnect"])
    }

    @Test mutating func losesNothingWhenTheClockWasAYearSlow() throws {
        _ = try run("2025-01-05T10:12:00-05:00")
        #expect(try run("2025-01-05T10:27:00-05:00") == [])
        #expect(try run("2026-01-05T10:22:00-05:00") == ["r1.reflect"])
        #expect(try run("2026-01-05T10:23:00-05:00") == [])
    }

    @Test mutating func beginsAnewWhenTheClockWasFastAtTheFirstRun() throws {
        history.deliveries = []
        _ = try run("2036-01-05T10:12:00-05:00")
        #expect(try run("2026-01-05T10:11:00-05:00") == [])
        #expect(try run("2026-01-05T10:30:00-05:00") == ["r1.reflect"])
    }

    /// What else the fast clock wrote down stays, and keeps no channel silent until then.
    @Test mutating func beginsAnewBesideRecordsOfAFastClock() throws {
        history.deliveries = []
        let fast = try Self.instant("2030-01-05T10:00:00-05:00")
        history.checkIns = [CheckIn(id: "c1", at: fast, zone: .red)]
        _ = try run("2030-01-05T10:12:00-05:00")
        #expect(try run("2026-01-05T10:11:00-05:00") == [])
        #expect(try run("2026-01-05T10:30:00-05:00") == ["r1.reflect"])
        #expect(try run("2026-01-05T10:31:00-05:00") == [])
    }

    /// One that is nearer waits, while later records say that this clock is slow. The rupture is of an hour later.
    @Test(arguments: [(172_800, false), (172_801, true)])
    mutating func takesNoNoticeOfABeginningMoreThanTwoDaysAhead(_ seconds: Int, _ beginsAnew: Bool) throws {
        let now = try Self.instant("2026-01-05T09:00:00-05:00")
        history.deliveries = [.beginning(of: "mail", at: now + seconds)]
        history.checkIns = [CheckIn(id: "c1", at: now + -60, zone: .green)]
        let turn = try ledger.turn(history, plan: plan, now: now)
        #expect(turn.items == [])
        #expect(turn.changes == (beginsAnew ? [.put(.delivery(.beginning(of: "mail", at: now + -61)))] : []))
    }
}
