import Hummingbird
import MendCore
import MendExport

/// The people of the household: who they are, and when they cannot be met.
struct SettingsPeople: Sendable {
    let desk: Desk
    let look: Look

    struct View: Sendable {
        let problem: String?
        let id: String?
        let name: String
        let relations: [Option]
        let born: String
        let closed: String
        let away: String
        let sleep: String
        let good: String
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/settings/people/add") { visit in
            look.page("person", title: "Add somebody", place: "/settings", Self.view(nil, visit.form, nil), visit)
        }
        routes.post("/settings/people/add") { visit in
            do {
                guard let name = visit.form["person-name"] else { throw InputError("a name is needed") }
                let relation: Person.Relation = visit.form.choice("relation") ?? .child
                _ = try await desk.write { try $0.add(Self.entry(visit.form), named: name, relation: relation) }
                return .seeOther("/settings?said=added")
            } catch {
                guard let problem = PageWords.problem(error) else { throw error }
                return look.page(
                    "person", title: "Add somebody", place: "/settings", Self.view(nil, visit.form, problem), visit,
                    status: .unprocessableContent)
            }
        }
        routes.get("/settings/people/:person") { visit in try await page(visit) }
        routes.post("/settings/people/:person") { visit in
            let id = visit.parameter("person")
            do {
                var entry = Self.entry(visit.form)
                entry.name = visit.form.whole("person-name")
                entry.relation = visit.form.choice("relation")
                let changed = entry
                _ = try await desk.write { try $0.change(person: id, changed) }
                return .seeOther("/settings?said=saved")
            } catch {
                guard let problem = PageWords.problem(error) else { throw error }
                return try await page(visit, problem: problem)
            }
        }
    }

    private func page(_ visit: Visit, problem: String? = nil) async throws -> Response {
        let id = visit.parameter("person")
        let person = try await desk.read { journal in
            guard let person = journal.history.person(id) else { throw PageError.notFound }
            return person
        }
        return look.page(
            "person", title: person.name, place: "/settings",
            Self.view(person, problem == nil ? nil : visit.form, problem), visit,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private static func entry(_ form: Form) -> PersonEntry {
        PersonEntry(
            born: form["born"] ?? "", closed: form.lines("closed"), away: form.lines("away"),
            sleep: form["sleep"] ?? "",
            good: form["good"] ?? "")
    }

    /// - Parameter form: what was typed; nil: the person as they are.
    private static func view(_ person: Person?, _ form: Form?, _ problem: String?) -> View {
        let relation = form?["relation"] ?? person?.relation.rawValue ?? "child"
        func text(_ field: String, _ own: String?) -> String { form.map { $0.whole(field) } ?? own ?? "" }
        return View(
            problem: problem, id: person?.id, name: text("person-name", person?.name),
            relations: Person.Relation.allCases.map {
                Option($0.rawValue, PageWords.name(of: $0), chosen: $0.rawValue == relation)
            },
            born: text("born", person?.born?.description),
            closed: text("closed", person?.closed.map(\.description).joined(separator: "\n")),
            away: text("away", person?.away.map(\.description).joined(separator: "\n")),
            sleep: text("sleep", person?.sleep?.description), good: text("good", person?.good?.description))
    }

    static func view(_ person: Person, _ journal: OpenJournal) -> SettingsPage.PersonView {
        let about = person.born == nil ? person.relation.rawValue : person.band(on: journal.today).rawValue
        return SettingsPage.PersonView(id: person.id, name: person.name, about: about)
    }
}
