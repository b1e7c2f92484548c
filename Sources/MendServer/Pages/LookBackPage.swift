import Hummingbird
import MendCore
import MendExport
import MendText

/// Look back: what was written down, the newest first, with its notes.
struct LookBackPage: Sendable {
    let desk: Desk
    let look: Look

    struct AttemptView: Sendable {
        let when: String
        let outcome: String
        let roadblock: String?
        // Not `note`: where it has none, a template would show that of the rupture around it.
        let attemptNote: String?
    }

    struct EntryView: Sendable {
        let href: String?
        let when: String
        let title: String
        let state: String?
        let excitedAbout: String?
        let note: String?
        let zones: String?
        let attempts: [AttemptView]
        let hasAttempts: Bool
    }

    struct View: Sendable {
        let entries: [EntryView]
        let hasEntries: Bool
        let newer: String?
        let older: String?
    }

    private static let most = 25

    func addRoutes(to routes: inout Routes) {
        routes.get("/look-back") { visit in
            let number = max(0, min(100_000, visit.query["page"].flatMap { Int($0) } ?? 0))
            let view = try await desk.read { try Self.view($0, number) }
            return look.page("look-back", title: "Looking back", place: "/look-back", view, visit)
        }
    }

    private enum Entry {
        case rupture(Rupture)
        case checkIn(CheckIn)

        var at: Instant {
            switch self {
            case .rupture(let rupture): rupture.at
            case .checkIn(let checkIn): checkIn.at
            }
        }
    }

    private static func view(_ journal: OpenJournal, _ number: Int) throws -> View {
        let builder = try journal.builder()
        let entries = (journal.history.ruptures.map(Entry.rupture) + journal.history.checkIns.map(Entry.checkIn))
            .sorted { $0.at > $1.at }
        let shown = entries.dropFirst(number * most).prefix(most)
        return View(
            entries: shown.map { view($0, journal, builder) }, hasEntries: !shown.isEmpty,
            newer: number > 0 ? "/look-back?page=\(number - 1)" : nil,
            older: entries.count > (number + 1) * most ? "/look-back?page=\(number + 1)" : nil)
    }

    private static func view(_ entry: Entry, _ journal: OpenJournal, _ builder: AgendaBuilder) -> EntryView {
        let text = AgendaText(zone: journal.zone)
        switch entry {
        case .checkIn(let checkIn):
            let name = checkIn.with.flatMap(journal.history.person)?.name
            return EntryView(
                href: nil, when: text.moment(checkIn.at),
                title: "Thermometer: \(checkIn.zone.rawValue)" + (name.map { ", with \($0)" } ?? ""), state: nil,
                excitedAbout: nil, note: nil, zones: nil, attempts: [], hasAttempts: false)
        case .rupture(let rupture):
            let attempts = journal.history.attempts.filter { $0.rupture == rupture.id }.map {
                AttemptView(
                    when: text.moment($0.at), outcome: PageWords.name(of: $0.outcome),
                    roadblock: $0.roadblock.map(PageWords.name), attemptNote: $0.note)
            }
            let name = journal.history.person(rupture.with)?.name ?? rupture.with
            return EntryView(
                href: "/repair/\(rupture.id)", when: text.moment(rupture.at),
                title: "\(name): \(PageWords.name(of: rupture.kind))",
                state: state(builder.outlook(ofRupture: rupture.id)),
                excitedAbout: rupture.excitedAbout, note: rupture.note, zones: zones(of: rupture, name),
                attempts: attempts,
                hasAttempts: !attempts.isEmpty)
        }
    }

    private static func zones(of rupture: Rupture, _ name: String) -> String? {
        let parts = [rupture.zone.map { "You \($0.rawValue)" }, rupture.theirZone.map { "\(name) \($0.rawValue)" }]
            .compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static func state(_ outlook: Outlook) -> String {
        switch outlook {
        case .closed: "Closed"
        case .atRest: "At rest"
        case .next, .onHold, .noPlace: "Open"
        }
    }
}
