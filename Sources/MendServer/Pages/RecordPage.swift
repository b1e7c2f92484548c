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
        let people: [FaceView]
        let hasPeople: Bool
        /// Nil: nothing was written down a moment ago.
        let instead: InsteadView?
        let kinds: [OptionView]
        let zones: [OptionView]
        let theirZones: [OptionView]
        let frightened: [OptionView]
        let when: WhenView
        let excitedAbout: String
        let note: String
        let isFull: Bool
    }

    /// Something was written down with the same person a moment ago: it may have been a slip.
    struct InsteadView: Sendable {
        let id: String
        let question: String
        /// What was typed, to be sent with the answer.
        let fields: [HeldForm.Field]
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/record", for: .both) { request in
            // Nothing else comes from an address: what was typed has no place in one.
            let with = request.query["with"].map { [Form.Field(name: "with", value: $0)] }
            return try await page(Form(fields: with ?? []), request)
        }
        routes.post("/record", for: .both) { request in
            guard let with = request.form["with"], let kind: Rupture.Kind = request.form.choice("kind") else {
                return try await page(
                    request.form, request, problem: renderer.text(PageProblem.twoThingsNeeded))
            }
            let tapped = TappedTime(request.form, now: executor.clock())
            let entry = RuptureEntry(
                with: .id(with), kind: kind, at: try await when(request.form, tapped),
                zone: request.form.choice("zone"),
                theirZone: request.form.choice("their-zone"),
                // Who chose another kind in the end may have answered this before.
                frightened: kind.isFrightening ? request.form.choice("frightened") : nil,
                excitedAbout: request.form["excited-about"], note: request.form["note"])
            do {
                // What waited on a device may have arrived before its answer was lost.
                if let id = try await known(entry, with: with, tapped, by: request.reader.writer) {
                    return .seeOther("/repair/\(id)")
                }
                switch request.form["instead"] {
                case nil:
                    if let asked = try await askInstead(request, with: with) { return asked }
                case "no": break
                case let id? where try await isOwn(id, request.reader):
                    let correction = Correction(
                        kind: kind, frightened: entry.frightened, excitedAbout: entry.excitedAbout, note: entry.note)
                    _ = try await executor.write { try $0.edit(id, correction).record }
                    return .seeOther("/repair/\(id)?said=saved")
                case .some: throw RecordFault.noRecord
                }
                let id = try await executor.write(by: request.reader.writer) { try $0.record(entry).rupture.id }
                return .seeOther("/repair/\(id)?said=recorded")
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request.form, request, problem: problem)
            }
        }
    }

    /// Whether the one who looks wrote it down: what another adult wrote is no slip of theirs.
    private func isOwn(_ id: String, _ reader: Reader) async throws -> Bool {
        try await executor.read(as: reader) { household in
            household.history.rupture(id).map { reader.mayRead(noteBy: $0.by) } ?? !reader.isSecond
        }
    }

    /// In seconds: what is written down again so soon may have been a slip.
    private static let moment = 120

    /// Asks what a second record within a moment stands for; nil: there was none.
    private func askInstead(_ request: AuthenticatedRequest, with: String) async throws -> Response? {
        let (form, writer) = (request.form, request.reader.writer)
        let asked: View? = try await executor.read { household in
            let newest = household.history.ruptures.last { $0.with == with && $0.by == writer }
            guard let newest, household.now - newest.recorded < Self.moment,
                let name = household.history.person(with)?.name
            else { return nil }
            let question = household.text(
                PagePhrase.insteadOfTheOne(name: name, kind: household.text(NamePhrase.crack(newest.kind))))
            let held = HeldForm(form, path: "/record", catalogue: household.catalogue)
            return Self.view(
                household, form, nil, InsteadView(id: newest.id, question: question, fields: held?.fields ?? []))
        }
        return asked.map {
            renderer.page("record", title: renderer.text(PageTitle.whatHappened), place: "/record", $0, request)
        }
    }

    /// When it happened, as `Parsing` reads times; nil: now. What was told by the clock of a device counts from its tap.
    private func when(_ form: Form, _ tapped: TappedTime?) async throws -> String? {
        guard let tapped else { return WhenView.text(form) }
        return try await executor.read { tapped.text(WhenView.text(form), in: $0.zone) }
    }

    /// The rupture that a device sent before; nil: it is new.
    ///
    /// A time that was typed is one of minutes, so the words tell, too, whether it is the same.
    private func known(
        _ entry: RuptureEntry, with: String, _ tapped: TappedTime?, by writer: String?
    ) async throws -> String? {
        guard tapped != nil, let at = entry.at.flatMap({ TimeText.instant(rfc3339: $0) }) else { return nil }
        return try await executor.read { household in
            household.history.ruptures.first {
                $0.with == with && $0.kind == entry.kind && $0.at == at && $0.by == writer
                    && $0.note == entry.note && $0.excitedAbout == entry.excitedAbout
            }?.id
        }
    }

    private func page(_ form: Form, _ request: AuthenticatedRequest, problem: String? = nil) async throws -> Response {
        let view = try await executor.read { Self.view($0, form, problem) }
        return renderer.page(
            "record", title: renderer.text(PageTitle.whatHappened), place: "/record", view, request,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private static func view(
        _ household: CurrentHousehold, _ form: Form, _ problem: String?, _ instead: InsteadView? = nil
    ) -> View {
        let people = household.history.people
        let with = form["with"] ?? (people.count == 1 ? people[0].id : nil)
        let faces = FaceView.all(people, chosen: with)
        let kind: Rupture.Kind? = form.choice("kind")
        return View(
            problem: problem, people: faces, hasPeople: !faces.isEmpty, instead: instead,
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
