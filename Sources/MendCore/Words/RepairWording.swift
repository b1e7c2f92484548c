/// What an item of the ladder says: the plan's texts for its rung, chosen by the most specific key that fits, filled with
/// what the household knows.
public struct RepairWording: Sendable {
    private let words: RepairWords
    private let seed: String
    private let leadIns: LeadInChoice
    /// What comes before everything else after a frightening moment: safety, then people to turn to.
    private let opening: [String]

    /// What a text is chosen and filled for.
    public struct Subject: Sendable {
        public let rung: Rung
        public let number: Int
        public let kind: Rupture.Kind
        /// Of the item's day.
        public let band: AgeBand
        public let relation: Person.Relation
        public let zone: FeelingZone?
        public let ruptureID: String
        public let name: String
        public let excitedAbout: String?
        /// For a roadblock question: the one to ask about.
        public let roadblock: Roadblock?

        public init(
            rung: Rung, number: Int, rupture: Rupture, person: Person, band: AgeBand, roadblock: Roadblock? = nil
        ) {
            self.rung = rung
            self.number = number
            kind = rupture.kind
            self.band = band
            relation = person.relation
            zone = rupture.kind == .toxic ? .red : rupture.zone
            ruptureID = rupture.id
            name = person.name
            excitedAbout = rupture.excitedAbout
            self.roadblock = roadblock
        }
    }

    public struct Words: Sendable {
        public let title: String
        public let text: String
        /// The id of the text at its heart.
        public let prompt: String?
        public let tips: [Int]
    }

    public init(plan: Plan, history: History) {
        words = plan.words
        seed = "\(plan.id) \(history.household.id)"
        leadIns = LeadInChoice(words.leadIns)
        let support = SupportContacts(plan: plan, history: history).lines.joined(separator: "\n")
        opening = ["Is everyone safe now?", support].filter { !$0.isEmpty }
    }

    /// - Parameters:
    ///   - pinned: the id of a text that has been shown and therefore stays.
    ///   - opened: whether what opens a frightening moment's item has been said already.
    public func words(for subject: Subject, pinned: String? = nil, opened: Bool = false) -> Words {
        let leadIn = leadIns.leadIn(for: subject, draw: hash(for: subject))
        var parts: [String] = []
        if subject.kind == .toxic, !opened { parts += opening }
        if let leadIn {
            parts.append(leadIn.text.filled(excitedAbout: subject.excitedAbout, name: subject.name))
        }
        var prompt = leadIn?.id
        var tips: [Int] = []
        switch subject.rung {
        case .calm:
            if let practice = practice(for: subject, pinned: pinned) {
                parts.append(practice.text)
                prompt = practice.id
                tips = [1]
            }
        case .roadblock:
            if let question = question(for: subject, pinned: pinned) {
                parts.append("\(question.question)\n\(question.followUp)")
                prompt = question.id
            }
        case .reconnect, .tryAgain:
            if let script = script(for: subject, pinned: pinned) {
                parts.append(moves(of: script, for: subject).joined(separator: "\n"))
                prompt = script.id
                tips = script.tips
            }
        case .reflect: tips = [2]
        case .rest: tips = [7]
        }
        return Words(
            title: leadIn?.title ?? Self.plainTitle(subject.rung), text: parts.joined(separator: "\n\n"),
            prompt: pinned ?? prompt, tips: tips)
    }

    /// Reach, own and turn, in the words of a script.
    public func moves(of script: Script, for subject: Subject) -> [String] {
        spoken([script.reach, script.own, script.turn], for: subject)
    }

    /// The scripts that fit, in the order in which the tries use them.
    public func scripts(for subject: Subject) -> [Script] {
        guard let (fitting, first) = fittingScripts(for: subject) else { return [] }
        return fitting.indices.map { words.scripts[fitting[(first + $0) % fitting.count]] }
    }

    public func replies(for subject: Subject) -> [String] {
        spoken(words.replies.filter { $0.band == subject.band }.map(\.text), for: subject)
    }

    public func safety(_ occasion: SafetyText.Occasion, _ audience: SafetyText.Audience = .any) -> SafetyText? {
        words.safety.first { $0.when == occasion && $0.relation == audience }
            ?? words.safety.first { $0.when == occasion && $0.relation == .any }
    }

    private func script(for subject: Subject, pinned: String?) -> Script? {
        if let pinned, let script = words.scripts.first(where: { $0.id == pinned }) { return script }
        return fittingScripts(for: subject).map { words.scripts[$0.numbers[$0.first]] }
    }

    /// The numbers of the scripts of a kind and band, and the place of the one that comes first.
    private func fittingScripts(for subject: Subject) -> (numbers: [Int], first: Int)? {
        let fitting = words.scripts.indices.filter {
            words.scripts[$0].kind == subject.kind && words.scripts[$0].band == subject.band
        }
        guard !fitting.isEmpty else { return nil }
        let first = StableHash(seed, subject.ruptureID, "script").index(of: fitting.count) + subject.number
        return (fitting, first % fitting.count)
    }

    private func practice(for subject: Subject, pinned: String?) -> CalmPractice? {
        if let pinned, let practice = words.calm.first(where: { $0.id == pinned }) { return practice }
        return pick(words.practices(in: subject.zone ?? .yellow, with: subject.band, upTo: 5), subject)
    }

    private func question(for subject: Subject, pinned: String?) -> RoadblockQuestion? {
        if let pinned, let question = words.roadblocks.first(where: { $0.id == pinned }) { return question }
        return pick(words.roadblocks.filter { $0.roadblock == subject.roadblock }, subject)
    }

    private func pick<Text>(_ texts: [Text], _ subject: Subject) -> Text? {
        texts.isEmpty ? nil : texts[hash(for: subject).index(of: texts.count)]
    }

    private func hash(for subject: Subject) -> StableHash {
        StableHash(seed, subject.ruptureID, subject.rung.rawValue, String(subject.number))
    }

    /// What is said to the person: "her lego tower" is then "your lego tower".
    private func spoken(_ texts: [FillableText], for subject: Subject) -> [String] {
        var excitedAbout = subject.excitedAbout
        if let words = excitedAbout, let owner = words.firstIndex(of: " "),
            ["her", "his", "their"].contains(words[..<owner].lowercased())
        {
            excitedAbout = "your" + words[owner...]
        }
        return texts.map { $0.filled(excitedAbout: excitedAbout, name: subject.name) }
    }

    /// For a plan without words for a rung.
    private static func plainTitle(_ rung: Rung) -> String {
        switch rung {
        case .calm: "A moment to settle"
        case .reflect: "A look at both sides"
        case .reconnect: "A way back"
        case .tryAgain: "Another way back"
        case .roadblock: "A question for you alone"
        case .rest: "Let it rest, or begin anew"
        }
    }
}
