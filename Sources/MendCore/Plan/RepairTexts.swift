/// What the other answered to the last bid, as far as somebody wrote it down.
public enum Answer: String, CaseIterable, Codable, Sendable {
    /// Declined, or not ready.
    case refusal
    case partial
    /// Nothing was written down since the last together item: nobody knows whether there was a bid at all.
    case silence
}

/// The first words of a rung's item. A key that is nil fits every rupture, but see `frightened`.
public struct LeadIn: Hashable, Codable, Sendable {
    public let id: String
    public let rung: Rung
    public let kind: Rupture.Kind?
    public let band: AgeBand?
    public let relation: Person.Relation?
    public let number: Int?
    /// The caregiver's thermometer.
    public let zone: FeelingZone?
    /// The answer to the bid before, of a try-again.
    public let answer: Answer?
    /// Who frightened whom. Nil never fits where it was not the caregiver: nobody is to own what another did.
    public let frightened: Rupture.Frightened?
    public let title: String
    public let text: FillableText

    public init(
        id: String, rung: Rung, kind: Rupture.Kind? = nil, band: AgeBand? = nil, relation: Person.Relation? = nil,
        number: Int? = nil, zone: FeelingZone? = nil, answer: Answer? = nil, frightened: Rupture.Frightened? = nil,
        title: String, text: FillableText
    ) {
        self.id = id
        self.rung = rung
        self.kind = kind
        self.band = band
        self.relation = relation
        self.number = number
        self.zone = zone
        self.answer = answer
        self.frightened = frightened
        self.title = title
        self.text = text
    }
}

/// The moves of a repair, as words to say.
public struct Script: Hashable, Codable, Sendable {
    /// Something that the journal does not know: a guide offers words for it, and no reminder takes them by itself.
    public enum Occasion: String, CaseIterable, Codable, Sendable {
        /// I said something I didn't mean.
        case hurtfulWords = "hurtful-words"
        /// The other hit, bit or threw.
        case theyHit = "they-hit"
        case bothShouted = "both-shouted"
    }

    public let id: String
    /// Nil: for every kind.
    public let kind: Rupture.Kind?
    public let band: AgeBand
    /// Who frightened whom, of a frightening moment; nil: the caregiver did.
    public let frightened: Rupture.Frightened?
    public let occasion: Occasion?
    /// The answer to the bid before; nil: for the first bid.
    public let answer: Answer?
    /// The try-again that it is for; nil: any.
    public let number: Int?
    /// Come near at their pace and say why.
    public let reach: FillableText
    /// Sorry, and what for; nil where there is nothing to own, or where it has been said.
    public let own: FillableText?
    /// Back to what they were excited about.
    public let turn: FillableText?
    /// What I will try next time, or that I love them.
    public let next: FillableText?
    public let tips: [Int]

    public init(
        id: String, kind: Rupture.Kind?, band: AgeBand, frightened: Rupture.Frightened? = nil,
        occasion: Occasion? = nil, answer: Answer? = nil, number: Int? = nil, reach: FillableText,
        own: FillableText? = nil, turn: FillableText? = nil, next: FillableText? = nil, tips: [Int]
    ) {
        self.id = id
        self.kind = kind
        self.band = band
        self.frightened = frightened
        self.occasion = occasion
        self.answer = answer
        self.number = number
        self.reach = reach
        self.own = own
        self.turn = turn
        self.next = next
        self.tips = tips
    }
}

extension Script {
    /// It is said in a first bid, of what the caregiver did.
    public var isFirst: Bool { occasion == nil && answer == nil && (frightened ?? .me) == .me }
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
    /// Nil: the plan's lead-in for the rung has one.
    public let title: String?
    public let question: String
    public let followUp: String

    public init(id: String, roadblock: Roadblock, title: String? = nil, question: String, followUp: String) {
        self.id = id
        self.roadblock = roadblock
        self.title = title
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
    /// With whom it helps; empty: anybody.
    public let bands: [AgeBand]
    public let caution: String?

    public init(
        id: String, title: String, text: String, minutes: Int, zones: [FeelingZone], way: Way, withChild: Bool,
        bands: [AgeBand] = [], caution: String? = nil
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.minutes = minutes
        self.zones = zones
        self.way = way
        self.withChild = withChild
        self.bands = bands
        self.caution = caution
    }
}

extension CalmPractice {
    /// All of it, a part a line: what it is called, what to do, and what to mind.
    public var lines: [String] { [title, text] + [caution].compactMap(\.self) }
}

extension RepairWords {
    /// The practices for a zone that can be done with somebody of a band near: before school age, only those that can be done
    /// while minding a child.
    public func practices(in zone: FeelingZone, with band: AgeBand, upTo minutes: Int = .max) -> [CalmPractice] {
        calm.filter {
            $0.zones.contains(zone) && $0.minutes <= minutes && (band >= .schoolAge || $0.withChild)
                && ($0.bands.isEmpty || $0.bands.contains(band))
        }
    }
}

/// Something for the place that a person chose for hard moments.
public struct SafePlaceTool: Hashable, Codable, Sendable {
    public let id: String
    public let band: AgeBand
    public let text: String
    /// What stands on a card of theirs, in a few words of their own; nil: the text.
    public let card: String?
    public let sense: String
    public let portable: Bool
    public let caution: String?

    public init(
        id: String, band: AgeBand, text: String, card: String? = nil, sense: String, portable: Bool,
        caution: String? = nil
    ) {
        self.id = id
        self.band = band
        self.text = text
        self.card = card
        self.sense = sense
        self.portable = portable
        self.caution = caution
    }
}

/// A picture with a word or two that says something without talk; a person draws it, or prints it.
public struct VisualCue: Hashable, Codable, Sendable {
    public let id: String
    public let bands: [AgeBand]
    public let title: String
    /// What to draw.
    public let picture: String
    /// What is written under the picture.
    public let says: String
    /// How the two of them use it.
    public let text: String

    public init(id: String, bands: [AgeBand], title: String, picture: String, says: String, text: String) {
        self.id = id
        self.bands = bands
        self.title = title
        self.picture = picture
        self.says = says
        self.text = text
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
        /// A child speaks of harming themselves.
        case childSelfHarm = "child-self-harm"
        case limits
    }

    public enum Audience: String, CaseIterable, Codable, Sendable {
        case child, adult, any
    }

    public let id: String
    public let when: Occasion
    public let relation: Audience
    /// Who frightened whom, of a frightening moment; nil: the caregiver did, or nobody said.
    public let frightened: Rupture.Frightened?
    /// The support contacts follow it.
    public let contacts: Bool
    public let text: String

    public init(
        id: String, when: Occasion, relation: Audience, frightened: Rupture.Frightened? = nil, contacts: Bool,
        text: String
    ) {
        self.id = id
        self.when = when
        self.relation = relation
        self.frightened = frightened
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
