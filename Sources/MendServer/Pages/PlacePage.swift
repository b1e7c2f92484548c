import Hummingbird
import MendCore
import MendPlatform
import MendText

/// The page of a family's own Safe Place: what is in it, what could be, and what it is called.
struct PlacePage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct ToolView: Sendable {
        let number: Int
        let text: String
        /// What its button says to whoever does not see the line above.
        let remove: String
    }

    struct View: Sendable {
        let problem: String?
        let with: String?
        let people: [FaceView]
        let hasPeople: Bool
        let alone: Bool
        let name: String
        let tools: [ToolView]
        let hasTools: Bool
        let ideas: [String]
        let hasIdeas: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/place") { request in try await page(request) }
        routes.post("/place") { request in
            let form = request.form
            let with = form["with"]
            do {
                try await executor.write { try Self.change($0, form, with.map { .id($0) }) }
                return .seeOther("/place?said=saved" + (with.map { "&with=\(PercentEncoding.path($0))" } ?? ""))
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, problem: problem)
            }
        }
    }

    private static func change(_ notebook: Notebook, _ form: Form, _ with: PersonReference?) throws {
        let number = form["number"].flatMap { Int($0) } ?? 0
        switch form["do"] {
        case "add": _ = try notebook.addTool(form["tool"] ?? "", with: with)
        case "rename": _ = try notebook.renameTool(number, to: form["tool"] ?? "", with: with)
        case "remove": _ = try notebook.removeTool(number, with: with)
        case "call": _ = try notebook.namePlace(form["place-name"] ?? "", with: with)
        default: break
        }
    }

    private func page(_ request: AuthenticatedRequest, problem: String? = nil) async throws -> Response {
        let with = request.form["with"] ?? request.query["with"]
        let (view, title) = try await executor.read { household in
            (Self.view(household, with: with, problem), Self.title(household, with: with))
        }
        return renderer.page(
            "place", title: title, place: "/place", view, request,
            status: problem == nil ? .ok : .unprocessableContent, notice: PageText.notice(request.query["said"]))
    }

    private static func title(_ household: CurrentHousehold, with: String?) -> String {
        let person = with.flatMap(household.history.person)
        let name = household.history.place(of: person?.id)?.name
        return household.text(PlacePhrase.title(named: name, of: person?.name))
    }

    private static func view(_ household: CurrentHousehold, with: String?, _ problem: String?) -> View {
        let person = with.flatMap(household.history.person)
        let place = household.history.place(of: person?.id)
        let band = person?.band(on: household.today) ?? .adult
        let tools = (place?.tools ?? []).enumerated().map { number, text in
            ToolView(
                number: number + 1, text: text, remove: household.text(PlacePhrase.takeOut(text)))
        }
        let ideas = household.plan.words.tools.filter { $0.band == band && place?.tools.contains($0.text) != true }
        return View(
            problem: problem, with: person?.id,
            people: FaceView.all(household.history.people, chosen: person?.id),
            hasPeople: !household.history.people.isEmpty, alone: person == nil, name: place?.name ?? "", tools: tools,
            hasTools: !tools.isEmpty, ideas: ideas.map(\.text), hasIdeas: !ideas.isEmpty)
    }
}
