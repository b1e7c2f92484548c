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
        /// Who wrote it, where that has to be told.
        let writtenBy: String?
        /// Whether another adult wrote it: their note is not shown.
        let isAnothers: Bool
        /// Who alone corrects it and takes it back, where it is not whoever looks; nil: they may.
        let onlyBy: String?
        // What it is: one of these.
        let rupture: RuptureView?
        let attempt: AttemptView?
        let checkIn: CheckInView?
    }

    func addRoutes(to routes: inout Routes) {
        routes.post("/undo", for: .both) { request in
            let id = request.form.whole("id")
            // What was said to an offer is no record.
            if try await executor.read(as: request.reader, { $0.history.offers.contains { $0.id == id } }) {
                _ = try await executor.write { try $0.takeBackAnswer(id) }
                return .seeOther("/?said=undone")
            }
            return try await takeBack(id, request, then: "/?said=undone")
        }
        routes.get("/records/:record", for: .both) { request in try await page(request) }
        routes.post("/records/:record", for: .both) { request in
            let id = request.parameter("record")
            let (form, reader) = (request.form, request.reader)
            do {
                let record = try await executor.write { notebook in
                    let history = reader.shown(try executor.journal.history())
                    guard let old = history.written(id) else { throw RecordFault.noRecord }
                    guard reader.mayChange(recordBy: old.by) else {
                        throw NotTheirs(writer: reader.name(ofWriter: old.by) ?? "")
                    }
                    // What a login that has ended wrote keeps its note.
                    let isOwn = reader.mayRead(noteBy: old.by)
                    return try notebook.edit(id, Self.correction(form, of: id, isOwn: isOwn)).record
                }
                return .seeOther(Self.home(of: record) + "?said=saved")
            } catch RecordFault.noRecord {
                throw PageError.notFound
            } catch let refused as NotTheirs {
                let problem = renderer.text(PageProblem.correctedByItsWriter(name: refused.writer))
                return try await page(request, problem)
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, problem)
            }
        }
        routes.post("/records/:record/remove", for: .both) { request in
            try await takeBack(request.parameter("record"), request, then: "/look-back?said=undone")
        }
    }

    /// A record that only its writer corrects.
    private struct NotTheirs: Error {
        let writer: String
    }

    private func takeBack(_ id: String, _ request: AuthenticatedRequest, then place: String) async throws -> Response {
        do {
            let reader = request.reader
            let others = try await executor.read(as: reader) { try Self.others($0.history, with: id, reader) }
            if let other = others.first {
                return try await page(request, renderer.text(PageProblem.writtenBySomebodyElse(name: other)), id: id)
            }
            _ = try await executor.write { try $0.remove(id).record }
        } catch RecordFault.noRecord {
            // It has been taken back meanwhile.
        } catch {
            guard let problem = renderer.problem(error) else { throw error }
            return try await page(request, problem, id: id)
        }
        return .seeOther(place)
    }

    /// The names of those whose own words would go with a record, and who are there to say so.
    private static func others(_ history: History, with id: String, _ reader: Reader) throws -> [String] {
        guard let record = history.written(id) else { throw RecordFault.noRecord }
        // A pause holds no words, and is the caregiver's.
        if case .hold = record { return reader.isSecond ? [reader.name(ofWriter: nil) ?? ""] : [] }
        let writers = [record.by] + history.attempts.filter { $0.rupture == id }.map(\.by)
        return writers.filter { !reader.mayChange(recordBy: $0) }.compactMap(reader.name(ofWriter:))
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
    /// - Parameter isOwn: false: the note is another adult's, and stays as it is.
    private static func correction(_ form: Form, of id: String, isOwn: Bool) -> Correction {
        let note = isOwn ? form["note"] ?? "" : nil
        let at = form["at"] == form["was-at"] ? nil : form["at"].map { $0.replacing("T", with: " ") }
        switch id.first {
        case "r":
            let kind: Rupture.Kind? = form.choice("kind")
            return Correction(
                at: at, kind: kind, with: form["with"].map { .id($0) }, zone: form.choice("zone"),
                theirZone: form.choice("their-zone"),
                frightened: kind == .toxic ? form.choice("frightened") : nil,
                excitedAbout: form["excited-about"] ?? "", note: note)
        case "t":
            return Correction(
                at: at, note: note, outcome: form.choice("outcome"), roadblock: form.choice("roadblock"))
        default: return Correction(at: at, zone: form.choice("zone"))
        }
    }

    private func page(
        _ request: AuthenticatedRequest, _ problem: String? = nil, id: String? = nil
    ) async throws -> Response {
        let id = id ?? request.parameter("record")
        let view = try await executor.read(as: request.reader) {
            try Self.view($0, id, request.form, problem, request.reader)
        }
        return renderer.page(
            "correction", title: renderer.text(PageTitle.putRight), place: "/look-back", view, request,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    /// - Parameter form: what was typed goes before what is there.
    private static func view(
        _ household: CurrentHousehold, _ id: String, _ form: Form, _ problem: String?, _ reader: Reader
    ) throws -> View {
        guard let record = household.history.written(id) else { throw PageError.notFound }
        let (day, seconds) = household.zone.reading(at: record.at)
        let clock = LocalTime(minutes: seconds / 60)?.description ?? ""
        let at = form.has("at") ? form.whole("at") : "\(day)T\(clock)"
        let isAnothers = !reader.mayRead(noteBy: record.by)
        let mayChange = reader.mayChange(recordBy: record.by)
        let writtenBy = reader.name(ofWriter: record.by).map { household.text(PagePhrase.writtenBy($0)) }
        func view(rupture: RuptureView? = nil, attempt: AttemptView? = nil, checkIn: CheckInView? = nil) -> View {
            View(
                problem: mayChange ? problem : nil, id: id, at: at, writtenBy: writtenBy, isAnothers: isAnothers,
                onlyBy: mayChange
                    ? nil
                    : household.text(
                        PageProblem.correctedByItsWriter(name: reader.name(ofWriter: record.by) ?? "")),
                rupture: rupture, attempt: attempt, checkIn: checkIn)
        }
        func own(_ note: String?) -> String {
            isAnothers ? "" : form.has("note") ? form.whole("note") : note ?? ""
        }
        switch record {
        case .rupture(let rupture):
            return view(rupture: Self.view(rupture, form, note: own(rupture.note), household))
        case .attempt(let attempt):
            let all = Attempt.Outcome.allCases.filter { ($0 == .again) == (attempt.outcome == .again) }
            let outcome = form.choice("outcome") ?? attempt.outcome
            return view(
                attempt: AttemptView(
                    outcomes: all.map {
                        OptionView($0.rawValue, household.text(ChoicePhrase.outcome($0)), chosen: $0 == outcome)
                    },
                    roadblocks: OptionView.roadblocks(
                        chosen: form.choice("roadblock") ?? attempt.roadblock, household.catalogue),
                    note: own(attempt.note)))
        case .checkIn(let checkIn):
            return view(
                checkIn: CheckInView(
                    zones: OptionView.zones(chosen: form.choice("zone") ?? checkIn.zone, household.catalogue)))
        case .hold: throw PageError.notFound
        }
    }

    private static func view(
        _ rupture: Rupture, _ form: Form, note: String, _ household: CurrentHousehold
    ) -> RuptureView {
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
            note: note)
    }
}
