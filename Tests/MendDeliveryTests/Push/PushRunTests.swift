import Crypto
import Foundation
import MendCore
import MendJournal
import MendPlatform
import MendPush
import ShippedPlan
import Testing

@testable import MendDelivery

/// What goes out to phones, before any of it does: no push service has an address here.
@Suite struct PushRunTests {
    private static let now = Instant(seconds: 1_767_625_200)

    /// What frightened the caregiver goes to no phone of the second adult's, who may be whom they fear: neither a notice nor a
    /// button that says it is mended. Whatever else is due is tried.
    private static let cases: [(Rupture.Kind, String?, isTried: Bool)] = [
        (.toxic, nil, true), (.toxic, "x1", false), (.limitSetting, "x1", true),
    ]

    private func withPhone(
        _ kind: Rupture.Kind, _ login: String?,
        _ test: (SQLiteJournal, PushMeans, _ folder: String) async throws -> Void
    ) async throws {
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
        try await test(journal, means, folder)
    }

    @Test(arguments: cases)
    func theServerSendsNothingOfWhatIsKept(_ kind: Rupture.Kind, _ login: String?, _ isTried: Bool) async throws {
        try await withPhone(kind, login) { journal, means, folder in
            let run = PushRun(means: means, journal: journal, plan: { ShippedPlan.load() }, directory: folder)
            _ = try await run.run(now: Self.now)
            // What could not be sent stays to be tried; what is kept is over.
            let due = try journal.history().deliveries.filter { $0.item?.anchor == "r1" }
            #expect(due.contains { $0.outcome == .sent } == !isTried, "\(due)")
            #expect(try journal.pushDevices().map(\.failures) == [isTried ? 1 : 0])
        }
    }

    @Test(arguments: cases)
    func theCommandLineSendsNothingOfWhatIsKept(_ kind: Rupture.Kind, _ login: String?, _ isTried: Bool) async throws {
        try await withPhone(kind, login) { journal, means, _ in
            let item = Item(
                id: "r1.reflect", kind: .rung(.reflect), start: Self.now, minutes: 5, voice: .own, ruptures: ["r1"],
                writtenTitle: "", text: "", prompt: nil, because: [])
            let household = try journal.household()
            // A command waits for its answer, which a thread of the tests may not.
            let isSent = await withCheckedContinuation { done in
                Thread.detachNewThread {
                    let outlet = PushOutlet(
                        Channel(name: "phone", kind: .push, to: "Firefox", open: false), plan: ShippedPlan.load(),
                        means: means,
                        kept: { try journal.history().keptToTheCaregiver }, in: .english)
                    done.resume(
                        returning: (try? outlet.send([item], about: ["r1"], of: household, now: Self.now)) != nil)
                }
            }
            #expect(isSent == !isTried)
            #expect(try journal.pushDevices().map(\.failures) == [isTried ? 1 : 0])
        }
    }
}
