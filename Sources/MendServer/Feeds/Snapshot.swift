import MendCore
import MendExport

/// The household at one moment, as calendars and feeds show it.
struct Snapshot: Sendable {
    let validity: Validity
    let history: History
    let now: Instant
    let number: Int
    private let publication: Publication

    /// The state of the journal and the time for which something holds that was made of them.
    struct Validity: Hashable, Sendable {
        let version: JournalVersion
        let from: Instant
        let until: Instant

        func holds(_ version: JournalVersion, at now: Instant) -> Bool {
            self.version == version && from <= now && now < until
        }
    }

    /// How often to try to find the journal at rest.
    private static let tries = 5

    /// Writes into the journal what is shown for the first time, then reads it as it is.
    init(_ setup: ServerSetup, now: Instant, number: Int) throws {
        for _ in 0..<Self.tries {
            let version = try setup.journal.version()
            let history = try setup.journal.history()
            let items = try Self.items(setup.plan, history, now)
            let publication = Publication(items: items, history: history, plan: setup.plan, now: now)
            guard publication.changes.isEmpty else {
                try setup.journal.update { current in
                    guard current == history else { return ([], ()) }
                    return (publication.changes.map { .put(.published($0)) }, ())
                }
                continue
            }
            guard try setup.journal.version() == version else { continue }
            self.history = history
            self.now = now
            self.number = number
            self.publication = publication
            let zone = history.household.zone
            let nextItem = items.map(\.start).filter { $0 > now }.min()
            let midnight = zone.start(of: zone.day(of: now) + 1)
            // What was written down while this was made counts from its own time on.
            let nextRecord = history.recorded.filter { $0 > now }.min()
            let until = [nextItem, nextRecord].compactMap { $0 }.reduce(midnight, min)
            validity = Validity(version: version, from: now, until: until)
            return
        }
        throw PageError.busy
    }

    func bytes(
        of document: ExportDocument, for subscription: Subscription, secret: String, _ setup: ServerSetup
    ) throws -> [UInt8]? {
        let address = SubscriptionAddress(base: setup.origin.base, household: history.household.id, secret: secret)
        let settings = ExportSettings(
            edition: subscription.open ? .open : .discreet, baseURL: address.below, pages: setup.origin.base, now: now)
        return try DocumentWriter(
            history: history.known(by: now), plan: setup.plan, publication: publication, settings: settings
        ).bytes(of: document)
    }

    private static func items(_ plan: Plan, _ history: History, _ now: Instant) throws -> [Item] {
        let days = ExportSettings(edition: .discreet, now: now).days(for: history)
        return try AgendaBuilder(plan: plan, history: history, now: now)
            .agenda(from: days.lowerBound, through: days.upperBound).items
    }
}

extension History {
    fileprivate var recorded: [Instant] {
        ruptures.map(\.recorded) + attempts.map(\.recorded) + checkIns.map(\.at)
    }
}
