import Hummingbird
import MendCore
import MendExport
import MendText

/// Today: who to record something with, what is open, and the day's prompt.
struct TodayPage: Sendable {
    let desk: Desk
    let look: Look

    struct View: Sendable {
        let day: String
        let people: [Option]
        let hasPeople: Bool
        let open: [OpenRuptureView]
        let hasOpen: Bool
        let due: [ItemView]
        let hasDue: Bool
        let items: [ItemView]
        let isQuiet: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/") { visit in
            let view = try await desk.read(Self.view)
            return look.page(
                "today", title: "Today", place: "/", view, visit, notice: PageWords.notice(visit.query["said"]))
        }
    }

    private static func view(_ journal: OpenJournal) throws -> View {
        let builder = try journal.builder(since: journal.today)
        let items = builder.agenda(from: journal.today, through: journal.today).items
        let open = builder.wakefulRuptures.reversed()
            .map { OpenRuptureView($0, journal, builder) }
        let due = items.filter(\.kind.isRepair).map { ItemView($0, journal) }
        let others = items.filter { !$0.kind.isRepair }.map { ItemView($0, journal) }
        return View(
            day: AgendaText(zone: journal.zone).dayName(journal.today),
            people: Option.people(journal.history.people, chosen: nil), hasPeople: !journal.history.people.isEmpty,
            open: open, hasOpen: !open.isEmpty, due: due, hasDue: !due.isEmpty, items: others,
            isQuiet: open.isEmpty && due.isEmpty && others.isEmpty)
    }
}
