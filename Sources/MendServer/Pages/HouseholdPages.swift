import Hummingbird
import MendCore
import MendText

/// The pages of the settings on which the household is changed: its hours, where it is, and a pause of everything.
struct HouseholdPages: Sendable {
    let setup: ServerSetup
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct HoursView: Sendable {
        let problem: String?
        /// What is wrong, by field.
        let bad: [String: String]
        let quietFrom: String
        let quietTo: String
        let good: String
        let cap: String
        let closed: [ClosedRowView]
        let away: AwayView
    }

    struct PlaceView: Sendable {
        let problem: String?
        /// What is wrong, by field.
        let bad: [String: String]
        let zone: String
        let zones: [String]
        let countries: [OptionView]
        let shared: [OptionView]
    }

    struct PauseView: Sendable {
        let problem: String?
        /// That everything is paused, and until when; nil: it is not.
        let paused: String?
        let until: UntilView
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/settings/hours") { request in try await hours(request) }
        routes.post("/settings/hours") { request in
            do {
                try await executor.write { _ = try $0.change(Self.hours(request.form)) }
                return .seeOther("/settings?said=saved")
            } catch {
                guard let problem = renderer.fieldProblem(error, hours: "quiet") else { throw error }
                return try await hours(request, problem)
            }
        }
        routes.get("/settings/place") { request in try await place(request) }
        routes.post("/settings/place") { request in
            do {
                try await executor.write { _ = try $0.change(place(request.form, request.reader)) }
                return .seeOther("/settings?said=saved")
            } catch {
                guard let problem = renderer.fieldProblem(error, hours: "quiet") else { throw error }
                return try await place(request, problem)
            }
        }
        routes.get("/settings/pause") { request in try await pause(request) }
        routes.post("/settings/pause") { request in
            guard let until = UntilView.text(request.form, now: executor.clock()) else {
                return try await pause(request, renderer.text(PageProblem.chooseUntil))
            }
            do {
                let hold = try await executor.write { try $0.pause(with: nil, until: until).hold }
                return .seeOther("/settings?said=paused&undo=\(hold.id)")
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await pause(request, problem)
            }
        }
        routes.post("/settings/resume") { request in
            _ = try await executor.write { try $0.resume(with: nil).wasPaused }
            return .seeOther(request.form["from"] == "today" ? "/?said=resumed" : "/settings?said=resumed")
        }
    }

    /// What a form tells of hours; what it does not ask for stays.
    static func hours(_ form: Form) throws(InputError) -> HouseholdEntry {
        let cap = form["cap"]
        if let cap, Int(cap) == nil { throw .notADailyCap }
        return HouseholdEntry(
            quiet: HoursForm.text("quiet", form), cap: cap.flatMap { Int($0) }, closed: ClosedRowView.lines(form),
            away: AwayView.lines(form), good: form.has("good") ? form["good"] ?? "" : nil)
    }

    /// What a form tells of the place; what it does not ask for stays.
    /// - Throws: `InputError`.
    func place(_ form: Form, _ reader: Reader) throws -> HouseholdEntry {
        if form["shared"] == "no", reader.second != nil { throw InputError.twoAdultsSeeIt }
        return HouseholdEntry(
            zone: try form["zone"].map { try Parsing.zone($0, in: setup.zones, isTZDataThere: true) },
            country: form.has("country") ? form.whole("country") : nil, shared: form["shared"].map { $0 == "yes" })
    }

    private func hours(_ request: AuthenticatedRequest, _ problem: FieldProblem? = nil) async throws -> Response {
        let view = try await executor.read { Self.hoursView($0, request.form, problem) }
        return renderer.page(
            "settings-hours", title: renderer.text(PageTitle.hours), place: "/settings", view, request,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    static func hoursView(_ household: CurrentHousehold, _ form: Form, _ problem: FieldProblem?) -> HoursView {
        let settings = household.history.household
        let quiet = HoursForm.fields("quiet", form, settings.quiet)
        return HoursView(
            problem: problem?.general, bad: problem?.byField ?? [:], quietFrom: quiet.from, quietTo: quiet.to,
            good: form.has("good") ? form.whole("good") : settings.good?.description ?? "",
            cap: form["cap"] ?? String(settings.cap),
            closed: ClosedRowView.all(settings.closed, form, household.catalogue),
            away: AwayView(settings.away, form, household, isWrong: problem?.field == "away"))
    }

    private func place(_ request: AuthenticatedRequest, _ problem: FieldProblem? = nil) async throws -> Response {
        let view = try await executor.read { placeView($0, request.form, problem) }
        return renderer.page(
            "settings-place", title: renderer.text(PageTitle.place), place: "/settings", view, request,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    func placeView(_ household: CurrentHousehold, _ form: Form, _ problem: FieldProblem?) -> PlaceView {
        let settings = household.history.household
        let shared = form["shared"] ?? settings.shared.map { $0 ? "yes" : "no" } ?? ""
        let country = form["country"] ?? settings.country
        return PlaceView(
            problem: problem?.general, bad: problem?.byField ?? [:], zone: form["zone"] ?? household.zone.identifier,
            zones: setup.zoneNames,
            countries: [OptionView("", household.text(ChoicePhrase.otherCountry), chosen: country == nil)]
                + household.plan.contacts.map { OptionView($0.country, $0.name, chosen: $0.country == country) },
            shared: [
                OptionView("yes", household.text(ChoicePhrase.othersSeeCalendar), chosen: shared == "yes"),
                OptionView("no", household.text(ChoicePhrase.onlyISeeCalendar), chosen: shared == "no"),
            ])
    }

    private func pause(_ request: AuthenticatedRequest, _ problem: String? = nil) async throws -> Response {
        let view = try await executor.read {
            PauseView(
                problem: problem, paused: $0.everythingPaused, until: UntilView(request.form, $0))
        }
        return renderer.page(
            "settings-pause", title: renderer.text(PageTitle.pauseOfEverything), place: "/settings", view, request,
            status: problem == nil ? .ok : .unprocessableContent)
    }
}
