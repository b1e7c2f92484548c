/// The first words of a rung's item. A key that is nil fits every rupture.
public struct LeadIn: Hashable, Codable, Sendable {
    public let id: String
    public let rung: Rung
    public let kind: Rupture.Kind?
    public let band: AgeBand?
    public let relation: Person.Relation?
    public let number: Int?
    /// The caregiver's thermometer.
    public let zone: FeelingZone?
    public let title: String
    public let text: FillableText

    public init(
        id: String, rung: Rung, kind: Rupture.Kind? = nil, band: AgeBand? = nil, relation: Person.Relation? = nil,
        number: Int? = nil, zone: FeelingZone? = nil, title: String, text: FillableText
    ) {
        self.id = id
        self.rung = rung
        self.kind = kind
        self.band = band
        self.relation = relation
        self.number = number
        self.zone = zone
        self.title = title
        self.text = text
    }
}

/// The three moves of a repair.
public struct Script: Hashable, Codable, Sendable {
    public let id: String
    public let kind: Rupture.Kind
    public let band: AgeBand
    /// Come near at their pace and say why.
    public let reach: FillableText
    /// What I did, in plain words.
    public let own: FillableText
    /// Back to what they were excited about.
    public let turn: FillableText
    public let tips: [Int]

    public init(
        id: String, kind: Rupture.Kind, band: AgeBand, reach: FillableText, own: FillableText, turn: FillableText,
        tips: [Int]
    ) {
        self.id = id
        self.kind = kind
        self.band = band
        self.reach = reach
        self.own = own
        self.turn = turn
        self.tips = tips
    }
}

/// What to answer when the other says no.
public struct Reply: Hashable, Codable, Sendable {
    public let id: String
    public let band: AgeBand
    public let text: FillableText

    public init(id: String, band: AgeBand, text: FillableText) {
        self.id = id
        self.band = band
        self.text = text
    }
}

public struct RoadblockQuestion: Hashable, Codable, Sendable {
    public let id: String
    public let roadblock: Roadblock
    public let question: String
    public let followUp: String

    public init(id: String, roadblock: Roadblock, question: String, followUp: String) {
        self.id = id
        self.roadblock = roadblock
        self.question = question
        self.followUp = followUp
    }
}

/// Something that steadies the caregiver.
public struct CalmPractice: Hashable, Codable, Sendable {
    public enum Way: String, CaseIterable, Codable, Sendable {
        case breath, senses, movement, thought, people
    }

    public let id: String
    public let title: String
    public let text: String
    public let minutes: Int
    public let zones: [FeelingZone]
    public let way: Way
    /// It can be done while minding a child.
    public let withChild: Bool
    public let caution: String?

    public init(
        id: String, title: String, text: String, minutes: Int, zones: [FeelingZone], way: Way, withChild: Bool,
        caution: String? = nil
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.minutes = minutes
        self.zones = zones
        self.way = way
        self.withChild = withChild
        self.caution = caution
    }
}

extension RepairWords {
    /// The practices for a zone that can be done with somebody of a band near: before school age, only those that can be done
    /// while minding a child.
    public func practices(in zone: FeelingZone, with band: AgeBand, upTo minutes: Int = .max) -> [CalmPractice] {
        calm.filter { $0.zones.contains(zone) && $0.minutes <= minutes && (band >= .schoolAge || $0.withChild) }
    }
}

/// Something for the place that a person chose for hard moments.
public struct SafePlaceTool: Hashable, Codable, Sendable {
    public let id: String
    public let band: AgeBand
    public let text: String
    public let sense: String
    public let portable: Bool
    public let caution: String?

    public init(id: String, band: AgeBand, text: String, sense: String, portable: Bool, caution: String? = nil) {
        self.id = id
        self.band = band
        self.text = text
        self.sense = sense
        self.portable = portable
        self.caution = caution
    }
}

/// How a zone of the thermometer looks from outside.
public struct Sign: Hashable, Codable, Sendable {
    public let id: String
    public let band: AgeBand
    public let zone: FeelingZone
    public let text: String
    public let quiet: Bool

    public init(id: String, band: AgeBand, zone: FeelingZone, text: String, quiet: Bool) {
        self.id = id
        self.band = band
        self.zone = zone
        self.text = text
        self.quiet = quiet
    }
}

/// What is said where somebody may not be safe.
public struct SafetyText: Hashable, Codable, Sendable {
    public enum Occasion: String, CaseIterable, Codable, Sendable {
        case frightening, pattern
        case afraidOfMyself = "afraid-of-myself"
        case afraidOfSomeone = "afraid-of-someone"
        case cryingBaby = "crying-baby"
        case limits
    }

    public enum Audience: String, CaseIterable, Codable, Sendable {
        case child, adult, any
    }

    public let id: String
    public let when: Occasion
    public let relation: Audience
    /// The support contacts follow it.
    public let contacts: Bool
    public let text: String

    public init(id: String, when: Occasion, relation: Audience, contacts: Bool, text: String) {
        self.id = id
        self.when = when
        self.relation = relation
        self.contacts = contacts
        self.text = text
    }
}

/// The lines of a country.
public struct CountryContacts: Hashable, Codable, Sendable {
    public struct Line: Hashable, Codable, Sendable {
        public let name: String
        public let number: String
        /// Call, text, or both.
        public let how: String
        public let purpose: String
        /// Where it was read.
        public let source: String
        public let hours: String
        /// The day on which somebody last checked it, or `unknown`.
        public let checked: String

        public init(
            name: String, number: String, how: String, purpose: String, source: String, hours: String, checked: String
        ) {
            self.name = name
            self.number = number
            self.how = how
            self.purpose = purpose
            self.source = source
            self.hours = hours
            self.checked = checked
        }
    }

    /// ISO 3166-1 alpha-2.
    public let country: String
    public let name: String
    public let emergency: [String]
    public let lines: [Line]

    public init(country: String, name: String, emergency: [String], lines: [Line]) {
        self.country = country
        self.name = name
        self.emergency = emergency
        self.lines = lines
    }
}

/// Books for one kind of reader.
public struct Shelf: Hashable, Codable, Sendable {
    public struct Book: Hashable, Codable, Sendable {
        public let id: String
        public let author: String
        public let title: String
        /// Of the first edition.
        public let year: Int
        public let note: String?

        public init(id: String, author: String, title: String, year: Int, note: String? = nil) {
            self.id = id
            self.author = author
            self.title = title
            self.year = year
            self.note = note
        }
    }

    public let id: String
    public let title: String
    public let books: [Book]

    public init(id: String, title: String, books: [Book]) {
        self.id = id
        self.title = title
        self.books = books
    }
}
