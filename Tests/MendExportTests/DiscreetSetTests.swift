@testable import MendCore
import ShippedPlan
import Testing

@testable import MendExport

/// What can be told from which events a discreet calendar holds, and when.
struct DiscreetSetTests {
    private let kinds: [Rupture.Kind] = [.benign, .oscillating, .limitSetting, .toxic]

    @Test func ofALadderItHoldsTheFirstTryAgainOfEachStretch() throws {
        let ids = [
            "r1.calm", "r1.reflect", "r1.reconnect", "r1.try-again.1", "r1.roadblock.2", "r1.try-again.2",
            "r1.t1.try-again.3", "r1.t1.try-again.4", "r1.t1.rest", "r2.reconnect", "r2.try-again.1",
        ]
        let items = try ids.map { id in
            let key = try #require(ItemKey(id))
            guard case .rung(let rung) = key else { throw Unlike() }
            return try TestData.item(id, .rung(rung.rung), "2026-02-03T10:00:00-05:00")
        }
        let selection = DiscreetSelection(of: items)
        #expect(
            items.filter(selection.holds).map(\.id) == ["r1.try-again.1", "r1.t1.try-again.3", "r2.try-again.1"])
        let prompt = try TestData.item("daily.2026-02-02", .prompt, "2026-02-02T07:30:00-05:00")
        #expect(selection.holds(prompt))
    }

    /// Half of a thousand calendars, with the kinds, teach each guesser, and it guesses those of the others.
    @Test func nobodyGuessesTheKindFromIt() throws {
        let calendars = try (0..<1_000).map { try Observed(seed: $0, kinds, edition: .discreet) }
        for (name, clue) in Observed.clues {
            #expect(accuracy(calendars, clue) <= 0.25 + 0.05, "\(name)")
        }
    }

    /// What is planned shows no kind either: who holds yesterday's calendar beside today's sees one change for all four. The record
    /// itself makes the first of the calendars, within its second.
    @Test(arguments: [
        "2026-01-13T16:30:00-05:00", "2026-01-14T08:10:00-05:00", "2026-01-16T19:20:00-05:00",
        "2026-01-17T07:45:00-05:00",
    ])
    func everyKindChangesWhatIsPlannedAlike(at time: String) throws {
        let at = try TestData.instant(time)
        let editions = try kinds.map { try Self.prompts(after: $0, at: at) }
        #expect(editions[0].map(\.count).min() ?? 0 > 60)
        for edition in editions { #expect(edition == editions[0]) }
        // A frightening moment does bring another text to the caregiver; here it does not show.
        let texts = try kinds.map { try Self.planned(after: $0, at: at).last.map(\.item.title) }
        #expect(texts[0] == texts[2])
        #expect(texts[0] != texts[3])
    }

    /// Nor does it tell what was corrected: that it was made a frightening moment, or was none after all.
    @Test func everyCorrectionChangesWhatIsPlannedAlike() throws {
        let at = try TestData.instant("2026-01-13T16:30:00-05:00")
        let corrections: [(Rupture.Kind, Rupture.Kind)] = [
            (.limitSetting, .oscillating), (.limitSetting, .toxic), (.toxic, .limitSetting),
        ]
        let editions = try corrections.map { try Self.prompts(after: $0, madeAnother: $1, at: at) }
        for edition in editions { #expect(edition == editions[0]) }
    }

    /// The lines of the planned events of discreet calendars that were exported one after another.
    private static func prompts(
        after kind: Rupture.Kind, madeAnother: Rupture.Kind? = nil, at: Instant
    ) throws -> [[String]] {
        let shown = try planned(after: kind, madeAnother: madeAnother, at: at)
        let settings = ExportSettings(edition: .discreet, now: at + 600, daysAhead: 60)
        let calendar = CalendarBuilder(household: shown.history.household, plan: plan, settings: settings)
        return try shown.polls.map { items in
            let tree = calendar.calendar(.prompts, of: items, noteDay: TestData.zone.day(of: at))
            return try ParsedCalendar(ICalendarWriter.bytes(of: tree)).root.components
                .flatMap { $0.properties.map { "\($0.name):\($0.value)" } }
        }
    }

    private static let plan = ShippedPlan.load()

    /// What was shown before a rupture, within its second, a minute later, and after some days; it may have been made another kind
    /// in an hour.
    private static func planned(
        after kind: Rupture.Kind, madeAnother: Rupture.Kind? = nil, at: Instant
    ) throws -> (history: History, polls: [[ShownItem]], last: [ShownItem]) {
        let zone = TestData.zone
        var history = History(household: Household(id: "Guessing", zone: zone))
        history.household.discreetKey = DiscreetKey(secret: "planned")
        history.people = [
            Person(
                id: "ada", name: "Ada", relation: .child, born: LocalDay("2022-04-03"),
                closed: try [#require(ClosedTime("mon-fri 08:30-15:00")), #require(ClosedTime("sat 08:00-12:00"))],
                good: LocalTime("17:30")),
            Person(
                id: "sam", name: "Sam", relation: .partner, closed: try [#require(ClosedTime("mon-fri 08:00-18:00"))],
                good: LocalTime("20:30")),
        ]
        let first = zone.day(of: at) + -3
        let days = (first, zone.day(of: at) + 60)
        func publish(now: Instant) throws -> [ShownItem] {
            let settlement = try Settlement(history, plan: plan, now: now)
            history = settlement.history
            let items = try AgendaBuilder(plan: plan, history: history, now: now).agenda(from: days.0, through: days.1)
            let publication = Publication(items: items.items, history: history, plan: plan, now: now)
            for record in publication.changes { history.put(.published(record)) }
            return publication.shown
        }
        func rupture(_ kind: Rupture.Kind) -> Rupture {
            Rupture(id: "r1", with: "ada", kind: kind, at: at, recorded: at, zone: .red, theirZone: .red)
        }
        var polls = [try publish(now: zone.start(of: first))]
        history.ruptures = [rupture(kind)]
        polls += [try publish(now: at), try publish(now: at + 60)]
        if let madeAnother {
            let changes = try Settlement.changes(
                before: { _ in [.put(.rupture(rupture(madeAnother)))] }, of: history, plan: plan, now: at + 3_600)
            for case .put(let record) in changes { history.put(record) }
            polls.append(try publish(now: at + 3_600))
        }
        polls.append(try publish(now: at + 3 * 86_400))
        let last = polls[polls.count - 1].filter { !$0.item.kind.isRepair }
        return (history, polls, last)
    }

    /// A check-in ahead stands at the hours that run red, week after week.
    @Test func tellsNoHoursThatRunRed() throws {
        let prompt = try TestData.item("daily.2026-02-03", .prompt, "2026-02-03T07:30:00-05:00")
        let checkIn = try TestData.item("checkin.o1.2026-02-03", .checkIn, "2026-02-03T16:30:00-05:00")
        let selection = DiscreetSelection(of: [prompt, checkIn])
        #expect([prompt, checkIn].filter(selection.holds).map(\.id) == ["daily.2026-02-03"])
    }

    /// So that the test above can fail: in the open edition the number alone tells.
    @Test func theNumberTellsInAnOpenCalendar() throws {
        let calendars = try (0..<200).map { try Observed(seed: $0, kinds, edition: .open) }
        #expect(accuracy(calendars) { "\($0.starts.count)" } > 0.4)
    }

    private func accuracy(_ calendars: [Observed], _ clue: (Observed) -> String) -> Double {
        let half = calendars.count / 2
        var seen: [String: [Rupture.Kind: Int]] = [:]
        for calendar in calendars[..<half] { seen[clue(calendar), default: [:]][calendar.kind, default: 0] += 1 }
        let right = calendars[half...].count { calendar in
            let counts = seen[clue(calendar)] ?? [:]
            let guess = kinds.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
            return guess == calendar.kind
        }
        return Double(right) / Double(calendars.count - half)
    }
}

private struct Unlike: Error {}

/// A calendar of what is repaired, on the evening of a rupture or some days later, as who holds its address sees it.
private struct Observed {
    private static let plan = ShippedPlan.load()

    let kind: Rupture.Kind
    /// When the events were written down first.
    let stamps: [String]
    let starts: [String]
    let minutes: [Int]

    /// What somebody may go by.
    static let clues: [(name: String, clue: @Sendable (Observed) -> String)] = [
        ("number", { "\($0.starts.count)" }),
        ("times of day", { $0.starts.map { String($0.suffix(7)) }.joined(separator: " ") }),
        ("days from the record", { "\($0.days)" }),
        ("lengths", { "\($0.minutes)" }),
        ("days and times", { "\($0.days) \($0.starts.map { String($0.suffix(7).prefix(2)) })" }),
    ]

    private var days: [Int] {
        zip(stamps, starts).map { stamp, start in
            (LocalDay(day(start))?.number ?? 0) - (LocalDay(day(stamp))?.number ?? 0)
        }
    }

    private func day(_ text: String) -> String {
        let digits = text.prefix(8)
        return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    }

    init(seed: Int, _ kinds: [Rupture.Kind], edition: Edition) throws {
        // All but the kind is the same for four calendars on end.
        let story = StableHash("\(seed / kinds.count)")
        func pick<Value>(_ values: [Value], _ number: Int) -> Value {
            values[Int(story.value(with: number) % UInt64(values.count))]
        }
        kind = kinds[seed % kinds.count]
        let zone = TestData.zone
        let at =
            zone.start(of: try #require(LocalDay("2026-01-12")) + pick(Array(0...20), 1))
            + (7 * 60 + pick(Array(0...839), 2)) * 60
        var history = History(household: Household(id: "Guessing", zone: zone))
        history.household.discreetKey = DiscreetKey(secret: "\(seed)")
        let born = pick(["2025-06-01", "2023-09-01", "2021-05-01", "2017-04-01", "2011-03-01", nil], 3)
        history.people = [
            Person(
                id: "ada", name: "Ada", relation: born == nil ? .partner : .child, born: born.flatMap { LocalDay($0) })
        ]
        let feelings: [FeelingZone?] = [nil, .green, .yellow, .red]
        let recorded = at + pick([0, 5, 20, 60], 4) * 60
        history.ruptures = [
            Rupture(
                id: "r1", with: "ada", kind: kind, at: at, recorded: recorded, zone: pick(feelings, 5),
                theirZone: pick(feelings, 6))
        ]
        let now = recorded + pick([0, 0, 3, 10], 7) * 86_400
        let today = zone.day(of: now)
        let items = try AgendaBuilder(plan: Self.plan, history: history, now: now)
            .agenda(from: history.firstDay(now: now), through: today + 30).items
        let shown = Publication(items: items.filter(\.kind.isRepair), history: history, plan: Self.plan, now: now).shown
        let settings = ExportSettings(edition: edition, now: now, daysAhead: 30)
        let calendar = CalendarBuilder(household: history.household, plan: Self.plan, settings: settings)
            .calendar(.repairs, of: shown, noteDay: today)
        let events = try ParsedCalendar(ICalendarWriter.bytes(of: calendar)).root.components
        stamps = events.map { $0["DTSTAMP"] ?? "" }
        starts = events.map { $0["DTSTART"] ?? "" }
        minutes = calendar.events.map(\.item.minutes)
    }
}
