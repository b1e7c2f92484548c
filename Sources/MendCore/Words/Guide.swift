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
        var sections: [Section] = []
        let subject = RepairWording.Subject(
            rung: .reconnect, number: 0, rupture: rupture, person: person, band: band)
        if rupture.kind == .toxic {
            let text = wording.safety(.frightening, band == .adult ? .adult : .child)
            sections.append(
                Section(
                    firstTitle, [text?.text].compactMap { $0 },
                    points: SupportContacts(plan: plan, history: history).lines
                ))
        }
        let calm = wording.words(
            for: .init(rung: .calm, number: 0, rupture: rupture, person: person, band: band), opened: true)
        sections.append(Section("Settle yourself", [calm.text]))
        sections.append(practices(plan))
        let scripts = wording.scripts(for: subject)
        if let script = scripts.first {
            sections.append(Section("Words to say", points: named(wording.moves(of: script, for: subject))))
            for (index, other) in scripts.dropFirst().enumerated() {
                sections.append(
                    Section(
                        "Another way, \(index + 1)", points: named(wording.moves(of: other, for: subject)),
                        isAside: true))
            }
        } else {
            sections.append(movesInGeneral)
        }
        let replies = wording.replies(for: subject)
        if !replies.isEmpty { sections.append(Section("If the answer is no", points: replies)) }
        return sections
    }

    private static func named(_ moves: [String]) -> [String] {
        zip(["Reach", "Own", "Turn"], moves).map { "\($0): \($1)" }
    }

    private static func practices(_ plan: Plan) -> Section {
        Section(
            "Seven practices", points: plan.practices.map { "\($0.title): \($0.alone) With them: \($0.together)" },
            isAside: true)
    }

    private static let movesInGeneral = Section(
        "Three moves",
        points: [
            "Reach: come near at their pace, and say why you come.",
            "Own: say what you did, in plain words, without a reason behind it.",
            "Turn: go back to what they were excited about when it happened.",
        ])
}
