import Hummingbird
import MendCore
import MendExport
import MendText

/// The page "Today": whom to record something with, what is open, and the day's prompt.
struct TodayPage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct View: Sendable {
        let day: String
        let people: [OptionView]
        let hasPeople: Bool
        /// That everything is paused, and until when; nil: it is not.
        let paused: String?
        let open: [PersonCardView]
        let hasOpen: Bool
        let due: [ItemView]
        let hasDue: Bool
        let items: [ItemView]
        let isQuiet: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/") { request in
            let view = try await executor.read(Self.view)
            return renderer.page(
                "today", title: renderer.text(PageTitle.today), place: "/", view, request,
                notice: PageText.notice(request.query["said"]))
        }
    }

    private static func view(_ household: CurrentHousehold) throws -> View {
        let builder = try household.builder(since: household.today)
        let items = builder.agenda(from: household.today, through: household.today).items
        // What is at rest with somebody is left to the weekly reflection.
        let open = builder.people.filter { !$0.open.isEmpty }.map { PersonCardView($0, household) }
        let due = items.filter(\.kind.isRepair).map { ItemView($0, household) }
        let others = items.filter { !$0.kind.isRepair }.map { ItemView($0, household) }
        return View(
            day: household.dates.dayName(household.today),
            people: OptionView.people(household.history.people, chosen: nil),
            hasPeople: !household.history.people.isEmpty,
            paused: household.everythingPaused, open: open, hasOpen: !open.isEmpty, due: due, hasDue: !due.isEmpty,
            items: others,
            isQuiet: open.isEmpty && due.isEmpty && others.isEmpty)
    }
}
