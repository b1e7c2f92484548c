import Hummingbird
import MendCore
import MendExport
import MendText

/// The page "The next weeks": what the next weeks hold, day by day.
struct PlanPage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

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
        routes.get("/plan", for: .both) { request in
            let number = min(Self.mostPages, max(0, request.query["page"].flatMap { Int($0) } ?? 0))
            let view = try await executor.read(as: request.reader) { try Self.view($0, number) }
            return renderer.page("plan", title: renderer.text(PageTitle.nextWeeks), place: "/plan", view, request)
        }
    }

    private static func view(_ household: CurrentHousehold, _ number: Int) throws -> View {
        let first = household.today + number * days
        let items = try household.builder(since: first).agenda(from: first, through: first + (days - 1)).items
        var views: [DayView] = []
        for day in first...(first + (days - 1)) {
            let own = items.filter { household.zone.day(of: $0.start) == day }.map { ItemView($0, household) }
            if !own.isEmpty { views.append(DayView(name: household.dates.dayName(day), items: own)) }
        }
        return View(
            days: views, hasDays: !views.isEmpty, weeks: days / 7,
            earlier: number > 0 ? "/plan?page=\(number - 1)" : nil,
            later: number < mostPages ? "/plan?page=\(number + 1)" : nil)
    }
}
