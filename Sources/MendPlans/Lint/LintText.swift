import MendCore

/// One text of a plan with what the rules want to know about it.
struct LintText {
    enum Field: String {
        case title, text, intro, question
        case followUp = "follow-up"
        case reach, own, turn, next, caution, alone, together, picture, says
    }

    let list: ListKey
    let field: Field
    let id: String
    let place: Place
    let line: Place.Line
    /// With sample words in the places of `{name}` and `{excited-about}`, and straight apostrophes.
    let text: String
    /// As it was written, with its places open.
    let template: String
    let tokens: Tokens
    /// Empty when it is for every band.
    let bands: [AgeBand]
    let traits: Set<Trait>
    /// The form for when a value is missing; measures of length and sameness look at the other one.
    let isSecondForm: Bool

    enum Trait {
        /// The caregiver is alone with it.
        case alone
        /// It is said or done with another person.
        case withOther
        /// About what keeps a caregiver from the door: it may name shame and guilt.
        case roadblock
        /// It goes with a frightening moment.
        case toxic
        /// A child may be near.
        case withChild
        /// It is for an occasion that says what was done.
        case actIsKnown
        /// A try-again after silence.
        case silence
    }

    init(
        _ text: String, _ field: Field, list: ListKey, id: String, place: Place, key: String? = nil,
        bands: [AgeBand] = [], traits: Set<Trait> = [], isSecondForm: Bool = false
    ) {
        self.list = list
        self.field = field
        self.id = id
        self.place = place
        line = place.lines[key ?? field.rawValue] ?? .init(number: place.line, isLiteral: false)
        template = text
        self.text = Self.filled(text)
        tokens = Tokens(self.text)
        self.bands = bands
        self.traits = traits
        self.isSecondForm = isSecondForm
    }

    /// What people type, short and long: the words of a band hold with any of them.
    static let fillings = [
        "the tower", "pouring the milk", "the last page of the fox book", "her friend's party",
        "the plan for the spring",
    ]

    static func filled(_ text: String, with filling: String = fillings[0]) -> String {
        var filled = text
        if filled.utf8.contains(UInt8(ascii: "{")) {
            filled = filled.replacing("{excited-about}", with: filling).replacing("{name}", with: "Sam")
        }
        if filled.utf8.contains(0xE2) {
            filled = filled.replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'")
        }
        return filled
    }

    /// A warning about this text; `offset` in bytes tells the line of a block scalar.
    func warning(_ rule: String, _ message: String, _ suggestion: String, at offset: Int = 0) -> PlanFault {
        let further = line.isLiteral ? 1 + text.utf8.prefix(offset).count { $0 == 0x0A } : 0
        return PlanFault(
            path: place.path, line: line.number + further, rule: rule, message: message, suggestion: suggestion,
            severity: .warning)
    }
}
