import Hummingbird
import MendCore
import MendExport
import MendText

/// Putting right what was written down: a record is corrected, or taken back.
struct CorrectionPages: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct RuptureView: Sendable {
        let people: [FaceView]
        let kinds: [OptionView]
        let zones: [OptionView]
        let theirZones: [OptionView]
        let frightened: [OptionView]
        let excitedAbout: String
        let note: String
    }

    struct AttemptView: Sendable {
        let outcomes: [OptionView]
        let roadblocks: [OptionView]
        let note: String
    }

    struct CheckInView: Sendable {
        let zones: [OptionView]
    }

    struct View: Sendable {
        let problem: String?
        let id: String
        /// When it happened, as the field for it holds times.
        let at: String
        // What it is: one of these.
        let rupture: RuptureView?
        let attempt: AttemptView?
        let checkIn: CheckInView?
    }

    func addRoutes(to routes: inout Routes) {
        routes.post("/undo") { request in
            try await takeBack(request.form.whole("id"), request, then: "/?said=undone")
        }
        routes.get("/records/:record") { request in try await page(request) }
        routes.post("/records/:record") { request in
            let id = request.parameter("record")
            let form = request.form
            do {
                let record = try await executor.write { try $0.edit(id, Self.correction(form, of: id)).record }
                return .seeOther(Self.home(of: record) + "?said=saved")
            } catch RecordFault.noRecord {
                throw PageError.notFound
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, problem)
            }
        }
        routes.post("/records/:record/remove") { request in
            try await takeBack(request.parameter("record"), request, then: "/look-back?said=undone")
        }
    }

    private func takeBack(_ id: String, _ request: AuthenticatedRequest, then place: String) async throws -> Response {
        do {
            _ = try await executor.write { try $0.remove(id).record }
        } catch RecordFault.noRecord {
            // It has been taken back meanwhile.
        } catch {
            guard let problem = renderer.problem(error) else { throw error }
            return try await page(request, problem, id: id)
        }
        return .seeOther(place)
    }

    /// The address of the page that shows a record.
    private static func home(of record: WrittenRecord) -> String {
        switch record {
        case .rupture(let rupture): "/repair/\(rupture.id)"
        case .attempt(let attempt): "/repair/\(attempt.rupture)"
        case .checkIn, .hold: "/look-back"
        }
    }

    // MARK: The form

    /// What a form tells; the time counts only where it is another one, for the field holds no seconds.
    private static func correction(_ form: Form, of id: String) -> Correction {
        let at = form["at"] == form["was-at"] ? nil : form["at"].map { $0.replacing("T", with: " ") }
        switch id.first {
        case "r":
            let kind: Rupture.Kind? = form.choice("kind")
            return Correction(
                at: at, kind: kind, with: form["with"].map { .id($0) }, zone: form.choice("zone"),
                theirZone: form.choice("their-zone"),
                frightened: kind == .toxic ? form.choice("frightened") : nil,
                excitedAbout: form["excited-about"] ?? "", note: form["note"] ?? "")
        case "t":
            return Correction(
                at: at, note: form["note"] ?? "", outcome: form.choice("outcome"), roadblock: form.choice("roadblock"))
        default: return Correction(at: at, zone: form.choice("zone"))
        }
    }

    private func page(
        _ request: AuthenticatedRequest, _ problem: String? = nil, id: String? = nil
    ) async throws -> Response {
        let id = id ?? request.parameter("record")
        let view = try await executor.read { try Self.view($0, id, request.form, problem) }
        return renderer.page(
            "correction", title: renderer.text(PageTitle.putRight), place: "/look-back", view, request,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    /// - Parameter form: what was typed goes before what is there.
    private static func view(
        _ household: CurrentHousehold, _ id: String, _ form: Form, _ problem: String?
    ) throws -> View {
        guard let record = household.history.written(id) else { throw PageError.notFound }
        let (day, seconds) = household.zone.reading(at: record.at)
        let clock = LocalTime(minutes: seconds / 60)?.description ?? ""
        let at = form.has("at") ? form.whole("at") : "\(day)T\(clock)"
        switch record {
        case .rupture(let rupture):
            return View(
                problem: problem, id: id, at: at, rupture: view(rupture, form, household), attempt: nil, checkIn: nil)
        case .attempt(let attempt):
            let all = Attempt.Outcome.allCases.filter { ($0 == .again) == (attempt.outcome == .again) }
            let outcome = form.choice("outcome") ?? attempt.outcome
            return View(
                problem: problem, id: id, at: at, rupture: nil,
                attempt: AttemptView(
                    outcomes: all.map {
                        OptionView($0.rawValue, household.text(ChoicePhrase.outcome($0)), chosen: $0 == outcome)
                    },
                    roadblocks: OptionView.roadblocks(
                        chosen: form.choice("roadblock") ?? attempt.roadblock, household.catalogue),
                    note: form.has("note") ? form.whole("note") : attempt.note ?? ""), checkIn: nil)
        case .checkIn(let checkIn):
            return View(
                problem: problem, id: id, at: at, rupture: nil, attempt: nil,
                checkIn: CheckInView(
                    zones: OptionView.zones(chosen: form.choice("zone") ?? checkIn.zone, household.catalogue)))
        case .hold: throw PageError.notFound
        }
    }

    private static func view(_ rupture: Rupture, _ form: Form, _ household: CurrentHousehold) -> RuptureView {
        let kind = form.choice("kind") ?? rupture.kind
        return RuptureView(
            people: FaceView.all(household.history.people, chosen: form["with"] ?? rupture.with),
            kinds: Rupture.Kind.allCases.map {
                OptionView(
                    $0.rawValue, household.text(ChoicePhrase.rupture($0)),
                    detail: household.text(ChoicePhrase.examples($0)), chosen: $0 == kind)
            },
            zones: OptionView.zones(chosen: form.choice("zone") ?? rupture.zone, household.catalogue),
            theirZones: OptionView.zones(chosen: form.choice("their-zone") ?? rupture.theirZone, household.catalogue),
            frightened: OptionView.frightened(
                chosen: form.choice("frightened") ?? rupture.frightened, household.catalogue),
            excitedAbout: form.has("excited-about") ? form.whole("excited-about") : rupture.excitedAbout ?? "",
            note: form.has("note") ? form.whole("note") : rupture.note ?? "")
    }
}
