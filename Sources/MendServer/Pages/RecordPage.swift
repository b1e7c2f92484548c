import Hummingbird
import MendCore
import MendExport
import MendText

/// The page "What happened?": two taps write a rupture down; more can be told.
struct RecordPage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct View: Sendable {
        let problem: String?
        let people: [OptionView]
        let hasPeople: Bool
        let chosen: OptionView?
        let chosenHeading: String?
        let kinds: [OptionView]
        let zones: [OptionView]
        let theirZones: [OptionView]
        let frightened: [OptionView]
        let when: WhenView
        let excitedAbout: String
        let note: String
        let isFull: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/record") { request in
            // Nothing else comes from an address: what was typed has no place in one.
            let with = request.query["with"].map { [Form.Field(name: "with", value: $0)] }
            return try await page(Form(fields: with ?? []), request)
        }
        routes.post("/record") { request in
            guard let with = request.form["with"], let kind: Rupture.Kind = request.form.choice("kind") else {
                return try await page(
                    request.form, request, problem: renderer.text(PageProblem.twoThingsNeeded))
            }
            let entry = RuptureEntry(
                with: .id(with), kind: kind, at: WhenView.text(request.form), zone: request.form.choice("zone"),
                theirZone: request.form.choice("their-zone"),
                // Who chose another kind in the end may have answered this before.
                frightened: kind == .toxic ? request.form.choice("frightened") : nil,
                excitedAbout: request.form["excited-about"], note: request.form["note"])
            do {
                let id = try await executor.write { try $0.record(entry).rupture.id }
                return .seeOther("/repair/\(id)?said=recorded")
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request.form, request, problem: problem)
            }
        }
    }

    private func page(_ form: Form, _ request: AuthenticatedRequest, problem: String? = nil) async throws -> Response {
        let view = try await executor.read { Self.view($0, form, problem) }
        return renderer.page(
            "record", title: renderer.text(PageTitle.whatHappened), place: "/record", view, request,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private static func view(_ household: CurrentHousehold, _ form: Form, _ problem: String?) -> View {
        let people = household.history.people
        let with = form["with"] ?? (people.count == 1 ? people[0].id : nil)
        let options = OptionView.people(people, chosen: with)
        let chosen = options.first(where: \.chosen)
        let kind: Rupture.Kind? = form.choice("kind")
        return View(
            problem: problem, people: options, hasPeople: !options.isEmpty, chosen: chosen,
            chosenHeading: chosen.map { household.text(PagePhrase.oneTap(with: $0.label)) },
            kinds: Rupture.Kind.allCases.map {
                OptionView(
                    $0.rawValue, household.text(ChoicePhrase.rupture($0)),
                    detail: household.text(ChoicePhrase.examples($0)), chosen: $0 == kind)
            },
            zones: OptionView.zones(chosen: form.choice("zone"), household.catalogue),
            theirZones: OptionView.zones(chosen: form.choice("their-zone"), household.catalogue),
            frightened: OptionView.frightened(chosen: form.choice("frightened"), household.catalogue),
            when: WhenView(form, household.catalogue), excitedAbout: form.whole("excited-about"),
            note: form.whole("note"),
            isFull: problem != nil)
    }
}
