import Hummingbird
import MendCore
import MendExport
import MendText

/// The page "Looking back": what was written down, the newest first, with its notes.
struct LookBackPage: Sendable {
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct AttemptView: Sendable {
        /// When it was, and what came of it.
        let text: String
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
        /// Who frightened whom.
        let whoFrightened: String?
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
        routes.get("/look-back") { request in
            let number = max(0, min(100_000, request.query["page"].flatMap { Int($0) } ?? 0))
            let view = try await executor.read { try Self.view($0, number) }
            return renderer.page(
                "look-back", title: renderer.text(PageTitle.lookingBack), place: "/look-back", view, request)
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

    private static func view(_ household: CurrentHousehold, _ number: Int) throws -> View {
        let builder = try household.builder()
        let entries = (household.history.ruptures.map(Entry.rupture) + household.history.checkIns.map(Entry.checkIn))
            .sorted { $0.at > $1.at }
        let shown = entries.dropFirst(number * most).prefix(most)
        return View(
            entries: shown.map { view($0, household, builder) }, hasEntries: !shown.isEmpty,
            newer: number > 0 ? "/look-back?page=\(number - 1)" : nil,
            older: entries.count > (number + 1) * most ? "/look-back?page=\(number + 1)" : nil)
    }

    private static func view(_ entry: Entry, _ household: CurrentHousehold, _ builder: AgendaBuilder) -> EntryView {
        switch entry {
        case .checkIn(let checkIn):
            let name = checkIn.with.flatMap(household.history.person)?.name
            return EntryView(
                href: nil, when: household.dates.moment(checkIn.at),
                title: household.text(PagePhrase.thermometer(checkIn.zone, name: name)), state: nil,
                excitedAbout: nil, note: nil, zones: nil, whoFrightened: nil, attempts: [], hasAttempts: false)
        case .rupture(let rupture):
            let attempts = household.history.attempts.filter { $0.rupture == rupture.id }.map {
                AttemptView(text: text(of: $0, household), attemptNote: $0.note)
            }
            let name = household.history.person(rupture.with)?.name ?? rupture.with
            return EntryView(
                href: "/repair/\(rupture.id)", when: household.dates.moment(rupture.at),
                title: "\(name): \(household.text(ChoicePhrase.rupture(rupture.kind)))",
                state: household.text(state(builder.outlook(ofRupture: rupture.id))),
                excitedAbout: rupture.excitedAbout.map { household.text(PagePhrase.excitedAbout($0)) },
                note: rupture.note, zones: zones(of: rupture, name, household),
                whoFrightened: rupture.frightened.map { household.text(ChoicePhrase.frightened($0)) },
                attempts: attempts,
                hasAttempts: !attempts.isEmpty)
        }
    }

    private static func text(of attempt: Attempt, _ household: CurrentHousehold) -> String {
        household.text(
            PagePhrase.attempt(
                when: household.dates.moment(attempt.at),
                outcome: household.text(ChoicePhrase.outcome(attempt.outcome)),
                roadblock: attempt.roadblock.map { household.text(ChoicePhrase.roadblock($0)) }))
    }

    private static func zones(of rupture: Rupture, _ name: String, _ household: CurrentHousehold) -> String? {
        let own = rupture.zone.map { PagePhrase.ownZone($0) }
        let theirs = rupture.theirZone.map { PagePhrase.theirZone($0, name: name) }
        let parts = [own, theirs].compactMap { $0 }
        return parts.isEmpty ? nil : parts.map { household.text($0) }.joined(separator: ", ")
    }

    private static func state(_ outlook: Outlook) -> PagePhrase {
        switch outlook {
        case .closed: .closed
        case .atRest: .resting
        case .next, .onHold, .noPlace: .open
        }
    }
}
