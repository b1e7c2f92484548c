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
        let text: String
        let caution: String?

        init(_ practice: CalmPractice, _ catalogue: Catalogue) {
            title = practice.title
            length = catalogue.text(PagePhrase.minutes(practice.minutes))
            text = practice.text
            caution = practice.caution
        }
    }

    struct ToolView: Sendable {
        let text: String
        let caution: String?
    }

    struct ZoneView: Sendable {
        let id: String
        let title: String
        let practices: [PracticeView]
        let more: [PracticeView]
        let hasMore: Bool
        let signs: [String]
        let hasSigns: Bool
    }

    struct View: Sendable {
        let problem: String?
        let answer: PracticeView?
        let zones: [OptionView]
        let people: [OptionView]
        let hasPeople: Bool
        let alone: Bool
        let with: String?
        let chapters: [ZoneView]
        /// The family's name for it, or Safe Place.
        let placeName: String
        let tools: [ToolView]
        let safety: [String]
        let support: SupportView
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/calm") { request in try await page(request) }
        routes.post("/calm") { request in
            guard let zone: FeelingZone = request.form.choice("zone") else {
                return try await page(request, problem: renderer.text(PageProblem.chooseZone))
            }
            let with = request.form["with"]
            let entry = CheckInEntry(zone: zone, with: with.map { .id($0) })
            do {
                let id = try await executor.write { try $0.record(entry).checkIn.id }
                let whose = with.map { "&with=\(PercentEncoding.path($0))" } ?? ""
                return .seeOther("/calm?said=checked-in&answer=\(id)\(whose)")
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, problem: problem)
            }
        }
    }

    private func page(_ request: AuthenticatedRequest, problem: String? = nil) async throws -> Response {
        let (with, answer) = (request.form["with"] ?? request.query["with"], request.query["answer"])
        let notebook = executor.notebook()
        let view = try await executor.read { Self.view($0, with: with, answer: answer, problem, notebook) }
        return renderer.page(
            "calm", title: renderer.text(PageTitle.calm), place: "/calm", view, request,
            status: problem == nil ? .ok : .unprocessableContent,
            notice: PageText.notice(request.query["said"]))
    }

    private static func view(
        _ household: CurrentHousehold, with: String?, answer: String?, _ problem: String?, _ notebook: Notebook
    ) -> View {
        let person = with.flatMap(household.history.person)
        let band = person?.band(on: household.today) ?? .adult
        let checkIn = household.history.checkIns.first { $0.id == answer }
        let practice = checkIn.flatMap { notebook.practice(for: $0, in: household.history) }
        let words = household.plan.words
        let place = household.history.place(of: person?.id)
        // What helps most comes first: the zone that was noted just now.
        let order = [checkIn?.zone].compactMap { $0 } + FeelingZone.allCases.reversed().filter { $0 != checkIn?.zone }
        return View(
            problem: problem, answer: practice.map { PracticeView($0, household.catalogue) },
            zones: OptionView.zones(chosen: nil, household.catalogue),
            people: OptionView.people(household.history.people, chosen: person?.id),
            hasPeople: !household.history.people.isEmpty, alone: person == nil, with: person?.id,
            chapters: order.map { chapter($0, words, band, household.catalogue) },
            placeName: household.text(PlacePhrase.name(place?.name)),
            tools: household.plan.tools(of: place, band: band).map { ToolView(text: $0.text, caution: $0.caution) },
            safety: words.safety.filter {
                $0.when == .afraidOfMyself || $0.when == .limits || $0.when == .afraidOfSomeone
            }
            .map(\.text),
            support: SupportView(household))
    }

    private static func chapter(
        _ zone: FeelingZone, _ words: RepairWords, _ band: AgeBand, _ catalogue: Catalogue
    ) -> ZoneView {
        let fitting = words.practices(in: zone, with: band)
        let first = Array(fitting.filter { $0.minutes <= 2 }.prefix(3))
        let ids = Set(first.map(\.id))
        let more = fitting.filter { !ids.contains($0.id) }
        let signs = words.signs.filter { $0.band == band && $0.zone == zone }.map(\.text)
        return ZoneView(
            id: zone.rawValue, title: catalogue.text(ChoicePhrase.zoneHeading(zone)),
            practices: first.map { PracticeView($0, catalogue) },
            more: more.map { PracticeView($0, catalogue) }, hasMore: !more.isEmpty, signs: signs,
            hasSigns: !signs.isEmpty)
    }
}
