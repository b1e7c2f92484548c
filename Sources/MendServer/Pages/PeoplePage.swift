import Hummingbird
import MendCore
import MendExport
import MendPlatform
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
        /// Nil for somebody who is being added.
        let reminders: RemindersView?
    }

    /// What comes with somebody, and how it is paused, ended and begun again.
    struct RemindersView: Sendable {
        let person: String
        /// That it is paused, and until when; nil: it is not.
        let pausedWith: String?
        let until: UntilView
        let isPausing: Bool
        /// That it has ended; nil: it has not.
        let hasEnded: String?
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
                _ = try await executor.write { try $0.change(person: .id(id), changed) }
                return .seeOther("/settings?said=saved")
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, problem: problem)
            }
        }
        addReminderRoutes(to: &routes)
    }

    /// Pausing, going on, ending and beginning again with somebody.
    private func addReminderRoutes(to routes: inout Routes) {
        routes.post("/settings/people/:person/pause") { request in
            guard let until = UntilView.text(request.form) else {
                return try await page(request, problem: renderer.text(PageProblem.chooseUntil), isPausing: true)
            }
            return try await change(request, said: "paused", isPausing: true) {
                try $0.pause(with: $1, until: until).hold
            }
        }
        routes.post("/settings/people/:person/resume") { request in
            try await change(request, said: "resumed") { try $0.resume(with: $1).wasPaused }
        }
        routes.post("/settings/people/:person/end") { request in
            try await change(request, said: "person-ended") { try $0.set(person: $1, hasEnded: true) }
        }
        routes.post("/settings/people/:person/begin") { request in
            try await change(request, said: "person-begun") { try $0.set(person: $1, hasEnded: false) }
        }
    }

    private func change(
        _ request: AuthenticatedRequest, said: String, isPausing: Bool = false,
        _ body: @escaping @Sendable (Notebook, _ person: PersonReference) throws -> some Sendable
    ) async throws -> Response {
        let id = request.parameter("person")
        do {
            _ = try await executor.write { try body($0, .id(id)) }
            return .seeOther("/settings/people/\(PercentEncoding.path(id))?said=\(said)")
        } catch {
            guard let problem = renderer.problem(error) else { throw error }
            return try await page(request, problem: problem, isPausing: isPausing)
        }
    }

    /// - Parameter isPausing: what was typed is about a pause, and not about who the person is.
    private func page(
        _ request: AuthenticatedRequest, problem: String? = nil, isPausing: Bool = false
    ) async throws -> Response {
        let id = request.parameter("person")
        let form = request.form
        let (person, reminders) = try await executor.read { household in
            guard let person = household.history.person(id) else { throw PageError.notFound }
            return (person, Self.reminders(person, isPausing ? form : Form(), isPausing, household))
        }
        return renderer.page(
            "person", title: person.name, place: "/settings",
            view(person, problem == nil || isPausing ? nil : form, problem, reminders), request,
            status: problem == nil ? .ok : .unprocessableContent, notice: PageText.notice(request.query["said"]))
    }

    private static func reminders(
        _ person: Person, _ form: Form, _ isPausing: Bool, _ household: CurrentHousehold
    ) -> RemindersView {
        RemindersView(
            person: person.id,
            pausedWith: household.pauseEnd(with: person.id).map {
                household.text(PagePhrase.pausedWith(person.name, until: $0))
            },
            until: UntilView(form, household.catalogue), isPausing: isPausing,
            hasEnded: person.hasEnded(by: household.now) ? household.text(PagePhrase.ended(name: person.name)) : nil)
    }

    private static func entry(_ form: Form) -> PersonEntry {
        PersonEntry(
            born: form["born"] ?? "", closed: form.lines("closed"), away: form.lines("away"),
            sleep: form["sleep"] ?? "",
            good: form["good"] ?? "")
    }

    /// - Parameter form: what was typed; nil: the person as they are.
    private func view(
        _ person: Person?, _ form: Form?, _ problem: String?, _ reminders: RemindersView? = nil
    ) -> View {
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
            sleep: text("sleep", person?.sleep?.description), good: text("good", person?.good?.description),
            reminders: reminders)
    }

    static func view(_ person: Person, _ household: CurrentHousehold) -> SettingsPage.PersonView {
        let about: ChoicePhrase =
            person.born == nil ? .relationWord(person.relation) : .band(person.band(on: household.today))
        return SettingsPage.PersonView(
            id: person.id, name: person.name, about: household.text(about), state: state(of: person, household))
    }

    /// Whether what comes with somebody is paused or has ended; nil: it goes on.
    private static func state(of person: Person, _ household: CurrentHousehold) -> String? {
        if person.hasEnded(by: household.now) { return household.text(PagePhrase.hasEnded) }
        return household.pauseEnd(with: person.id).map { household.text(PagePhrase.isPaused(until: $0)) }
    }
}
