import MendCore
import MendJournal
import Testing

/// Records of every kind, and words that are hard to keep.
enum Samples {
    static let now = Instant(seconds: 1_767_718_800)  // 2026-01-06T12:00:00-05:00
    static let rupturedAt = Instant(seconds: 1_767_652_800)  // 2026-01-05T17:40:00-05:00

    static func zone() throws -> Zone { try #require(SystemZones.find("America/New_York")) }

    static func household(shared: Bool? = false, cap: Int = 3) throws -> Household {
        Household(id: "k7Qm2xW9", zone: try zone(), cap: cap, country: "US", shared: shared)
    }

    static func person(_ id: String, name: String = "Ada") -> Person {
        Person(id: id, name: name, relation: .child, born: LocalDay("2022-04-03"))
    }

    static func rupture(_ id: String, with person: String = "ada", excitedAbout: String? = nil, note: String? = nil)
        -> Rupture
    {
        Rupture(id: id, with: person, kind: .benign, at: rupturedAt, excitedAbout: excitedAbout, note: note)
    }

    static func attempt(_ id: String, of rupture: String = "r1", note: String? = nil) -> Attempt {
        Attempt(id: id, rupture: rupture, at: rupturedAt + 3600, outcome: .partial, note: note)
    }

    static func checkIn(_ id: String) -> CheckIn { CheckIn(id: id, at: rupturedAt, zone: .yellow) }

    static func published(_ item: ItemKey, sequence: Int = 0) -> Published {
        Published(item: item, prompt: nil, start: rupturedAt, sequence: sequence, modified: now)
    }

    static func delivery(_ item: ItemKey?, _ channel: String, outcome: Delivery.Outcome = .sent) -> Delivery {
        Delivery(item: item, channel: channel, at: now, outcome: outcome)
    }

    /// Every kind of record, each once with all that it can say and once with as little as it may.
    static func everything() throws -> History {
        var history = History(household: try household())
        history.household.closed = [try #require(ClosedTime("mon-fri 09:00-17:00"))]
        history.household.away = [try #require(DaysAway("2026-03-01/2026-03-07"))]
        history.household.good = LocalTime("20:00")
        history.household.edited = now + -60
        history.household.lastIDs = ["r9", "p4"]
        history.contacts = [
            Contact(name: "Aunt Mo", number: "555-0134", purpose: "a calm voice"), Contact(name: "Bo", number: "1"),
        ]
        history.people = [
            Person(
                id: "ada", name: "Ada", relation: .child, born: LocalDay("2022-04-03"),
                closed: [try #require(ClosedTime("mon-fri 08:00-15:00")), try #require(ClosedTime("sat 09:00-11:00"))],
                away: [
                    try #require(DaysAway("2026-01-10/2026-01-17")),
                    try #require(DaysAway("2026-02-01/2026-02-01 every 14d until 2027-06-30")),
                ],
                sleep: Window("19:30-06:30"), good: LocalTime("17:30"), ended: now + -600),
            Person(id: "sam", name: "Sam", relation: .partner),
        ]
        history.ruptures = [
            Rupture(
                id: "r1", with: "ada", kind: .toxic, at: rupturedAt, recorded: rupturedAt + 600, zone: .red,
                theirZone: .yellow, frightened: .somebodyElse,
                excitedAbout: "her lego tower", note: "I shouted.", by: "Jo"),
            Rupture(id: "r2", with: "sam", kind: .limitSetting, at: rupturedAt),
        ]
        history.attempts = [
            Attempt(
                id: "t1", rupture: "r1", at: rupturedAt + 4800, recorded: rupturedAt + 5000, outcome: .notReady,
                roadblock: .movingOn, note: "Door shut.", by: "Jo"),
            Attempt(id: "t2", rupture: "r2", at: rupturedAt, outcome: .letGo),
        ]
        history.checkIns = [
            CheckIn(id: "c1", with: "ada", at: rupturedAt, recorded: now, zone: .yellow, by: "Jo", shortNight: true),
            CheckIn(id: "c2", at: now, zone: .green),
        ]
        history.holds = [
            Hold(id: "h1", with: "ada", at: rupturedAt, recorded: rupturedAt + 60, until: now),
            Hold(id: "h2", at: now, until: now),
        ]
        history.places = [
            SafePlace(id: "s1", with: "ada", name: "The den", tools: ["The blue blanket", "Two cups; \"slow\""]),
            SafePlace(id: "s2"),
        ]
        history.offers = [
            CheckInOffer(
                id: "a1", with: "ada", days: [.tuesday], part: .beforeSupper, time: try #require(LocalTime("17:00")),
                answer: .taken, at: rupturedAt, ended: now),
            CheckInOffer(
                id: "a2", days: Weekday.allCases, time: try #require(LocalTime("06:30")), answer: .declined, at: now),
        ]
        history.channels = [
            Channel(name: "mail", kind: .mail, to: "ada@example.org"), Channel(name: "stdout", kind: .stdout),
        ]
        history.subscriptions = [
            Subscription(name: "phone", only: .repairs, open: true, secretHash: "c0ffee", created: now),
            Subscription(name: "reader", secretHash: "beef", used: LocalDay("2026-01-04")),
        ]
        history.published = [
            Published(
                item: calm("r1"), prompt: "calm.cool-water", start: rupturedAt, sequence: 3, modified: now,
                words: "5d1f0c22a7e94b36", settled: settled("ada", of: ["r1"])),
            Published(item: try daily("2026-01-06"), prompt: nil, start: now, sequence: 0, modified: rupturedAt),
        ]
        history.deliveries = [
            Delivery(item: calm("r1"), channel: "mail", at: now, outcome: .sent),
            .beginning(of: "stdout", at: now),
        ]
        return history
    }

    static func calm(_ anchor: String) -> ItemKey { .rung(RungKey(anchor: anchor, rung: .calm)) }

    static func daily(_ day: String) throws -> ItemKey { .slot(.daily, try #require(LocalDay(day))) }

    /// With all that can be said, or, of nobody and nothing, with as little.
    static func settled(_ person: String? = nil, of ruptures: [String] = []) -> SettledItem {
        SettledItem(
            person: person, ruptures: ruptures, minutes: 5, voice: .own, title: "Cool water",
            text: person == nil ? "" : "Ada's lego\u{0} tower.\nBreathe.", band: person == nil ? nil : .preschool,
            tips: person == nil ? [] : [1, 3], isGrave: person != nil,
            because: person == nil
                ? []
                : [
                    Reason(cause: .calmFloor(.red), moved: 1200),
                    Reason(cause: .skippedHour, moved: -3600),
                ])
    }

    static let awkwardTexts = [
        "", " ", "a\u{0}b", "\u{0}", "\u{FFFE}\u{FFFF}\u{1F}\u{7F}\u{85}\u{2028}", "'; DROP TABLE rupture; --",
        "\"\\\n\r\n\t",
        "👩‍👩‍👧‍👦 and 🏳️‍🌈", "فاطمة قالت لا", "דָּנִיאֵל", "e\u{301} is not \u{E9}", "\u{FEFF}BOM", "\u{10FFFF}", "\u{202E}turned",
        String(repeating: "Bedtime again, and I was short. ", count: 32_768),
    ]
}
