import MendCore

/// The members of one JSON line, with the keys that its type knows.
struct RecordFields: Decodable {
    /// What is wrong with a line, in words that quote no private text.
    struct Problem: Error {
        let text: String
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private let type: String
    private let container: KeyedDecodingContainer<Key>

    private static let keys: [String: [String]] = [
        "household": ["version", "id", "zone", "quiet", "cap", "country", "shared"],
        "contact": ["name", "number", "for"],
        "person": ["id", "name", "relation", "born", "closed", "away", "sleep", "good"],
        "rupture": ["id", "with", "kind", "at", "recorded", "zone", "theirZone", "excitedAbout", "note"],
        "attempt": ["id", "rupture", "at", "recorded", "outcome", "roadblock", "note"],
        "checkin": ["id", "with", "at", "zone"],
        "channel": ["name", "kind", "to", "open"],
        "subscription": ["name", "only", "open", "secretHash", "created", "used"],
        "published": ["item", "prompt", "start", "sequence", "modified", "words"],
        "delivery": ["item", "channel", "at", "outcome"],
    ]

    init(from decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: Key.self)
        guard let type = try? container.decode(String.self, forKey: Key(stringValue: "type")) else {
            throw Problem(text: "no type; it says what the line is, such as \"rupture\"")
        }
        guard let keys = Self.keys[type] else {
            throw Problem(text: "unknown type; the types are \(Self.keys.keys.sorted().joined(separator: ", "))")
        }
        for key in container.allKeys.map(\.stringValue).sorted() where key != "type" && !keys.contains(key) {
            throw Problem(text: "unknown key in a \(type); its keys are \(keys.joined(separator: ", "))")
        }
        self.type = type
    }

    func record(zones: ZoneFinder, householdID: () -> String) throws -> JournalRecord {
        switch type {
        case "household": .household(try household(zones: zones, id: householdID))
        case "contact":
            .contact(Contact(name: try text("name"), number: try text("number"), purpose: try textIfPresent("for")))
        case "person": .person(try person())
        case "rupture":
            .rupture(
                Rupture(
                    id: try text("id"), with: try text("with"), kind: try choice("kind"), at: try time("at"),
                    recorded: try timeIfPresent("recorded"), zone: try choiceIfPresent("zone"),
                    theirZone: try choiceIfPresent("theirZone"), excitedAbout: try textIfPresent("excitedAbout"),
                    note: try textIfPresent("note")))
        case "attempt":
            .attempt(
                Attempt(
                    id: try text("id"), rupture: try text("rupture"), at: try time("at"),
                    recorded: try timeIfPresent("recorded"), outcome: try choice("outcome"),
                    roadblock: try choiceIfPresent("roadblock"), note: try textIfPresent("note")))
        case "checkin":
            .checkIn(
                CheckIn(
                    id: try text("id"), with: try textIfPresent("with"), at: try time("at"), zone: try choice("zone")))
        case "channel":
            .channel(
                Channel(
                    name: try text("name"), kind: try choice("kind"), to: try textIfPresent("to"),
                    open: try value("open", as: Bool.self, "true or false") ?? false))
        case "subscription":
            .subscription(
                Subscription(
                    name: try text("name"), only: try choiceIfPresent("only"),
                    open: try value("open", as: Bool.self, "true or false") ?? false,
                    secretHash: try text("secretHash"),
                    created: try timeIfPresent("created"),
                    used: try parsed("used", "a day such as 2026-01-05") { LocalDay($0) }))
        case "published":
            .published(
                Published(
                    item: try text("item"), prompt: try textIfPresent("prompt"), start: try time("start"),
                    sequence: try required(try value("sequence", as: Int.self, "a whole number"), "sequence"),
                    modified: try time("modified"), words: try textIfPresent("words")))
        default:
            .delivery(
                Delivery(
                    item: try text("item"), channel: try text("channel"), at: try time("at"),
                    outcome: try choice("outcome")))
        }
    }

    private func household(zones: ZoneFinder, id: () -> String) throws -> Household {
        if let version = try value("version", as: Int.self, "a whole number"), version > HouseholdFile.version {
            throw Problem(text: "written by a newer mend (version \(version)); use that one to load it")
        }
        guard let zone = zones(try text("zone")) else {
            throw Problem(text: "unknown zone; give an IANA name such as America/New_York or Europe/London")
        }
        let householdID = try textIfPresent("id") ?? id()
        guard (1...64).contains(householdID.utf8.count),
            householdID.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        else { throw Problem(text: "a household's id has 1 to 64 letters, digits, hyphens or underscores") }
        return Household(
            id: householdID, zone: zone,
            quiet: try parsed("quiet", "two times such as 21:00-07:00") { Window($0) } ?? Household.defaultQuiet,
            cap: try value("cap", as: Int.self, "a whole number") ?? Household.defaultCap,
            country: try textIfPresent("country"), shared: try value("shared", as: Bool.self, "true or false"))
    }

    private func person() throws -> Person {
        Person(
            id: try text("id"), name: try text("name"), relation: try choice("relation"),
            born: try parsed("born", "a day such as 2022-04-03") { LocalDay($0) },
            closed: try list("closed", "times such as \"mon-fri 08:00-15:00\"") { ClosedTime($0) },
            away: try list("away", "days such as \"2026-01-10/2026-01-17\", the first not after the last") {
                DaysAway($0)
            },
            sleep: try parsed("sleep", "two times such as 19:30-06:30") { Window($0) },
            good: try parsed("good", "a time such as 17:30") { LocalTime($0) })
    }

    // MARK: Members

    private func value<Value: Decodable>(_ key: String, as type: Value.Type, _ form: String) throws -> Value? {
        do {
            return try container.decodeIfPresent(type, forKey: Key(stringValue: key))
        } catch {
            throw Problem(text: "\"\(key)\" must be \(form)")
        }
    }

    private func required<Value>(_ value: Value?, _ key: String) throws -> Value {
        guard let value else { throw Problem(text: "no \"\(key)\" in a \(type); add it") }
        return value
    }

    private func textIfPresent(_ key: String) throws -> String? {
        try value(key, as: String.self, "text")
    }

    private func text(_ key: String) throws -> String {
        try required(try textIfPresent(key), key)
    }

    private func parsed<Value>(_ key: String, _ form: String, _ parse: (String) -> Value?) throws -> Value? {
        guard let text = try textIfPresent(key) else { return nil }
        guard let value = parse(text) else { throw Problem(text: "\"\(key)\" must be \(form)") }
        return value
    }

    private func list<Value>(_ key: String, _ form: String, _ parse: (String) -> Value?) throws -> [Value] {
        try (value(key, as: [String].self, "a list of \(form)") ?? []).map {
            guard let value = parse($0) else { throw Problem(text: "\"\(key)\" must be a list of \(form)") }
            return value
        }
    }

    private func timeIfPresent(_ key: String) throws -> Instant? {
        try parsed(key, "a time with its offset, such as 2026-01-05T17:40:00-05:00") { TimeText.instant(rfc3339: $0) }
    }

    private func time(_ key: String) throws -> Instant {
        try required(try timeIfPresent(key), key)
    }

    private func choiceIfPresent<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) throws -> Choice? {
        try parsed(key, "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))") { Choice(rawValue: $0) }
    }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) throws -> Choice {
        try required(try choiceIfPresent(key), key)
    }
}
