import Hummingbird
import MendCore
import MendExport

/// Record: two taps write a rupture down; more can be told.
struct RecordPage: Sendable {
    let desk: Desk
    let look: Look

    struct View: Sendable {
        let problem: String?
        let people: [Option]
        let hasPeople: Bool
        let chosen: Option?
        let kinds: [Option]
        let zones: [Option]
        let theirZones: [Option]
        let when: WhenView
        let excitedAbout: String
        let note: String
        let isFull: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/record") { visit in
            // Nothing else comes from an address: what was typed has no place in one.
            let with = visit.query["with"].map { [Form.Field(name: "with", value: $0)] }
            return try await page(Form(fields: with ?? []), visit)
        }
        routes.post("/record") { visit in
            guard let with = visit.form["with"], let kind: Rupture.Kind = visit.form.choice("kind") else {
                return try await page(
                    visit.form, visit, problem: "Two things are needed: with whom, and what happened.")
            }
            let entry = RuptureEntry(
                with: with, kind: kind, at: WhenView.text(visit.form), zone: visit.form.choice("zone"),
                theirZone: visit.form.choice("their-zone"), excitedAbout: visit.form["excited-about"],
                note: visit.form["note"])
            do {
                let id = try await desk.write { try $0.record(entry).rupture.id }
                return .seeOther("/repair/\(id)?said=recorded")
            } catch {
                guard let problem = PageWords.problem(error) else { throw error }
                return try await page(visit.form, visit, problem: problem)
            }
        }
    }

    private func page(_ form: Form, _ visit: Visit, problem: String? = nil) async throws -> Response {
        let view = try await desk.read { Self.view($0, form, problem) }
        return look.page(
            "record", title: "What happened?", place: "/record", view, visit,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private static func view(_ journal: OpenJournal, _ form: Form, _ problem: String?) -> View {
        let people = journal.history.people
        let with = form["with"] ?? (people.count == 1 ? people[0].id : nil)
        let options = Option.people(people, chosen: with)
        let kind: Rupture.Kind? = form.choice("kind")
        return View(
            problem: problem, people: options, hasPeople: !options.isEmpty, chosen: options.first(where: \.chosen),
            kinds: Rupture.Kind.allCases.map {
                Option($0.rawValue, PageWords.name(of: $0), detail: PageWords.example(of: $0), chosen: $0 == kind)
            },
            zones: Option.zones(chosen: form.choice("zone")),
            theirZones: Option.zones(chosen: form.choice("their-zone")),
            when: WhenView(form), excitedAbout: form.whole("excited-about"), note: form.whole("note"),
            isFull: problem != nil)
    }
}
