import Hummingbird
import MendCore
import MendExport
import MendText

/// Plan: what the next weeks hold, day by day.
struct PlanPage: Sendable {
    let desk: Desk
    let look: Look

    struct DayView: Sendable {
        let name: String
        let items: [ItemView]
    }

    struct View: Sendable {
        let days: [DayView]
        let hasDays: Bool
        let weeks: Int
        let earlier: String?
        let later: String?
    }

    private static let days = 14
    /// As far as calendars look ahead.
    private static let mostPages = 6

    func addRoutes(to routes: inout Routes) {
        routes.get("/plan") { visit in
            let number = min(Self.mostPages, max(0, visit.query["page"].flatMap { Int($0) } ?? 0))
            let view = try await desk.read { try Self.view($0, number) }
            return look.page("plan", title: "The next weeks", place: "/plan", view, visit)
        }
    }

    private static func view(_ journal: OpenJournal, _ number: Int) throws -> View {
        let first = journal.today + number * days
        let items = try journal.builder(since: first).agenda(from: first, through: first + (days - 1)).items
        let text = AgendaText(zone: journal.zone)
        var views: [DayView] = []
        for day in first...(first + (days - 1)) {
            let own = items.filter { journal.zone.day(of: $0.start) == day }.map { ItemView($0, journal) }
            if !own.isEmpty { views.append(DayView(name: text.dayName(day), items: own)) }
        }
        return View(
            days: views, hasDays: !views.isEmpty, weeks: days / 7,
            earlier: number > 0 ? "/plan?page=\(number - 1)" : nil,
            later: number < mostPages ? "/plan?page=\(number + 1)" : nil)
    }
}
