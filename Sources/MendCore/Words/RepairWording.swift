/// What an item of the ladder says: the plan's texts for its rung, chosen by the most specific key that fits, filled with
/// what the household knows.
public struct RepairWording: Sendable {
    private let words: RepairWords
    private let phrases: ItemPhrases
    private let seed: String
    private let leadIns: LeadInChoice
    /// People to turn to, a line each.
    private let support: String
    /// What the caregiver chose for their own Safe Place; nil: nothing.
    private let ownTools: String?

    /// From the try-again after this one on no words are laid out.
    private static let lastTryWithScript = 3

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
        /// As it was typed, without what ends a sentence.
        public let excitedAbout: String?
        /// For a roadblock question: the one to ask about.
        public let roadblock: Roadblock?
        /// Of a try-again; nil for every other rung.
        public let answer: Answer?
        /// The item's place in its climb, from 0.
        public let place: Int
        /// Who frightened whom; nil where nothing was frightening, or nobody said it of an adult.
        public let frightened: Rupture.Frightened?

        /// - Parameters:
        ///   - answer: of a try-again, what came of the bid before; nil counts as silence, of which the least is said.
        ///   - place: the item's place in its climb, from 0; nil: as if nothing had been left out.
        public init(
            rung: Rung, number: Int, rupture: Rupture, person: Person, band: AgeBand, roadblock: Roadblock? = nil,
            answer: Answer? = nil, place: Int? = nil
        ) {
            self.rung = rung
            self.number = number
            kind = rupture.kind
            self.band = band
            relation = person.relation
            zone = rupture.kind.isFrightening ? .red : rupture.zone
            ruptureID = rupture.id
            name = person.name
            excitedAbout = TypedWords.cleaned(rupture.excitedAbout)
            self.roadblock = roadblock
            self.answer = rung == .tryAgain ? answer ?? .silence : nil
            self.place = place ?? Self.usualPlace(of: rung, band)
            frightened = rupture.kind.isFrightening ? rupture.frightened ?? (band < .adult ? .me : nil) : nil
        }

        private static func usualPlace(of rung: Rung, _ band: AgeBand) -> Int {
            switch rung {
            case .calm: 0
            case .reflect: 1
            case .reconnect: band == .infant ? 1 : 2
            case .tryAgain, .roadblock, .rest: 3
            }
        }

