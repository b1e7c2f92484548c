import MendCore
import MendExport

/// The household at one moment, as calendars and feeds show it.
struct HouseholdSnapshot: Sendable {
    let validity: Validity
    let now: Instant
    private let history: History
    private let plan: Plan
    private let language: Language
    private let publication: Publication

    /// The state of the journal, the plan, and the time, for which what was made of them holds.
    struct Validity: Hashable, Sendable {
        let version: JournalVersion
        /// Of the plan.
        let edition: Int
        let from: Instant
        /// The first instant at which it holds no more.
        let until: Instant

        func holds(_ version: JournalVersion, _ edition: Int, at now: Instant) -> Bool {
            self.version == version && self.edition == edition && from <= now && now < until
        }
    }

    /// How often it tries to find the journal at rest.
    private static let tries = 5

    /// Writes into the journal what has begun and what is shown for the first time, then reads the journal as it is. One that takes
    /// no writing is shown as it would be.
    /// - Throws: a `JournalFailure`; `PageError.busy` when others keep writing.
    init(_ journal: any Journal, _ served: ServedPlan, _ language: PageLanguage, now: Instant) throws {
        let plan = served.plan
        for _ in 0..<Self.tries {
            let version = try journal.version()
            let history = try journal.history()
            let settlement = try Settlement(history, plan: plan, now: now)
            let items = try Self.items(plan, settlement.history, now)
            let publication = Publication(items: items, history: settlement.history, plan: plan, now: now)
            let changes = settlement.changes + publication.changes.map { .put(.published($0)) }
            if !changes.isEmpty {
                do {
                    try journal.update { current in (current == history ? changes : [], ()) }
                    continue
                } catch let failure as any JournalFailure where !failure.isPassing {
                    // Readers get what there is: a full disk is no reason for them to drop a calendar.
                }
            }
            guard try journal.version() == version else { continue }
            self.history = settlement.history
            self.plan = plan
            self.language = language.language(of: history.household)
            self.now = now
            self.publication = publication
            validity = Validity(
                version: version, edition: served.edition, from: now,
                until: history.nextChange(of: items, after: now))
            return
        }
        throw PageError.busy
    }

    /// The day of `now`, where the household lives.
    var today: LocalDay { history.household.zone.day(of: now) }

    /// The subscription with this secret; nil when there is none. It compares all of them, in a time that does not depend on
    /// where two secrets differ.
    func subscription(household: String, secret: String) -> Subscription? {
        let hash = SubscriptionAddress.hash(ofSecret: secret)
        var found: Subscription?
        for subscription in history.subscriptions where Digest.areEqual(subscription.secretHash, hash) {
            found = subscription
        }
        return history.household.id == household ? found : nil
    }

    /// - Parameter base: where the server is reached from outside.
    /// - Returns: nil for an archive page that does not exist.
    func bytes(
        of document: ExportDocument, for subscription: Subscription, secret: String, base: BaseURL
    ) throws -> [UInt8]? {
        let address = SubscriptionAddress(base: base, household: history.household.id, secret: secret)
        let settings = ExportSettings(
            edition: subscription.open ? .open : .discreet, baseURL: address.below, pages: base, now: now,
            language: language)
        return try DocumentWriter(
            history: history.known(by: now), plan: plan, publication: publication, settings: settings
        ).bytes(of: document)
    }

    private static func items(_ plan: Plan, _ history: History, _ now: Instant) throws -> [Item] {
        let days = ExportSettings(edition: .discreet, now: now).days(for: history)
        return try AgendaBuilder(plan: plan, history: history, now: now)
            .agenda(from: days.lowerBound, through: days.upperBound).items
    }
}
