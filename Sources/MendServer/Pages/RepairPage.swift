import Hummingbird
import MendCore
import MendExport
import MendText

/// Repair: the guide for one rupture, and what came of it.
struct RepairPage: Sendable {
    let desk: Desk
    let look: Look

    struct SectionView: Sendable {
        let title: String
        let html: String
        let points: [String]
        let hasPoints: Bool
        let support: SupportView?
    }

    struct View: Sendable {
        let id: String
        let name: String
        let when: String
        let problem: String?
        let sections: [SectionView]
        let asides: [SectionView]
        let outlook: String?
        let isOpen: Bool
        let outcomes: [Option]
        let roadblocks: [Option]
        let whenView: WhenView
        let note: String
        let isFull: Bool
        let attempts: [String]
        let hasAttempts: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/repair") { visit in
            let newest = try await desk.read { try $0.builder().openRuptures.last?.id }
            return .seeOther(newest.map { "/repair/\($0)" } ?? "/")
        }
        routes.get("/repair/:rupture") { visit in try await page(visit, Form()) }
        routes.post("/repair/:rupture") { visit in
            guard let outcome: Attempt.Outcome = visit.form.choice("outcome") else {
                return try await page(visit, visit.form, problem: "Choose how it went.", status: .unprocessableContent)
            }
            let entry = AttemptEntry(
                rupture: visit.parameter("rupture"), outcome: outcome, at: WhenView.text(visit.form),
                roadblock: visit.form.choice("roadblock"), note: visit.form["note"])
            do {
                _ = try await desk.write { try $0.record(entry).attempt.id }
                return .seeOther(
                    outcome.closes ? "/?said=\(outcome.rawValue)" : "/repair/\(entry.rupture)?said=\(outcome.rawValue)")
            } catch RecordFault.afterClosing(let id) {
                return try await page(
                    visit, visit.form, problem: PageWords.problem(RecordFault.afterClosing(id)), status: .conflict)
            } catch {
                guard let problem = PageWords.problem(error) else { throw error }
                return try await page(visit, visit.form, problem: problem, status: .unprocessableContent)
            }
        }
    }

    private func page(
        _ visit: Visit, _ form: Form, problem: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let id = visit.parameter("rupture")
        let said = visit.query["said"]
        let view = try await desk.read { try Self.view($0, id, form, problem) }
        return look.page(
            "repair", title: view.isOpen ? "A way back to \(view.name)" : "With \(view.name)", place: "/repair", view,
            visit,
            status: status,
            notice: said == "recorded"
                ? "Written down. That is a first step." : PageWords.notice(said))
    }

    private static func view(
        _ journal: OpenJournal, _ id: String, _ form: Form, _ problem: String?
    ) throws -> View {
        guard let rupture = journal.history.rupture(id) else { throw PageError.notFound }
        let builder = try journal.builder()
        let outlook = builder.outlook(ofRupture: id)
        let guide = Guide(plan: journal.plan, history: journal.history, rupture: rupture, day: journal.today)
        let text = AgendaText(zone: journal.zone)
        let isOpen = outlook != .closed
        let outcomes = Self.outcomes(outlook)
        let chosen: Attempt.Outcome? = form.choice("outcome")
        let attempts = journal.history.attempts.filter { $0.rupture == id }.map {
            "\(text.moment($0.at)): \(PageWords.name(of: $0.outcome))"
        }
        return View(
            id: id, name: journal.history.person(rupture.with)?.name ?? rupture.with, when: text.moment(rupture.at),
            problem: problem,
            sections: guide.sections.filter { !$0.isAside }.map { section($0, journal) },
            asides: guide.sections.filter(\.isAside).map { section($0, journal) },
            outlook: PageWords.line(outlook, journal.zone), isOpen: isOpen,
            outcomes: outcomes.map { Option($0.rawValue, PageWords.name(of: $0), chosen: $0 == chosen) },
            roadblocks: Option.roadblocks(chosen: form.choice("roadblock")), whenView: WhenView(form),
            note: form.whole("note"), isFull: problem != nil, attempts: attempts, hasAttempts: !attempts.isEmpty)
    }

    static func outcomes(_ outlook: Outlook) -> [Attempt.Outcome] {
        switch outlook {
        case .closed: [.again]
        case .atRest: [.repaired, .letGo, .again]
        case .next, .onHold, .noPlace: [.repaired, .partial, .declined, .notReady, .letGo]
        }
    }

    private static func section(_ section: Guide.Section, _ journal: OpenJournal) -> SectionView {
        let isSupport = section.title == Guide.firstTitle
        return SectionView(
            title: section.title, html: section.paragraphs.map(PageWords.html).joined(separator: "\n"),
            points: isSupport ? [] : section.points, hasPoints: !isSupport && !section.points.isEmpty,
            support: isSupport ? SupportView(journal) : nil)
    }
}
