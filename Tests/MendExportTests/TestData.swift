import MendCore
import MendExport
import Testing

/// A small household in New York, with items made by hand.
enum TestData {
    /// UTC−5 in winter, UTC−4 from 8 March 2026, 07:00 UTC.
    static let zone = Zone(
        identifier: "America/New_York", initialOffset: -5.hours, changes: [(1_772_953_200, -4.hours)])

    static let household = Household(id: "k7Qm2xW9", zone: zone)

    static func instant(_ text: String) throws -> Instant {
        try #require(TimeText.instant(rfc3339: text))
    }

    /// Monday 2026-02-02, 12:00 in New York.
    static func now() throws -> Instant { try instant("2026-02-02T12:00:00-05:00") }

    static func item(
        _ id: String, _ kind: Item.Kind, _ start: String, minutes: Int = 5, voice: Voice = .own, with: [String] = [],
        ruptures: [String] = [], title: String = "A title", text: String = "A text", prompt: String? = "a.prompt",
        isGrave: Bool = false
    ) throws -> Item {
        Item(
            id: id, kind: kind, start: try instant(start), minutes: minutes, voice: voice, with: with,
            ruptures: ruptures, writtenTitle: title, text: text, prompt: prompt, isGrave: isGrave, because: [])
    }

    /// Items of each kind, two of them reflections that have begun.
    static func items() throws -> [Item] {
        [
            try item("weekly.2026-01-25", .reflection, "2026-01-25T19:30:00-05:00", minutes: 10, text: reflectionText),
            try item("weekly.2026-02-01", .reflection, "2026-02-01T19:30:00-05:00", minutes: 10, text: reflectionText),
            try item("daily.2026-02-02", .prompt, "2026-02-02T07:30:00-05:00"),
            try item(
                "r1.reconnect", .rung(.reconnect), "2026-02-02T17:00:00-05:00", minutes: 15, voice: .together,
                with: ["Ada"], ruptures: ["r1"]),
            try item("r1.rest", .rung(.rest), "2026-02-09T07:00:00-05:00", minutes: 10, ruptures: ["r1"]),
            try item("monthly.2026-02-07", .reading, "2026-02-07T09:00:00-05:00"),
            try item("weekly.2026-02-08", .reflection, "2026-02-08T19:30:00-05:00"),
            try item("milestone.ada.2026-04-03", .milestone, "2026-04-03T09:00:00-04:00", with: ["Ada"]),
        ]
    }

    static let reflectionText = "Look back kindly.\n\n- What was warm?\n- What would help?"

    /// Since 5 January: one rupture, repaired by half.
    static func history() throws -> History {
        var history = History(household: household)
        history.people = [Person(id: "ada", name: "Ada", relation: .child, born: LocalDay("2022-04-03"))]
        history.ruptures = [
            Rupture(
                id: "r1", with: "ada", kind: .toxic, at: try instant("2026-01-05T17:40:00-05:00"),
                recorded: try instant("2026-01-05T17:50:00-05:00"), note: "a note")
        ]
        return history
    }

    static func settings(
        _ edition: Edition = .open, base: String? = "https://example.org/mend", now: Instant? = nil
    ) throws -> ExportSettings {
        ExportSettings(edition: edition, baseURL: base.flatMap { BaseURL($0) }, now: try now ?? self.now())
    }

    static func plan(_ titles: [String] = ["Tea break", "Look up", "Pause"]) throws -> Plan {
        let time = try #require(LocalTime("07:30"))
        var plan = Plan(
            id: "test", title: "Test",
            slots: Slots(
                selfTime: time, togetherTime: time, togetherWeekendTime: time, togetherDays: [],
                reflectionDay: .sunday, reflectionTime: time, readingDay: .saturday, readingTime: time,
                milestoneTime: time),
            ladder: LadderFigures(
                minutes: .init(calm: 5, reflect: 5, reconnect: 15, tryAgain: 10, roadblock: 5, rest: 10),
                calm: BandTable { _ in .init(green: 300, yellow: 600, red: 1200) }, afterCalm: BandTable { _ in 900 },
                afterReflect: BandTable { _ in 600 }, withoutReflect: 300, smallKinds: [],
                space: .init(
                    base: BandTable { _ in 0 }, doubledWhenRed: [], doubledWhenOscillating: [],
                    longest: BandTable { _ in nil }, waivedBeforeSleep: []),
                spacing: [.days(1)],
                limits: .init(
                    kinds: .init(benign: 3, oscillating: 5, limitSetting: 6, toxic: 8), bands: BandTable { _ in nil }),
                silence: .init(
                    kinds: .init(benign: 1, oscillating: 2, limitSetting: 2, toxic: 3), bands: BandTable { _ in nil }),
                roadblocksBefore: [], roadblockAhead: 3600, restAfterDays: 7,
                refusal: .init(atLeast: 3600, spaces: 2, atMostDays: 7, onlyDelays: []), partialDays: 1,
                redHold: .init(checkIn: 1200, rupture: BandTable { _ in 1200 }),
                hours: .init(reconnect: BandTable { _ in .goodTime }, afterSleep: 1800, rest: time),
                search: .init(days: 60, atMost: 366)),
            sleep: BandTable { _ in nil }, good: BandTable { _ in time })
        plan.discreetTitles = titles.enumerated().map { Note(id: "discreet.\($0.offset)", text: $0.element) }
        return plan
    }

    static func shown(_ items: [Item]) throws -> [ShownItem] {
        Publication(items: items, published: [], now: try instant("2026-01-20T10:00:00Z"), words: \.title).shown
    }

    static func calendar(
        _ items: [Item], only: Subscription.Scope? = nil, _ settings: ExportSettings? = nil
    ) throws -> AgendaCalendar {
        let settings = try settings ?? Self.settings()
        let builder = CalendarBuilder(
            household: household, discreetTitles: try plan().discreetTitles, settings: settings)
        let noteDay = try history().firstDay(now: settings.now)
        return builder.calendar(only, of: try shown(items), noteDay: noteDay)
    }

    static func exportSet(
        _ items: [Item]? = nil, history: History? = nil, _ settings: ExportSettings? = nil
    ) throws -> ExportSet {
        try ExportSet(
            history: try history ?? Self.history(), plan: try plan(), items: try items ?? Self.items(),
            settings: try settings ?? Self.settings())
    }
}

extension ExportSet {
    func bytes(_ path: String) throws -> [UInt8] {
        try #require(files.first { $0.path == path }).bytes
    }

    func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }
}
