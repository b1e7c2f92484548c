import Hummingbird
import MendCore
import MendExport
import MendText

/// One item of a calendar or feed: it shows and asks, and only what is sent from it is written down.
struct ItemPage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct View: Sendable {
        let item: ItemView
        let when: String
        let rupture: String?
        let isOpen: Bool
        let outcomes: [OptionView]
        let because: [String]
        let hasBecause: Bool
        let isReflection: Bool
        let support: SupportView?
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/i/:item", for: .both) { request in
            let name = request.parameter("item")
            let view = try await executor.read(as: request.reader) { try Self.view($0, name) }
            return renderer.page("item", title: view.item.title, place: "/plan", view, request)
        }
    }

    private static func view(_ household: CurrentHousehold, _ name: String) throws -> View {
        let builder = try household.builder()
        guard let item = item(name, household, builder) else { throw PageError.notFound }
        // A merged item is about several; the oldest that is still open is asked about.
        let rupture = item.ruptures.first { builder.outlook(ofRupture: $0) != .closed } ?? item.ruptures.first
        let outlook = rupture.map(builder.outlook(ofRupture:))
        let because = ReasonSentences(dates: household.dateContext, in: household.catalogue)
            .sentences(of: item, from: builder.origin(of: item))
        return View(
            item: ItemView(item, household), when: household.dates.moment(item.start), rupture: rupture,
            isOpen: outlook.map { $0 != .closed } ?? false,
            // A frightening moment is not closed with a tap.
            outcomes: (outlook.map(RepairPage.outcomes) ?? []).filter { !item.isGrave || !$0.closes }.map {
                OptionView($0.rawValue, household.text(ChoicePhrase.outcome($0)))
            },
            because: because, hasBecause: !because.isEmpty, isReflection: item.kind == .reflection,
            support: item.isGrave ? SupportView(household) : nil)
    }

    /// By its id, or by the name that discreet calendars give it.
    private static func item(_ name: String, _ household: CurrentHousehold, _ builder: AgendaBuilder) -> Item? {
        guard name.utf8.count <= 200 else { return nil }
        if let item = builder.item(name) { return item }
        guard name.utf8.count == 32, name.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }) else { return nil }
        let days = ExportSettings(edition: .discreet, now: household.now).calendarDays(in: household.zone)
        let first = max(days.lowerBound, household.history.firstDay(now: household.now))
        return ItemAddressResolver(household: household.history.household)
            .item(name, among: builder.agenda(from: first, through: days.upperBound).items)
    }
}
