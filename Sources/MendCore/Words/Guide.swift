/// The steps of a repair for one rupture, to be read aloud or on a page. MendText words what is said around the plan's texts.
public struct Guide: Sendable {
    public enum Section: Equatable, Sendable {
        /// What is said first after a frightening moment, with the people to turn to; nil: only these.
        case first(String?)
        /// A way to settle.
        case settle(String)
        /// The seven practices, by tip.
        case practices([Practice])
        /// The moves of a repair in general.
        case fourMoves
        /// The moves of the script that comes first, below a line on how to take them.
        case words([RepairWording.Move], advice: String)
        /// Those of another script that fits; the first of them is 1.
        case anotherWay(Int, [RepairWording.Move])
        /// Words for something that the journal does not know.
        case occasion(Script.Occasion, [RepairWording.Move])
        /// What to say to a no.
        case replies([String])
        /// Cues to draw or print.
        case cues([VisualCue])
        /// What to do when it is more than a crack, with the people to turn to.
        case danger(Danger, String)
        /// What mend is not.
        case limits(String)

        /// For who wants more: a page may fold it away.
        public var isAside: Bool {
            switch self {
            case .first, .settle, .fourMoves, .words, .replies: false
            case .practices, .anotherWay, .occasion, .cues, .danger, .limits: true
            }
        }

        /// The same for every repair, and long: for a quiet day.
        public var isForAQuietDay: Bool {
            switch self {
            case .practices, .cues: true
            case .first, .settle, .fourMoves, .words, .anotherWay, .occasion, .replies, .danger, .limits: false
            }
        }
    }

    public enum Danger: CaseIterable, Sendable {
        /// A baby who cries and cries.
        case cryingBaby
        /// They speak of harming themselves.
        case selfHarm
        /// The caregiver fears what they may do.
        case oneself
    }

    public let sections: [Section]
    /// Whether letting go is an answer like any other: another adult frightened the caregiver, or nobody said who frightened whom.
    public let owesNothing: Bool

    /// Whether something of it is there to be said; after being frightened by an adult there may be nothing.
    public var hasWordsToSay: Bool {
        sections.contains {
            switch $0 {
            case .words, .fourMoves: true
            default: false
            }
        }
    }

    public init(sections: [Section]) {
        self.sections = sections
        owesNothing = false
    }

    /// - Parameters:
    ///   - rupture: nil for the steps in general.
    ///   - day: today; words follow the other's age on it.
    public init(plan: Plan, history: History, rupture: Rupture?, day: LocalDay) {
        var sections: [Section] = []
        let wording = RepairWording(plan: plan, history: history)
        if let rupture, let person = history.person(rupture.with) {
            let band = person.band(on: day)
            sections = Self.sections(for: rupture, person, band: band, wording, plan)
            owesNothing = rupture.kind.isFrightening && band == .adult && rupture.frightened ?? .them == .them
        } else {
            sections = [.fourMoves, .practices(plan.practices)]
            owesNothing = false
        }
        if let limits = wording.safety(.limits) { sections.append(.limits(limits.text)) }
        self.sections = sections
    }

    private static func sections(
        for rupture: Rupture, _ person: Person, band: AgeBand, _ wording: RepairWording, _ plan: Plan
    ) -> [Section] {
        let subject = RepairWording.Subject(
            rung: .reconnect, number: 0, rupture: rupture, person: person, band: band)
        var sections: [Section] = []
        if rupture.kind.isFrightening { sections.append(.first(safety(for: subject, wording)?.text)) }
        // Whoever opens a guide looks for words.
        sections += wordsToSay(for: subject, wording, plan)
        sections += occasions(for: subject, wording)
        let replies = wording.replies(for: subject)
        if !replies.isEmpty, subject.frightened ?? .me == .me { sections.append(.replies(replies)) }
        let calm = wording.words(
            for: .init(rung: .calm, number: 0, rupture: rupture, person: person, band: band), opened: true)
        sections += [.settle(calm.text), .practices(plan.practices)]
        let cues = plan.words.cues.filter { $0.bands.contains(band) }
        if !cues.isEmpty { sections.append(.cues(cues)) }
        return sections + dangers(band, wording)
    }

    /// What is said first after a frightening moment. Nothing of what somebody else did is ever said as the caregiver's.
    private static func safety(for subject: RepairWording.Subject, _ wording: RepairWording) -> SafetyText? {
        let audience: SafetyText.Audience = subject.band == .adult ? .adult : .child
        let own = wording.safety(.frightening, audience, frightened: subject.frightened)
        return own ?? (subject.frightened == .them ? wording.safety(.afraidOfSomeone, audience) : nil)
    }

    private static func wordsToSay(
        for subject: RepairWording.Subject, _ wording: RepairWording, _ plan: Plan
    ) -> [Section] {
        let scripts = wording.scripts(for: subject)
        guard let script = scripts.first else {
            return subject.kind.isFrightening && subject.frightened != .me ? [] : [.fourMoves]
        }
        let others = scripts.dropFirst().enumerated().map { index, other in
            Section.anotherWay(index + 1, wording.moves(of: other, for: subject))
        }
        return [.words(wording.moves(of: script, for: subject), advice: plan.phrases.makeYourOwn)] + others
    }

    /// Words for what the journal does not know, for the caregiver to pick.
    private static func occasions(for subject: RepairWording.Subject, _ wording: RepairWording) -> [Section] {
        guard subject.frightened ?? .me == .me else { return [] }
        if subject.kind.isFrightening, subject.frightened == nil { return [] }
        return Script.Occasion.allCases.flatMap { occasion in
            wording.scripts(for: subject, when: occasion).map { script in
                .occasion(occasion, wording.moves(of: script, for: subject))
            }
        }
    }

    /// What to do when it is more than a crack.
    private static func dangers(_ band: AgeBand, _ wording: RepairWording) -> [Section] {
        var sections: [Section] = []
        if band == .infant, let text = wording.safety(.cryingBaby, .child) {
            sections.append(.danger(.cryingBaby, text.text))
        }
        if band >= .preschool, let text = wording.safety(.childSelfHarm, band == .adult ? .adult : .child) {
            sections.append(.danger(.selfHarm, text.text))
        }
        if let text = wording.safety(.afraidOfMyself) { sections.append(.danger(.oneself, text.text)) }
        return sections
    }
}
