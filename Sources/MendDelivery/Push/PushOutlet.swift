import MendCore
import MendText

/// A channel's phone.
public struct PushOutlet: Outlet {
    private let channel: Channel
    private let plan: Plan
    private let means: PushMeans
    private let kept: @Sendable () throws -> Set<String>
    private let catalogue: Catalogue

    /// - Parameters:
    ///   - kept: the ids of ruptures that are kept to the caregiver; asked for where the phone is the second adult's.
    ///   - plan: what it says of an item for others' eyes.
    ///   - catalogue: in whose language the notices are written.
    public init(
        _ channel: Channel, plan: Plan, means: PushMeans, kept: @escaping @Sendable () throws -> Set<String>,
        in catalogue: Catalogue
    ) {
        self.kept = kept
        self.channel = channel
        self.plan = plan
        self.means = means
        self.catalogue = catalogue
    }

    /// - Throws: `DeliveryFailure`, `PartlyDelivered`, or what the journal throws.
    public func send(_ items: [Item], about open: Set<String>, of household: Household, now: Instant) throws {
        guard let device = try means.store.pushDevices().first(where: { $0.channel == channel.name }) else {
            throw DeliveryFailure.noPhone
        }
        // A person who tries it does not have to wait.
        if let retry = device.retryAt, device.waits(at: now), items.contains(where: { $0.key != nil }) {
            throw DeliveryFailure.pushLater(seconds: retry - now)
        }
        let sender = PushSender(key: try means.key(), means: means)
        let courier = PushCourier(
            means: means, sender: sender, household: household, plan: plan, openTags: nil,
            kept: try kept(), in: catalogue, now: now)
        let load = courier.load(items, for: device, isOpen: channel.open)
        try means.store.put(load.tokens, forgettingBefore: now)
        let result = try waiting {
            let result = await courier.deliver(load)
            await sender.close()
            return result
        }
        try courier.note([result])
        guard let failure = result.failure else { return }
        throw result.sent.isEmpty
            ? failure : PartlyDelivered(sent: result.sent, failed: result.failed, failure: failure) as any Error
    }
}
