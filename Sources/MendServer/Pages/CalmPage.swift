import Hummingbird
import MendCore
import MendExport
import MendPlatform
import MendText

/// The page "Calm": where the thermometer stands, and what may help there.
struct CalmPage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct PracticeView: Sendable {
        let title: String
        let length: String
        let seconds: Int
        let text: String
        let caution: String?
        let isBreath: Bool
        /// A class of the stylesheet.
        let zone: String
        let zoneName: String
        /// The address of another practice for the same; nil: there is none.
        let another: String?
    }

    struct ToolView: Sendable {
        let text: String
        let caution: String?
    }

    struct ZoneView: Sendable {
        let value: String
        let label: String
        let icon: String
        let word: String
        /// The address at which its practices are, without noting anything.
        let detail: String
    }

    struct SignsView: Sendable {
        let title: String
        let texts: [String]
    }

    struct View: Sendable {
        let problem: String?
        /// Whether the thermometer is asked for; else a practice is shown.
        let isAsking: Bool
        let isRed: Bool
        let practice: PracticeView?
        let zones: [ZoneView]
        let people: [FaceView]
        let hasPeople: Bool
        let alone: Bool
        let with: String?
        /// The address at which the thermometer is asked for once more.
        let again: String
        let signs: [SignsView]
        let hasSigns: Bool
        /// The family's name for it, or Safe Place.
        let placeName: String
        let tools: [ToolView]
        /// What the family chose, before anything else where it is yellow or red; empty: nothing was chosen.
        let chosen: [ToolView]
        let hasChosen: Bool
        let chosenTitle: String
        let safety: [String]
        let support: SupportView
    }

    /// What is asked for: with whom, and for which zone or after which check-in.
    private struct Wish {
        let with: String?
        let answer: String?
        let zone: FeelingZone?
        /// How many practices were passed over.
        let passed: Int

        init(_ request: AuthenticatedRequest) {
            with = request.form["with"] ?? request.query["with"]
            answer = request.query["answer"]
            zone = request.query.choice("zone")
            passed = max(0, min(1_000, request.query["next"].flatMap { Int($0) } ?? 0))
        }
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/calm", for: .both) { request in try await page(request) }
        routes.post("/calm", for: .both) { request in
            guard let zone: FeelingZone = request.form.choice("zone") else {
                return try await page(request, problem: renderer.text(PageProblem.chooseZone))
            }
            let with = request.form["with"]
            // The thermometer that moves reminders is the caregiver's; another adult is answered, and nothing is written down.
            if with == nil, request.reader.isSecond { return .seeOther("/calm?zone=\(zone.rawValue)") }
            let tapped = TappedTime(request.form, now: executor.clock())
            let entry = CheckInEntry(
                zone: zone, with: with.map { .id($0) }, at: tapped.map { TimeText.utc($0.at) },
                shortNight: request.form.has("short-night"))
            do {
                // What waited on a device may have arrived before its answer was lost.
                if let tapped, let id = try await known(zone, with: with, at: tapped.at, by: request.reader.writer) {
                    return .seeOther("/calm?answer=\(id)")
                }
                let id = try await executor.write(by: request.reader.writer) { try $0.record(entry).checkIn.id }
                let whose = with.map { "&with=\(PercentEncoding.path($0))" } ?? ""
                return .seeOther("/calm?said=checked-in&answer=\(id)\(whose)")
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, problem: problem)
            }
        }
    }

    /// The check-in that a device sent before; nil: it is new.
    private func known(
        _ zone: FeelingZone, with: String?, at: Instant, by writer: String?
    ) async throws -> String? {
        try await executor.read { household in
            household.history.checkIns
                .first { $0.with == with && $0.zone == zone && $0.at == at && $0.by == writer }?.id
        }
    }

    private func page(_ request: AuthenticatedRequest, problem: String? = nil) async throws -> Response {
        let wish = Wish(request)
        let notebook = executor.notebook()
        let view = try await executor.read(as: request.reader) { Self.view($0, wish, problem, notebook) }
        return renderer.page(
            "calm", title: renderer.text(PageTitle.calm), place: "/calm", view, request,
            status: problem == nil ? .ok : .unprocessableContent,
            notice: PageText.notice(request.query["said"]), undo: UndoView(wish.answer, hasDetails: false))
    }

    private static func view(
        _ household: CurrentHousehold, _ wish: Wish, _ problem: String?, _ notebook: Notebook
    ) -> View {
        let person = wish.with.flatMap(household.history.person)
        let band = person?.band(on: household.today) ?? .adult
        let words = household.plan.words
        let place = household.history.place(of: person?.id)
        let checkIn = household.history.checkIns.first { $0.id == wish.answer }
        let zone = problem == nil ? checkIn?.zone ?? wish.zone : nil
        let with = person.map { "with=\(PercentEncoding.path($0.id))" }
        let signs = signs(zone, words, band, household.catalogue)
        let tools = household.plan.tools(of: place, band: band).map { ToolView(text: $0.text, caution: $0.caution) }
        let isHard = zone.map { $0 != .green } ?? false
        let chosen = isHard && place?.tools.isEmpty == false ? Array(tools.prefix(Self.few)) : []
        return View(
            problem: problem, isAsking: zone == nil, isRed: zone == .red,
            practice: zone.flatMap { practice($0, checkIn, wish, band, household, notebook) },
            zones: FeelingZone.allCases.reversed().map { zone in
                ZoneView(
                    value: zone.rawValue, label: household.text(ChoicePhrase.zone(zone)), icon: "icon-\(zone.rawValue)",
                    word: household.text(ChoicePhrase.zoneWord(zone)),
                    detail: "/calm?" + [with, "zone=\(zone.rawValue)"].compactMap(\.self).joined(separator: "&"))
            },
            people: FaceView.all(household.history.people, chosen: person?.id),
            hasPeople: !household.history.people.isEmpty, alone: person == nil, with: person?.id,
            again: "/calm" + (with.map { "?\($0)" } ?? ""), signs: signs, hasSigns: !signs.isEmpty,
            placeName: household.text(PlacePhrase.name(place?.name)),
            tools: tools, chosen: chosen, hasChosen: !chosen.isEmpty,
            chosenTitle: household.text(DailyPhrase.chosenTools(named: place?.name, of: person?.name)),
            safety: words.safety.filter {
                $0.when == .afraidOfMyself || $0.when == .limits || $0.when == .afraidOfSomeone
            }
            .map(\.text),
            support: SupportView(household))
    }

    /// Enough for somebody whose hands are full.
    private static let few = 3

    /// The practice that answers a check-in comes first, and each other one after it once.
    private static func practice(
        _ zone: FeelingZone, _ checkIn: CheckIn?, _ wish: Wish, _ band: AgeBand, _ household: CurrentHousehold,
        _ notebook: Notebook
    ) -> PracticeView? {
        let all = household.plan.words.practices(in: zone, with: band)
        guard !all.isEmpty else { return nil }
        let answer = checkIn.flatMap { notebook.practice(for: $0, in: household.history) }
        let first = answer.flatMap { answer in all.firstIndex { $0.id == answer.id } } ?? 0
        let practice = all[(first + wish.passed) % all.count]
        let query = [
            checkIn.map { "answer=\($0.id)" } ?? "zone=\(zone.rawValue)",
            wish.with.map { "with=\(PercentEncoding.path($0))" }, "next=\((wish.passed + 1) % all.count)",
        ]
        return PracticeView(
            title: practice.title, length: household.text(PagePhrase.minutes(practice.minutes)),
            seconds: practice.minutes * 60, text: practice.text, caution: practice.caution,
            isBreath: practice.way == .breath, zone: zone.rawValue,
            zoneName: household.text(ChoicePhrase.zoneHeading(zone)),
            another: all.count > 1 ? "/calm?" + query.compactMap(\.self).joined(separator: "&") : nil)
    }

    /// Of one zone, or of all from red to green while none was chosen.
    private static func signs(
        _ zone: FeelingZone?, _ words: RepairWords, _ band: AgeBand, _ catalogue: Catalogue
    ) -> [SignsView] {
        (zone.map { [$0] } ?? FeelingZone.allCases.reversed()).compactMap { zone in
            let texts = words.signs.filter { $0.band == band && $0.zone == zone }.map(\.text)
            return texts.isEmpty
                ? nil : SignsView(title: catalogue.text(ChoicePhrase.zoneHeading(zone)), texts: texts)
        }
    }
}
