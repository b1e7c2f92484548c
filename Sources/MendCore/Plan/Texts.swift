/// A sentence that may name what the other was excited about, or the other's name, with a form for when that is not known.
public struct FillableText: Hashable, Codable, Sendable {
    /// Holds `{excited-about}` or `{name}`; nil when the text is the same either way.
    public let with: String?
    public let without: String

    public init(_ text: String) {
        with = nil
        without = text
    }

    public init(with: String, without: String) {
        self.with = with
        self.without = without
    }

    /// The text with its places filled; the plain form when one of the values it needs is missing.
    public func filled(excitedAbout: String?, name: String?) -> String {
        guard var rest = with?[...] else { return without }
        var text = ""
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let value: String? =
                switch rest[open...close] {
                case "{excited-about}": excitedAbout
                case "{name}": name
                default: nil
                }
            guard let value, !value.isEmpty else { return without }
            text += rest[..<open] + value
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}

/// A short text with an id and nothing more.
public struct Note: Hashable, Codable, Sendable {
    public let id: String
    public let text: String

    public init(id: String, text: String) {
        self.id = id
        self.text = text
    }
}

/// For whom a text is.
public enum Voice: String, CaseIterable, Codable, Sendable {
    /// The caregiver alone.
    case own = "self"
    /// Caregiver and person together.
    case together
}

/// A daily text with a length in minutes.
public struct Prompt: Hashable, Codable, Sendable {
    public let id: String
    public let title: String
    public let text: String
    public let minutes: Int
    public let voice: Voice
    /// Empty for the caregiver alone.
    public let bands: [AgeBand]
    public let theme: String
    /// Practices, 1–7.
    public let tips: [Int]
    public let zone: FeelingZone?
    /// Months (1–12) in which it fits; empty: all year.
    public let season: [Int]

    public init(
        id: String, title: String, text: String, minutes: Int, voice: Voice, bands: [AgeBand], theme: String,
        tips: [Int], zone: FeelingZone? = nil, season: [Int] = []
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.minutes = minutes
        self.voice = voice
        self.bands = bands
        self.theme = theme
        self.tips = tips
        self.zone = zone
        self.season = season
    }
}

/// The weekly questions.
public struct Reflection: Hashable, Codable, Sendable {
    public let id: String
    public let title: String
    public let minutes: Int
    public let tips: [Int]
    public let roadblock: Roadblock?
    public let kind: Rupture.Kind?
    public let intro: String
    public let questions: [String]

    public init(
        id: String, title: String, minutes: Int, tips: [Int], roadblock: Roadblock? = nil, kind: Rupture.Kind? = nil,
        intro: String, questions: [String]
    ) {
        self.id = id
        self.title = title
        self.minutes = minutes
        self.tips = tips
        self.roadblock = roadblock
        self.kind = kind
        self.intro = intro
        self.questions = questions
    }

    /// What it turns on, so that a season does not dwell on one thing.
    var theme: String {
        roadblock?.rawValue ?? kind?.rawValue ?? tips.first.map { "tip-\($0)" } ?? "look-back"
    }
}

/// The monthly text, with two books for those who want more.
public struct Reading: Hashable, Codable, Sendable {
    public let id: String
    public let title: String
    public let minutes: Int
    public let tips: [Int]
    /// Ids of books on the plan's shelves.
    public let shelf: [String]
    public let text: String

    public init(id: String, title: String, minutes: Int, tips: [Int], shelf: [String], text: String) {
        self.id = id
        self.title = title
        self.minutes = minutes
        self.tips = tips
        self.shelf = shelf
        self.text = text
    }
}

/// What changes when a birthday changes the band.
public struct Milestone: Hashable, Codable, Sendable {
    public let id: String
    public let from: AgeBand
    public let to: AgeBand
    public let title: String
    public let text: String

    public init(id: String, from: AgeBand, to: AgeBand, title: String, text: String) {
        self.id = id
        self.from = from
        self.to = to
        self.title = title
        self.text = text
    }
}

/// One of the seven practices of repair.
public struct Practice: Hashable, Codable, Sendable {
    public let id: String
    /// 1–7; prompts name it.
    public let tip: Int
    public let title: String
    /// The caregiver's part.
    public let alone: String
    /// What it is with the person.
    public let together: String

    public init(id: String, tip: Int, title: String, alone: String, together: String) {
        self.id = id
        self.tip = tip
        self.title = title
        self.alone = alone
        self.together = together
    }
}
