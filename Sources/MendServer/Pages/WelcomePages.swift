import Hummingbird
import MendCore
import MendText

/// The beginning in three steps: where you are, who is with you, and when you are reached. Each can be passed over.
struct WelcomePages: Sendable {
    let household: HouseholdPages
    let people: PeoplePage
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct PeopleView: Sendable {
        let people: [FaceView]
        let hasPeople: Bool
        let form: PeoplePage.View
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/welcome") { request in try await place(request) }
        routes.post("/welcome") { request in
            do {
                try await executor.write { _ = try $0.change(household.place(request.form, request.reader)) }
                return .seeOther("/welcome/people")
            } catch {
                guard let problem = renderer.fieldProblem(error, hours: "quiet") else { throw error }
                return try await place(request, problem)
            }
        }
        routes.get("/welcome/people") { request in try await somebody(request) }
        routes.post("/welcome/people") { request in
            if let problem = try await people.add(request) { return try await somebody(request, problem) }
            return .seeOther("/welcome/people?said=added")
        }
        routes.get("/welcome/hours") { request in try await hours(request) }
        routes.post("/welcome/hours") { request in
            do {
                try await executor.write { _ = try $0.change(HouseholdPages.hours(request.form)) }
                return .seeOther("/?said=begun")
            } catch {
                guard let problem = renderer.fieldProblem(error, hours: "quiet") else { throw error }
                return try await hours(request, problem)
            }
        }
    }

    private func place(_ request: AuthenticatedRequest, _ problem: FieldProblem? = nil) async throws -> Response {
        let view = try await executor.read { household.placeView($0, request.form, problem) }
        return page("welcome-place", 1, .welcomePlace, view, request, problem)
    }

    private func somebody(_ request: AuthenticatedRequest, _ problem: FieldProblem? = nil) async throws -> Response {
        let view = try await executor.read { household in
            PeopleView(
                people: FaceView.all(household.history.people, chosen: nil),
                hasPeople: !household.history.people.isEmpty,
                form: PeoplePage.view(nil, request.form, problem, action: "/welcome/people", household))
        }
        return page("welcome-people", 2, .welcomePeople, view, request, problem)
    }

    private func hours(_ request: AuthenticatedRequest, _ problem: FieldProblem? = nil) async throws -> Response {
        let view = try await executor.read { HouseholdPages.hoursView($0, request.form, problem) }
        return page("welcome-hours", 3, .welcomeHours, view, request, problem)
    }

    private func page(
        _ template: String, _ step: Int, _ title: PageTitle, _ view: some Sendable, _ request: AuthenticatedRequest,
        _ problem: FieldProblem?
    ) -> Response {
        renderer.page(
            template, title: renderer.text(title), over: renderer.text(PagePhrase.step(step, of: 3)), place: "", view,
            request, status: problem == nil ? .ok : .unprocessableContent,
            notice: PageText.notice(request.query["said"]))
    }
}