        /// Words for every kind ask too much here.
        fileprivate var isFrightenedAdult: Bool { kind.isFrightening && band == .adult }
        /// It is known whose words they would be: the caregiver's own, of what they did.
        fileprivate var isOwn: Bool { !kind.isFrightening || frightened == .me }
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
        phrases = plan.phrases
        seed = "\(plan.id) \(history.household.id)"
        leadIns = LeadInChoice(words.leadIns)
        support = SupportContacts(plan: plan, history: history).lines(in: phrases).joined(separator: "\n")
        ownTools = plan.phrases.tools(of: history.place(of: nil))
    }

    /// - Parameters:
    ///   - pinned: the id of a text that has been shown and therefore stays.
    ///   - opened: whether what opens a frightening moment's item has been said already.
    public func words(for subject: Subject, pinned: String? = nil, opened: Bool = false) -> Words {
        let leadIn = leadIns.leadIn(for: subject, draw: hash(for: subject))
        var parts: [String] = []
        if subject.kind.isFrightening, !opened { parts += opening(for: subject) }
        if let leadIn {
            parts.append(leadIn.text.filled(excitedAbout: subject.excitedAbout, name: subject.name))
        }
        var title = leadIn?.title
        var prompt = leadIn?.id
        var tips: [Int] = []
        switch subject.rung {
        case .calm:
            if let ownTools { parts.append(ownTools) }
            if let practice = practice(for: subject, pinned: pinned) {
                parts.append(practice.lines.joined(separator: "\n"))
                prompt = practice.id
                tips = [1]
            }
        case .roadblock:
            // The questions are about one's own part.
            if subject.isOwn, let question = question(for: subject, pinned: pinned) {
                parts.append("\(question.question)\n\(question.followUp)")
                title = question.title ?? title
                prompt = question.id
            }
        case .reconnect, .tryAgain:
            if let script = script(for: subject, pinned: pinned) {
                let moves = moves(of: script, for: subject).map(\.spoken)
                parts.append((moves + [phrases.makeYourOwn]).joined(separator: "\n"))
                prompt = script.id
                tips = script.tips
            }
        case .reflect: tips = [2]
        case .rest: tips = [7]
        }
        return Words(
            title: title ?? phrases.title(subject.rung), text: parts.joined(separator: "\n\n"),
            prompt: pinned ?? prompt, tips: tips)
    }

    /// What comes before everything else after a frightening moment: safety and people to turn to; later only where
    /// these stand.
    private func opening(for subject: Subject) -> [String] {
        guard subject.place < 2 else { return [phrases.whereSupportIs] }
        return [phrases.safe(subject.frightened), support]
    }

    /// One move of a script.
    public struct Move: Equatable, Sendable {
        public enum Name: String, CaseIterable, Sendable { case reach, own, turn, next }

        public let name: Name
        public let text: String

        public init(name: Name, text: String) {
            self.name = name
            self.text = text
        }

        /// In quotation marks.
        public var spoken: String { "\"\(text)\"" }
    }

    /// The moves that a script has, in their order.
    public func moves(of script: Script, for subject: Subject) -> [Move] {
        let all: [(Move.Name, FillableText?)] = [
            (.reach, script.reach), (.own, script.own), (.turn, script.turn), (.next, script.next),
        ]
        return all.compactMap { name, text in text.map { Move(name: name, text: spoken($0, for: subject)) } }
    }

    /// The scripts that fit, in the order in which the tries use them.
    public func scripts(for subject: Subject) -> [Script] {
        guard let (fitting, first) = fittingScripts(for: subject) else { return [] }
        return fitting.indices.map { words.scripts[fitting[(first + $0) % fitting.count]] }
    }

    /// Words for something that the journal does not know.
    public func scripts(for subject: Subject, when occasion: Script.Occasion) -> [Script] {
        words.scripts.filter { $0.occasion == occasion && $0.band == subject.band }
    }

    public func replies(for subject: Subject) -> [String] {
        words.replies.filter { $0.band == subject.band }.map { spoken($0.text, for: subject) }
    }

    /// - Parameter frightened: who frightened whom; nil: the caregiver did, or nobody said.
    public func safety(
        _ occasion: SafetyText.Occasion, _ audience: SafetyText.Audience = .any,
        frightened: Rupture.Frightened? = nil
    ) -> SafetyText? {
        let fitting = words.safety.filter {
            $0.when == occasion && ($0.frightened ?? .me) == (frightened ?? .me)
        }
        return fitting.first { $0.relation == audience } ?? fitting.first { $0.relation == .any }
    }

    private func script(for subject: Subject, pinned: String?) -> Script? {
        if let pinned, let script = words.scripts.first(where: { $0.id == pinned }) { return script }
        return fittingScripts(for: subject).map { words.scripts[$0.numbers[$0.first]] }
    }

    /// The numbers of the scripts that fit, and the place of the one that comes first.
    private func fittingScripts(for subject: Subject) -> (numbers: [Int], first: Int)? {
        let fitting = numbersOfScripts(for: subject)
        guard !fitting.isEmpty else { return nil }
        let first = StableHash(seed, subject.ruptureID, "script").index(of: fitting.count) + subject.number
        return (fitting, first % fitting.count)
    }

    private func numbersOfScripts(for subject: Subject) -> [Int] {
        guard subject.rung == .tryAgain else { return numbersOfScripts(for: subject, after: nil) }
        guard subject.number <= Self.lastTryWithScript else { return [] }
        // A plan without words for an answer says those of a first bid once or twice more.
        guard words.scripts.contains(where: { $0.answer != nil }) else {
            return subject.number < Self.lastTryWithScript ? numbersOfScripts(for: subject, after: nil) : []
        }
        let fitting = numbersOfScripts(for: subject, after: subject.answer)
        let ofTheKind = fitting.filter { words.scripts[$0].kind != nil }
        return ofTheKind.isEmpty ? fitting : ofTheKind
    }

    private func numbersOfScripts(for subject: Subject, after answer: Answer?) -> [Int] {
        guard subject.isOwn || subject.frightened != nil else { return [] }
        return words.scripts.indices.filter {
            let script = words.scripts[$0]
            return script.occasion == nil && script.answer == answer && script.band == subject.band
                && (script.kind == subject.kind || script.kind == nil && !subject.isFrightenedAdult)
                && (script.number == nil || script.number == subject.number)
                && (script.frightened ?? .me) == (subject.frightened ?? .me)
        }
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
    private func spoken(_ text: FillableText, for subject: Subject) -> String {
        text.filled(excitedAbout: TypedWords.addressed(subject.excitedAbout), name: subject.name)
    }
}
