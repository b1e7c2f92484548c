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
        /// What is wrong, by field.
        let bad: [String: String]
        /// Where the form is sent.
        let action: String
        let name: String
        let relations: [OptionView]
        let born: String
        /// A child's birth date is that of a grown-up: it is asked about.
        let isGrown: Bool
        let closed: [ClosedRowView]
        let away: AwayView
        let hasTimes: Bool
        let sleepFrom: String
        let sleepTo: String
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
        /// That it has ended; nil: it has not.
        let hasEnded: String?
    }

    /// Somebody in the list.
    struct PersonView: Sendable {
        let id: String
        let name: String
        let initial: String
        let tint: String
        let about: String
        /// Whether what comes with them is paused or has ended; nil: it goes on.
        let state: String?
    }

    struct ListView: Sendable {
        let people: [PersonView]
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/settings/people") { request in
            let view = try await executor.read { household in
                ListView(people: household.history.people.map { Self.view($0, household) })
            }
            return renderer.page(
                "settings-people", title: renderer.text(PageTitle.people), place: "/settings", view, request,
                notice: PageText.notice(request.query["said"]))
        }
        routes.get("/settings/people/add") { request in try await addPage(request) }
        routes.post("/settings/people/add") { request in
            if let problem = try await add(request) { return try await addPage(request, problem) }
            return .seeOther("/settings/people?said=added")
        }
        routes.get("/settings/people/:person") { request in try await page(request) }
        routes.post("/settings/people/:person") { request in
            let id = request.parameter("person")
            do {
                if let doubt = try await doubt(request.form) { return try await page(request, doubt) }
                var entry = Self.entry(request.form)
                entry.name = request.form.whole("person-name")
                entry.relation = request.form.choice("relation")
                let changed = entry
                _ = try await executor.write { try $0.change(person: .id(id), changed) }
                return .seeOther("/settings/people?said=saved")
            } catch {
                guard let problem = renderer.fieldProblem(error, hours: "sleep") else { throw error }
                return try await page(request, problem)
            }
        }
        addReminderRoutes(to: &routes)
    }

    /// Adds whom a form tells of.
    /// - Returns: what is wrong with it; nil: they were added.
    func add(_ request: AuthenticatedRequest) async throws -> FieldProblem? {
        do {
            guard let name = request.form["person-name"] else { throw InputError.nameMissing }
            if let doubt = try await doubt(request.form) { return doubt }
            let relation: Person.Relation = request.form.choice("relation") ?? .child
            _ = try await executor.write { try $0.add(Self.entry(request.form), named: name, relation: relation) }
            return nil
        } catch {
            guard let problem = renderer.fieldProblem(error, hours: "sleep") else { throw error }
            return problem
        }
    }

    /// A child of so many years may be right, and is more often a slip.
    private static let grownUp = 40

    /// Asks about a birth date that may be a slip; nil: nothing is to be asked.
    private func doubt(_ form: Form) async throws -> FieldProblem? {
        guard form["relation"] == Person.Relation.child.rawValue, form["grown"] == nil,
            let born = form["born"].flatMap({ LocalDay($0) })
        else { return nil }
        let today = try await executor.read { $0.today }
        let years = born <= today ? AgeBand.years(born: born, on: today) : 0
        guard years >= Self.grownUp else { return nil }
        return FieldProblem(renderer.text(PageProblem.grownChild(years: years)), at: "born")
    }

    private func addPage(_ request: AuthenticatedRequest, _ problem: FieldProblem? = nil) async throws -> Response {
        let view = try await executor.read {
            Self.view(nil, request.form, problem, action: "/settings/people/add", $0)
        }
        return renderer.page(
            "person", title: renderer.text(PageTitle.addSomebody), place: "/settings", view, request,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    /// Pausing, going on, ending and beginning again with somebody.
    private func addReminderRoutes(to routes: inout Routes) {
        routes.post("/settings/people/:person/pause") { request in
            guard let until = UntilView.text(request.form, now: executor.clock()) else {
                let text = renderer.text(PageProblem.chooseUntil)
                return try await page(request, FieldProblem(text), isPausing: true)
            }
            return try await change(request, said: "paused", isPausing: true) {
                try $0.pause(with: $1, until: until).hold.id
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
            let done = try await executor.write { try body($0, .id(id)) }
            let place = request.form["from"] == "today" ? "/" : "/settings/people/\(PercentEncoding.path(id))"
            return .seeOther("\(place)?said=\(said)" + ((done as? String).map { "&undo=\($0)" } ?? ""))
        } catch {
            guard let problem = renderer.problem(error) else { throw error }
            return try await page(request, FieldProblem(problem), isPausing: isPausing)
        }
    }

    /// - Parameter isPausing: what was typed is about a pause, and not about who the person is.
    private func page(
        _ request: AuthenticatedRequest, _ problem: FieldProblem? = nil, isPausing: Bool = false
    ) async throws -> Response {
        let id = request.parameter("person")
        let form = request.form
        let (name, view) = try await executor.read { household in
            guard let person = household.history.person(id) else { throw PageError.notFound }
            let reminders = Self.reminders(person, isPausing ? form : Form(), household)
            let typed = problem == nil || isPausing ? Form() : form
            let action = "/settings/people/\(PercentEncoding.path(id))"
            return (person.name, Self.view(person, typed, problem, action: action, household, reminders))
        }
        return renderer.page(
            "person", title: name, place: "/settings", view, request,
            status: problem == nil ? .ok : .unprocessableContent, notice: PageText.notice(request.query["said"]),
            undo: UndoView(request.query["undo"], hasDetails: false))
    }

    private static func reminders(
        _ person: Person, _ form: Form, _ household: CurrentHousehold
    ) -> RemindersView {
        RemindersView(
            person: person.id,
            pausedWith: household.pauseEnd(with: person.id).map {
                household.text(PagePhrase.pausedWith(person.name, until: $0))
            },
            until: UntilView(form, household),
            hasEnded: person.hasEnded(by: household.now) ? household.text(PagePhrase.ended(name: person.name)) : nil)
    }

    private static func entry(_ form: Form) -> PersonEntry {
        PersonEntry(
            born: form["born"] ?? "", closed: ClosedRowView.lines(form), away: AwayView.lines(form),
            sleep: HoursForm.text("sleep", form), good: form.has("good") ? form["good"] ?? "" : nil)
    }

    /// - Parameters:
    ///   - person: nil for somebody who is being added.
    ///   - form: what was typed; empty: the person as they are.
    ///   - action: where the form is sent.
    static func view(
        _ person: Person?, _ form: Form, _ problem: FieldProblem?, action: String, _ household: CurrentHousehold,
        _ reminders: RemindersView? = nil
    ) -> View {
        let relation = form["relation"] ?? person?.relation.rawValue ?? Person.Relation.child.rawValue
        func text(_ field: String, _ own: String?) -> String { form.has(field) ? form.whole(field) : own ?? "" }
        let sleep = HoursForm.fields("sleep", form, person?.sleep)
        let hasTimes = person.map {
            !$0.closed.isEmpty || !$0.away.isEmpty || $0.sleep != nil || $0.good != nil
        }
        let isAboutTimes = ["closed", "away", "sleep", "good"].contains(problem?.field)
        return View(
            problem: problem?.general, bad: problem?.byField ?? [:], action: action,
            name: text("person-name", person?.name),
            relations: Person.Relation.allCases.map {
                OptionView(
                    $0.rawValue, household.text(ChoicePhrase.relation($0)), chosen: $0.rawValue == relation)
            },
            born: text("born", person?.born?.description),
            isGrown: problem?.field == "born" && form["born"].flatMap { LocalDay($0) } != nil,
            closed: ClosedRowView.all(person?.closed ?? [], form, household.catalogue),
            away: AwayView(person?.away ?? [], form, household, isWrong: problem?.field == "away"),
            hasTimes: hasTimes ?? false || isAboutTimes, sleepFrom: sleep.from, sleepTo: sleep.to,
            good: text("good", person?.good?.description), reminders: reminders)
    }

    private static func view(_ person: Person, _ household: CurrentHousehold) -> PersonView {
        let about: ChoicePhrase =
            person.born == nil ? .relationWord(person.relation) : .band(person.band(on: household.today))
        let face = FaceView(person, among: household.history.people)
        return PersonView(
            id: person.id, name: person.name, initial: face.initial, tint: face.tint, about: household.text(about),
            state: state(of: person, household))
    }

    /// Whether what comes with somebody is paused or has ended; nil: it goes on.
    private static func state(of person: Person, _ household: CurrentHousehold) -> String? {
        if person.hasEnded(by: household.now) { return household.text(PagePhrase.hasEnded) }
        return household.pauseEnd(with: person.id).map { household.text(PagePhrase.isPaused(until: $0)) }
    }
}
