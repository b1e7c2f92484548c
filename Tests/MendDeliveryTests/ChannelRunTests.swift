import Foundation
import MendCore
import MendJournal
import ShippedPlan
import Testing

@testable import MendDelivery

@Suite struct ChannelRunTests {
    /// Takes one item and no more, the first time; afterwards all.
    private final class Doorway: Outlet {
        private(set) var taken: [[String]] = []

        func send(_ items: [Item], about open: Set<String>, of household: Household, now: Instant) throws {
            guard taken.isEmpty, let first = items.first else {
                taken.append(items.map(\.id))
                return
            }
            taken.append([first.id])
            throw PartlyDelivered(sent: [first], failed: Array(items.dropFirst()), failure: .pushLater(seconds: 60))
        }
    }

    /// Two ruptures of the same minute: reconnect is due with both.
    @Test func sendsNothingAgainOfWhatWasTakenBeforeAFault() throws {
        let zone = try #require(SystemZones.find("America/New_York"))
        let at = try #require(TimeText.instant(rfc3339: "2026-01-05T15:30:00-05:00"))
        let evening = try #require(TimeText.instant(rfc3339: "2026-01-05T20:00:00-05:00"))
        var history = History(household: Household(id: "k7Qm2xW9", zone: zone))
        history.people = ["ada", "ben"].map {
            Person(id: $0, name: $0, relation: .child, born: LocalDay("2022-04-03"))
        }
        history.ruptures = [("r1", "ada"), ("r2", "ben")].map {
            Rupture(id: $0, with: $1, kind: .limitSetting, at: at, recorded: at)
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mend-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let journal = try SQLiteJournal.create(in: folder, records: history.records, zones: SystemZones.find)
        let outlet = Doorway()
        let run = ChannelRun("phone", to: outlet, journal: journal, plan: ShippedPlan.load(), directory: folder)
        #expect(throws: DeliveryFailure.self) { try run.run(now: evening) }
        #expect(try run.run(now: evening + 60) == 1)
        #expect(try run.run(now: evening + 120) == 0)
        #expect(outlet.taken == [["r1.reconnect"], ["r2.reconnect"]])
    }
}
