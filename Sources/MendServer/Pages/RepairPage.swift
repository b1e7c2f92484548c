import Hummingbird
import MendCore
import MendExport
import MendText

/// The page "A way back": the guide for one rupture, and what came of it.
struct RepairPage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct SectionView: Sendable {
        let title: String
        let html: String
        let points: [String]
        let hasPoints: Bool
    }

    /// What is folded away: sections of one title are one fold.
    struct AsideView: Sendable {
        let title: String
        let first: SectionView
        let others: [SectionView]

        /// In the order in which the titles come first.
        static func all(_ sections: [SectionView]) -> [AsideView] {
            var asides: [AsideView] = []
            for section in sections {
                if let index = asides.firstIndex(where: { $0.title == section.title }) {
                    let aside = asides[index]
                    asides[index] = AsideView(title: aside.title, first: aside.first, others: aside.others + [section])
                } else {
                    asides.append(AsideView(title: section.title, first: section, others: []))
                }
            }
            return asides
        }
    }

    /// What comes first after a frightening moment: a question, people to turn to, and what else there is to say.
    struct FirstView: Sendable {
        let title: String
        /// The question; nil: the text begins with none.
        let lead: String?
        let html: String
        let support: SupportView

        init(_ section: GuideText.Section, _ household: CurrentHousehold) {
            let text = section.paragraphs.joined(separator: "\n\n")
            let question = text.prefix(80).firstIndex(of: "?").map { text[...$0] }
            title = section.title
            lead = question.map(String.init)
            html = PageText.html(String(text.dropFirst(question?.count ?? 0)))
            support = SupportView(household)
        }
    }

    /// One move of the words to say.
    struct CardView: Sendable {
        let name: String
        let text: String
        let icon: String
    }

    struct ScriptView: Sendable {
        let title: String
        let cards: [CardView]
        let advice: String
        /// The address of other words; nil: there are none.
        let another: String?
    }

    struct View: Sendable {
        let id: String
        let name: String
        let when: String
        let kind: String
        /// That the second adult wrote it, and whose the words are; nil: the caregiver did.
        let writtenBy: String?
        let problem: String?
        /// What comes first after a frightening moment.
        let first: FirstView?
        let settle: SectionView?
        let script: ScriptView?
        let sections: [SectionView]
        let asides: [AsideView]
        let outlook: String?
        let isOpen: Bool
        /// What a tap writes down. A frightening moment is not closed with one.
        let taps: [OptionView]
        let hasTaps: Bool
        /// Whether letting go is a tap of its own: another adult may have frightened the caregiver.
        let mayLetGo: Bool
        let outcomes: [OptionView]
        let roadblocks: [OptionView]
        let whenView: WhenView
        let note: String
        let isFull: Bool
        let attempts: [String]
        let hasAttempts: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/repair", for: .both) { request in
            let newest = try await executor.read(as: request.reader) { try $0.builder().openRuptures.last?.id }
            return .seeOther(newest.map { "/repair/\($0)" } ?? "/")
        }
        routes.get("/repair/:rupture", for: .both) { request in try await page(request, Form()) }
        routes.post("/repair/:rupture", for: .both) { request in
            guard let outcome: Attempt.Outcome = request.form.choice("outcome") else {
                return try await page(
                    request, request.form, problem: renderer.text(PageProblem.chooseOutcome),
                    status: .unprocessableContent)
            }
            let entry = AttemptEntry(
                rupture: request.parameter("rupture"), outcome: outcome, at: WhenView.text(request.form),
                roadblock: request.form.choice("roadblock"), note: request.form["note"])
            do {
                if request.reader.isSecond {
                    try await executor.read(as: request.reader) { household in
                        guard household.history.rupture(entry.rupture) != nil else { throw PageError.notFound }
                    }
                }
                let id = try await executor.write(by: request.reader.writer) { try $0.record(entry).attempt.id }
                return .seeOther(
                    (outcome.closes ? "/" : "/repair/\(entry.rupture)") + "?said=\(outcome.rawValue)&undo=\(id)")
            } catch RecordFault.afterClosing(let id) {
                return try await page(
                    request, request.form, problem: renderer.problem(RecordFault.afterClosing(id)), status: .conflict)
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, request.form, problem: problem, status: .unprocessableContent)
            }
        }
    }

    private func page(
        _ request: AuthenticatedRequest, _ form: Form, problem: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let id = request.parameter("rupture")
        let said = request.query["said"]
        let way = request.query["way"].flatMap { Int($0) } ?? 0
        let reader = request.reader
        let view = try await executor.read(as: reader) {
            try Self.view($0, id, form, problem, reader, way: max(0, min(1_000, way)))
        }
        return renderer.page(
            "repair", title: renderer.text(view.isOpen ? PageTitle.wayBack(to: view.name) : .with(view.name)),
            place: "/repair", view,
            request,
            status: status, notice: PageText.notice(said),
            undo: UndoView(
                said == "recorded" ? id : request.query["undo"],
                hasDetails: said == "recorded" || request.query.has("undo")))
    }

    /// - Parameter way: which of the scripts that fit is shown; the first is 0, and after the last comes the first.
    private static func view(
        _ household: CurrentHousehold, _ id: String, _ form: Form, _ problem: String?, _ reader: Reader, way: Int
    ) throws -> View {
        guard let rupture = household.history.rupture(id) else { throw PageError.notFound }
        let builder = try household.builder()
        let outlook = builder.outlook(ofRupture: id)
        let guide = Guide(plan: household.plan, history: household.history, rupture: rupture, day: household.today)
        let texts = GuideText(guide, support: SupportText(household), in: household.catalogue).sections
        let sections = zip(guide.sections, texts).map { (section: $0, view: section($1, household)) }
        func views(_ isIn: (Guide.Section) -> Bool) -> [SectionView] {
            sections.filter { isIn($0.section) }.map(\.view)
        }
        let outcomes = Self.outcomes(outlook)
        let taps = outcomes.filter { !rupture.kind.isFrightening || !$0.closes }
        let chosen: Attempt.Outcome? = form.choice("outcome")
        let attempts = household.history.attempts.filter { $0.rupture == id }.map {
            household.text(
                PagePhrase.attempt(
                    when: household.dates.moment($0.at), outcome: household.text(ChoicePhrase.outcome($0.outcome)),
                    roadblock: nil))
        }
        func option(_ outcome: Attempt.Outcome) -> OptionView {
            OptionView(
                outcome.rawValue, household.text(ChoicePhrase.outcome(outcome)), chosen: outcome == chosen)
        }
        return View(
            id: id, name: household.history.person(rupture.with)?.name ?? rupture.with,
            when: household.dates.moment(rupture.at), kind: household.text(NamePhrase.crack(rupture.kind)),
            writtenBy: rupture.by.map { household.text(PagePhrase.wordsOfWhoeverDidIt(writer: $0)) },
            problem: problem, first: texts.first(where: \.isFirst).map { FirstView($0, household) },
            settle: views(\.isSettling).first,
            script: script(guide, id, way: way, household), sections: views(\.isPlain),
            asides: AsideView.all(views(\.isFolded)),
            outlook: PageText.line(outlook, household), isOpen: outlook != .closed, taps: taps.map(option),
            hasTaps: !taps.isEmpty,
            mayLetGo: guide.owesNothing && outcomes.contains(.letGo),
            outcomes: outcomes.map(option),
            roadblocks: OptionView.roadblocks(chosen: form.choice("roadblock"), household.catalogue),
            whenView: WhenView(form, household.catalogue),
            note: form.whole("note"), isFull: problem != nil, attempts: attempts, hasAttempts: !attempts.isEmpty)
    }

    /// One of the scripts that fit, as cards; nil where words are not for saying.
    private static func script(_ guide: Guide, _ id: String, way: Int, _ household: CurrentHousehold) -> ScriptView? {
        var scripts: [[RepairWording.Move]] = []
        var words: (section: Guide.Section, advice: String)?
        for section in guide.sections {
            switch section {
            case .words(let moves, let advice):
                words = (section, advice)
                scripts.insert(moves, at: 0)
            case .anotherWay(_, let moves): scripts.append(moves)
            default: break
            }
        }
        guard let words, !scripts.isEmpty else { return nil }
        let cards = scripts[way % scripts.count].map {
            CardView(
                name: household.text(GuidePhrase.moveName($0.name)), text: $0.spoken, icon: "icon-\($0.name.drawing)")
        }
        return ScriptView(
            title: household.text(GuidePhrase.title(words.section)), cards: cards, advice: words.advice,
            another: scripts.count > 1 ? "/repair/\(id)?way=\((way + 1) % scripts.count)" : nil)
    }

    static func outcomes(_ outlook: Outlook) -> [Attempt.Outcome] {
        switch outlook {
        case .closed: [.again]
        case .atRest: [.repaired, .letGo, .again]
        case .next, .onHold, .noPlace: [.repaired, .partial, .declined, .notReady, .letGo]
        }
    }

    private static func section(_ section: GuideText.Section, _ household: CurrentHousehold) -> SectionView {
        SectionView(
            title: section.title, html: section.paragraphs.map(PageText.html).joined(separator: "\n"),
            points: section.points, hasPoints: !section.points.isEmpty)
    }
}

extension Guide.Section {
    fileprivate var isFirst: Bool { if case .first = self { true } else { false } }
    fileprivate var isSettling: Bool { if case .settle = self { true } else { false } }

    /// Shown as cards.
    private var isScript: Bool {
        switch self {
        case .words, .anotherWay: true
        default: false
        }
    }

    /// To be looked at when it is needed.
    fileprivate var isFolded: Bool {
        if case .replies = self { return true }
        return isAside && !isScript
    }

    fileprivate var isPlain: Bool { !isFirst && !isSettling && !isScript && !isFolded }
}

extension RepairWording.Move.Name {
    /// The name of its icon.
    fileprivate var drawing: String {
        switch self {
        case .reach: "reach"
        case .own: "own"
        case .turn: "turn"
        case .next: "sprout"
        }
    }
}
