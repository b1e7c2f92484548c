import Hummingbird
import MendCore
import MendExport
import MendText

/// One item of a calendar or feed: it shows and asks, and only what is sent from it is written down.
struct ItemPage: Sendable {
    let desk: Desk
    let look: Look

    struct View: Sendable {
        let item: ItemView
        let when: String
        let rupture: String?
        let isOpen: Bool
        let outcomes: [Option]
        let because: [String]
        let hasBecause: Bool
        let isReflection: Bool
        let support: SupportView?
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/i/:item") { visit in
            let name = visit.parameter("item")
            let view = try await desk.read { try Self.view($0, name) }
            return look.page("item", title: view.item.title, place: "/plan", view, visit)
        }
    }

    private static func view(_ journal: OpenJournal, _ name: String) throws -> View {
        let builder = try journal.builder()
        guard let item = item(name, journal, builder) else { throw PageError.notFound }
        let text = AgendaText(zone: journal.zone)
        // A merged item is about several; the oldest that is still open is asked about.
        let rupture = item.ruptures.first { builder.outlook(ofRupture: $0) != .closed } ?? item.ruptures.first
        let outlook = rupture.map(builder.outlook(ofRupture:))
        let because = ReasonSentences(zone: journal.zone).sentences(of: item)
        return View(
            item: ItemView(item, journal), when: text.moment(item.start), rupture: rupture,
            isOpen: outlook.map { $0 != .closed } ?? false,
            outcomes: (outlook.map(RepairPage.outcomes) ?? []).map { Option($0.rawValue, PageWords.name(of: $0)) },
            because: because, hasBecause: !because.isEmpty, isReflection: item.kind == .reflection,
            support: item.isGrave ? SupportView(journal) : nil)
    }

    /// By its id, or by the name that discreet calendars give it.
    private static func item(_ name: String, _ journal: OpenJournal, _ builder: AgendaBuilder) -> Item? {
        guard name.utf8.count <= 200 else { return nil }
        if let item = builder.item(name) { return item }
        guard name.utf8.count == 32, name.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }) else { return nil }
        let days = ExportSettings(edition: .discreet, now: journal.now).calendarDays(in: journal.zone)
        let first = max(days.lowerBound, journal.history.firstDay(now: journal.now))
        return ItemAddressResolver(household: journal.history.household)
            .item(name, among: builder.agenda(from: first, through: days.upperBound).items)
    }
}
