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

    static func published(_ item: String, sequence: Int = 0) -> Published {
        Published(item: item, prompt: nil, start: rupturedAt, sequence: sequence, modified: now)
    }

    static func delivery(_ item: String, _ channel: String, outcome: Delivery.Outcome = .sent) -> Delivery {
        Delivery(item: item, channel: channel, at: now, outcome: outcome)
    }

    /// Every kind of record, each once with all that it can say and once with as little as it may.
    static func everything() throws -> History {
        var history = History(household: try household())
        history.contacts = [
            Contact(name: "Aunt Mo", number: "555-0134", purpose: "a calm voice"), Contact(name: "Bo", number: "1"),
        ]
        history.people = [
            Person(
                id: "ada", name: "Ada", relation: .child, born: LocalDay("2022-04-03"),
                closed: [try #require(ClosedTime("mon-fri 08:00-15:00")), try #require(ClosedTime("sat 09:00-11:00"))],
                away: [
                    try #require(DaysAway("2026-01-10/2026-01-17")), try #require(DaysAway("2026-02-01/2026-02-01")),
                ],
                sleep: Window("19:30-06:30"), good: LocalTime("17:30")),
            Person(id: "sam", name: "Sam", relation: .partner),
        ]
        history.ruptures = [
            Rupture(
                id: "r1", with: "ada", kind: .toxic, at: rupturedAt, recorded: rupturedAt + 600, zone: .red,
                theirZone: .yellow,
                excitedAbout: "her lego tower", note: "I shouted."),
            Rupture(id: "r2", with: "sam", kind: .limitSetting, at: rupturedAt),
        ]
        history.attempts = [
            Attempt(
                id: "t1", rupture: "r1", at: rupturedAt + 4800, recorded: rupturedAt + 5000, outcome: .notReady,
                roadblock: .movingOn, note: "Door shut."),
            Attempt(id: "t2", rupture: "r2", at: rupturedAt, outcome: .letGo),
        ]
        history.checkIns = [
            CheckIn(id: "c1", with: "ada", at: rupturedAt, zone: .yellow), CheckIn(id: "c2", at: now, zone: .green),
        ]
        history.channels = [
            Channel(name: "mail", kind: .mail, to: "ada@example.org"), Channel(name: "stdout", kind: .stdout),
        ]
        history.subscriptions = [
            Subscription(name: "phone", only: .repairs, open: true, secretHash: "c0ffee", created: now),
            Subscription(name: "reader", secretHash: "beef", used: try #require(LocalDay("2026-01-04"))),
        ]
        history.published = [
            Published(item: "r1.calm", prompt: "calm.cool-water", start: rupturedAt, sequence: 3, modified: now,
                words: "5d1f0c22a7e94b36"),
            Published(item: "daily.2026-01-06", prompt: nil, start: now, sequence: 0, modified: rupturedAt),
        ]
        history.deliveries = [
            Delivery(item: "r1.calm", channel: "mail", at: now, outcome: .sent),
            Delivery(item: "r1.calm", channel: "stdout", at: now, outcome: .passed),
        ]
        return history
    }

    static let awkwardTexts = [
        "", " ", "a\u{0}b", "\u{0}", "\u{FFFE}\u{FFFF}\u{1F}\u{7F}\u{85}\u{2028}", "'; DROP TABLE rupture; --",
        "\"\\\n\r\n\t",
        "👩‍👩‍👧‍👦 and 🏳️‍🌈", "فاطمة قالت لا", "דָּנִיאֵל", "e\u{301} is not \u{E9}", "\u{FEFF}BOM", "\u{10FFFF}", "\u{202E}turned",
        String(repeating: "Bedtime again, and I was short. ", count: 32_768),
    ]
}
