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
        let outcomes: [OptionView]
        let roadblocks: [OptionView]
        let whenView: WhenView
        let note: String
        let isFull: Bool
        let attempts: [String]
        let hasAttempts: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/repair") { request in
            let newest = try await executor.read { try $0.builder().openRuptures.last?.id }
            return .seeOther(newest.map { "/repair/\($0)" } ?? "/")
        }
        routes.get("/repair/:rupture") { request in try await page(request, Form()) }
        routes.post("/repair/:rupture") { request in
            guard let outcome: Attempt.Outcome = request.form.choice("outcome") else {
                return try await page(
                    request, request.form, problem: renderer.text(PageProblem.chooseOutcome),
                    status: .unprocessableContent)
            }
            let entry = AttemptEntry(
                rupture: request.parameter("rupture"), outcome: outcome, at: WhenView.text(request.form),
                roadblock: request.form.choice("roadblock"), note: request.form["note"])
            do {
                _ = try await executor.write { try $0.record(entry).attempt.id }
                return .seeOther(
                    outcome.closes ? "/?said=\(outcome.rawValue)" : "/repair/\(entry.rupture)?said=\(outcome.rawValue)")
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
        let view = try await executor.read { try Self.view($0, id, form, problem) }
        return renderer.page(
            "repair", title: renderer.text(view.isOpen ? PageTitle.wayBack(to: view.name) : .with(view.name)),
            place: "/repair", view,
            request,
            status: status, notice: PageText.notice(said))
    }

    private static func view(
        _ household: CurrentHousehold, _ id: String, _ form: Form, _ problem: String?
    ) throws -> View {
        guard let rupture = household.history.rupture(id) else { throw PageError.notFound }
        let builder = try household.builder()
        let outlook = builder.outlook(ofRupture: id)
        let guide = Guide(plan: household.plan, history: household.history, rupture: rupture, day: household.today)
        let isOpen = outlook != .closed
        let outcomes = Self.outcomes(outlook)
        let chosen: Attempt.Outcome? = form.choice("outcome")
        let attempts = household.history.attempts.filter { $0.rupture == id }.map {
            household.text(
                PagePhrase.attempt(
                    when: household.dates.moment($0.at), outcome: household.text(ChoicePhrase.outcome($0.outcome)),
                    roadblock: nil))
        }
        return View(
            id: id, name: household.history.person(rupture.with)?.name ?? rupture.with,
            when: household.dates.moment(rupture.at),
            problem: problem,
            sections: guide.sections.filter { !$0.isAside }.map { section($0, household) },
            asides: guide.sections.filter(\.isAside).map { section($0, household) },
            outlook: PageText.line(outlook, household), isOpen: isOpen,
            outcomes: outcomes.map {
                OptionView($0.rawValue, household.text(ChoicePhrase.outcome($0)), chosen: $0 == chosen)
            },
            roadblocks: OptionView.roadblocks(chosen: form.choice("roadblock"), household.catalogue),
            whenView: WhenView(form, household.catalogue),
            note: form.whole("note"), isFull: problem != nil, attempts: attempts, hasAttempts: !attempts.isEmpty)
    }

    static func outcomes(_ outlook: Outlook) -> [Attempt.Outcome] {
        switch outlook {
        case .closed: [.again]
        case .atRest: [.repaired, .letGo, .again]
        case .next, .onHold, .noPlace: [.repaired, .partial, .declined, .notReady, .letGo]
        }
    }

    private static func section(_ section: Guide.Section, _ household: CurrentHousehold) -> SectionView {
        let isSupport = section.title == Guide.firstTitle
        return SectionView(
            title: section.title, html: section.paragraphs.map(PageText.html).joined(separator: "\n"),
            points: isSupport ? [] : section.points, hasPoints: !isSupport && !section.points.isEmpty,
            support: isSupport ? SupportView(household) : nil)
    }
}
