import Hummingbird
import MendCore
import MendExport
import MendText

/// The pages on which people are added and changed: who they are, and when they cannot be met.
struct PeoplePage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct View: Sendable {
        let problem: String?
        let id: String?
        let name: String
        let relations: [OptionView]
        let born: String
        let closed: String
        let away: String
        let sleep: String
        let good: String
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/settings/people/add") { request in
            renderer.page(
                "person", title: renderer.text(PageTitle.addSomebody), place: "/settings", view(nil, request.form, nil),
                request)
        }
        routes.post("/settings/people/add") { request in
            do {
                guard let name = request.form["person-name"] else { throw InputError.nameMissing }
                let relation: Person.Relation = request.form.choice("relation") ?? .child
                _ = try await executor.write { try $0.add(Self.entry(request.form), named: name, relation: relation) }
                return .seeOther("/settings?said=added")
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return renderer.page(
                    "person", title: renderer.text(PageTitle.addSomebody), place: "/settings",
                    view(nil, request.form, problem), request,
                    status: .unprocessableContent)
            }
        }
        routes.get("/settings/people/:person") { request in try await page(request) }
        routes.post("/settings/people/:person") { request in
            let id = request.parameter("person")
            do {
                var entry = Self.entry(request.form)
                entry.name = request.form.whole("person-name")
                entry.relation = request.form.choice("relation")
                let changed = entry
                _ = try await executor.write { try $0.change(person: id, changed) }
                return .seeOther("/settings?said=saved")
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, problem: problem)
            }
        }
    }

    private func page(_ request: AuthenticatedRequest, problem: String? = nil) async throws -> Response {
        let id = request.parameter("person")
        let person = try await executor.read { household in
            guard let person = household.history.person(id) else { throw PageError.notFound }
            return person
        }
        return renderer.page(
            "person", title: person.name, place: "/settings",
            view(person, problem == nil ? nil : request.form, problem), request,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private static func entry(_ form: Form) -> PersonEntry {
        PersonEntry(
            born: form["born"] ?? "", closed: form.lines("closed"), away: form.lines("away"),
            sleep: form["sleep"] ?? "",
            good: form["good"] ?? "")
    }

    /// - Parameter form: what was typed; nil: the person as they are.
    private func view(_ person: Person?, _ form: Form?, _ problem: String?) -> View {
        let relation = form?["relation"] ?? person?.relation.rawValue ?? "child"
        func text(_ field: String, _ own: String?) -> String { form.map { $0.whole(field) } ?? own ?? "" }
        return View(
            problem: problem, id: person?.id, name: text("person-name", person?.name),
            relations: Person.Relation.allCases.map {
                OptionView(
                    $0.rawValue, renderer.text(ChoicePhrase.relation($0)), chosen: $0.rawValue == relation)
            },
            born: text("born", person?.born?.description),
            closed: text("closed", person?.closed.map(\.description).joined(separator: "\n")),
            away: text("away", person?.away.map(\.description).joined(separator: "\n")),
            sleep: text("sleep", person?.sleep?.description), good: text("good", person?.good?.description))
    }

    static func view(_ person: Person, _ household: CurrentHousehold) -> SettingsPage.PersonView {
        let about: ChoicePhrase =
            person.born == nil ? .relationWord(person.relation) : .band(person.band(on: household.today))
        return SettingsPage.PersonView(id: person.id, name: person.name, about: household.text(about))
    }
}
