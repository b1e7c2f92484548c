/// The steps of a repair for one rupture, in words to read aloud or on a page.
public struct Guide: Sendable {
    public struct Section: Sendable {
        public let title: String
        public let paragraphs: [String]
        /// Listed after the paragraphs.
        public let points: [String]
        /// For who wants more: a page may fold it away.
        public let isAside: Bool

        public init(_ title: String, _ paragraphs: [String] = [], points: [String] = [], isAside: Bool = false) {
            self.title = title
            self.paragraphs = paragraphs
            self.points = points
            self.isAside = isAside
        }
    }

    public let sections: [Section]

    /// The title of the section with support contacts, which opens the guide after a frightening moment.
    public static let firstTitle = "First"

    /// - Parameters:
    ///   - rupture: nil for the steps in general.
    ///   - day: today; words follow the other's age on it.
    public init(plan: Plan, history: History, rupture: Rupture?, day: LocalDay) {
        var sections: [Section] = []
        let wording = RepairWording(plan: plan, history: history)
        if let rupture, let person = history.person(rupture.with) {
            sections = Self.sections(for: rupture, person, band: person.band(on: day), wording, plan, history)
        } else {
            sections = [Self.practices(plan), Self.movesInGeneral]
        }
        if let limits = wording.safety(.limits) {
            sections.append(Section("What mend is not", [limits.text], isAside: true))
        }
        self.sections = sections
    }

    private static func sections(
        for rupture: Rupture, _ person: Person, band: AgeBand, _ wording: RepairWording, _ plan: Plan,
        _ history: History
    ) -> [Section] {
        let subject = RepairWording.Subject(
            rung: .reconnect, number: 0, rupture: rupture, person: person, band: band)
        let support = SupportContacts(plan: plan, history: history).linesWithPurpose
        var sections: [Section] = []
        if rupture.kind == .toxic {
            let text = safety(for: subject, wording)
            sections.append(Section(firstTitle, [text?.text].compactMap(\.self), points: support))
        }
        let calm = wording.words(
            for: .init(rung: .calm, number: 0, rupture: rupture, person: person, band: band), opened: true)
        sections.append(Section("Settle yourself", [calm.text]))
        sections.append(practices(plan))
        sections += wordsToSay(for: subject, wording)
        sections += occasions(for: subject, wording)
        let replies = wording.replies(for: subject)
        if !replies.isEmpty, subject.frightened ?? .me == .me {
            sections.append(Section("If the answer is no", points: replies.map { "\"\($0)\"" }))
        }
        sections += cues(plan, band)
        sections += dangers(band, wording, support)
        return sections
    }

    /// What is said first after a frightening moment. Nothing of what somebody else did is ever said as the caregiver's.
    private static func safety(for subject: RepairWording.Subject, _ wording: RepairWording) -> SafetyText? {
        let audience: SafetyText.Audience = subject.band == .adult ? .adult : .child
        let own = wording.safety(.frightening, audience, frightened: subject.frightened)
        return own ?? (subject.frightened == .them ? wording.safety(.afraidOfSomeone, audience) : nil)
    }

    private static func wordsToSay(for subject: RepairWording.Subject, _ wording: RepairWording) -> [Section] {
        let scripts = wording.scripts(for: subject)
        guard let script = scripts.first else {
            return subject.kind == .toxic && subject.frightened != .me ? [] : [movesInGeneral]
        }
        let others = scripts.dropFirst().enumerated().map { index, other in
            Section("Another way, \(index + 1)", points: named(wording.moves(of: other, for: subject)), isAside: true)
        }
        let first = Section(
            "Words to say", [RepairPhrases.yourOwn], points: named(wording.moves(of: script, for: subject)))
        return [first] + others
    }

    /// Words for what the journal does not know, for the caregiver to pick.
    private static func occasions(for subject: RepairWording.Subject, _ wording: RepairWording) -> [Section] {
        guard subject.frightened ?? .me == .me else { return [] }
        if subject.kind == .toxic, subject.frightened == nil { return [] }
        return Script.Occasion.allCases.flatMap { occasion in
            wording.scripts(for: subject, when: occasion).map { script in
                Section(title(occasion), points: named(wording.moves(of: script, for: subject)), isAside: true)
            }
        }
    }

    private static func title(_ occasion: Script.Occasion) -> String {
        switch occasion {
        case .hurtfulWords: "If you said something you didn't mean"
        case .theyHit: "If they hit, bit or threw things"
        case .bothShouted: "If you both shouted"
        }
    }

    private static func cues(_ plan: Plan, _ band: AgeBand) -> [Section] {
        let cues = plan.words.cues.filter { $0.bands.contains(band) }
        guard !cues.isEmpty else { return [] }
        return [
            Section(
                "Cues to draw or print",
                points: cues.map { "\($0.title). Draw: \($0.picture) Write: \"\($0.says)\" \($0.text)" }, isAside: true)
        ]
    }

    /// What to do when it is more than a crack.
    private static func dangers(_ band: AgeBand, _ wording: RepairWording, _ support: [String]) -> [Section] {
        var sections: [Section] = []
        if band == .infant, let text = wording.safety(.cryingBaby, .child) {
            sections.append(Section("If the baby won't stop crying", [text.text], points: support, isAside: true))
        }
        if band >= .preschool, let text = wording.safety(.childSelfHarm, band == .adult ? .adult : .child) {
            sections.append(
                Section("If they speak of harming themselves", [text.text], points: support, isAside: true))
        }
        if let text = wording.safety(.afraidOfMyself) {
            sections.append(Section("If you fear what you may do", [text.text], points: support, isAside: true))
        }
        return sections
    }

    private static func named(_ moves: [RepairWording.Move]) -> [String] {
        moves.map { "\(title($0.name)): \($0.spoken)" }
    }

    private static func title(_ move: RepairWording.Move.Name) -> String {
        switch move {
        case .reach: "Reach"
        case .own: "Own"
        case .turn: "Turn"
        case .next: "Next"
        }
    }

    private static func practices(_ plan: Plan) -> Section {
        Section(
            "Seven practices", points: plan.practices.map { "\($0.title): \($0.alone) With them: \($0.together)" },
            isAside: true)
    }

    private static let movesInGeneral = Section(
        "Four moves",
        points: [
            "Reach: come near at their pace, and say that you'd like to make up.",
            "Own: say sorry, and what for, in plain words, with no reason behind it.",
            "Turn: go back to what they were excited about when it happened.",
            "Next, where it fits: say what you'll try next time, or that you love them.",
        ])
}
