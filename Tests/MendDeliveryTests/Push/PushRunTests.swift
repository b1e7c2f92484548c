import Crypto
import Foundation
import MendCore
import MendJournal
import MendPlatform
import MendPush
import ShippedPlan
import Testing

@testable import MendDelivery

/// What goes out to phones, before any of it does.
@Suite struct PushRunTests {
    private static let now = Instant(seconds: 1_767_625_200)

    /// What frightened the caregiver goes to no phone of the second adult's, who may be whom they fear: neither a notice nor a
    /// button that says it is mended. Whatever else is due is tried.
    @Test(arguments: [(Rupture.Kind.toxic, nil as String?, true), (.toxic, "x1", false), (.limitSetting, "x1", true)])
    func aPhoneOfTheSecondAdultsHearsNothingOfWhatIsKept(_ kind: Rupture.Kind, _ login: String?, _ isTried: Bool)
        async throws
    {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mend-push-\(UUID().uuidString)")
            .path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let zone = try #require(SystemZones.find("Europe/Berlin"))
        let journal = try SQLiteJournal.create(
            in: folder,
            records: [
                .household(Household(id: "home", zone: zone)),
                .person(Person(id: "sam", name: "Sam", relation: .partner)),
                .channel(Channel(name: "phone", kind: .push, to: "Firefox", open: false)),
                .rupture(
                    Rupture(
                        id: "r1", with: "sam", kind: kind, at: Self.now + -2.hours, recorded: Self.now + -2.hours,
                        frightened: kind == .toxic ? .them : nil)),
                .delivery(Delivery(item: nil, channel: "phone", at: Self.now + -3.hours, outcome: .passed)),
            ], zones: SystemZones.find)
        try journal.put(
            PushDevice(
                channel: "phone", endpoint: "https://fcm.googleapis.com/fcm/send/abc",
                publicKey: Array(P256.KeyAgreement.PrivateKey().publicKey.x963Representation),
                secret: [UInt8](repeating: 1, count: 16), base: "https://mend.example.org", renewed: Self.now,
                login: login))
        let means = PushMeans(
            store: journal, services: PushEndpoint.Services(), random: { [UInt8](repeating: 7, count: $0) },
            resolve: { _ in [] })
        let run = PushRun(means: means, journal: journal, plan: { ShippedPlan.load() }, directory: folder)
        _ = try await run.run(now: Self.now)
        let due = try journal.history().deliveries.filter { $0.item?.anchor == "r1" }
        // What could not be sent stays to be tried; what is kept is over.
        #expect(due.contains { $0.outcome == .sent } == !isTried, "\(due)")
        #expect(try journal.pushDevices().map(\.failures) == [isTried ? 1 : 0])
    }
}
