import MendCore
import MendExamples
import MendJournal
import ShippedPlan

/// `crowd DIR RUPTURES`: makes a household of three years with more people than anybody has, a twentieth of the ruptures, so
/// that what grows faster than they do shows. All of it is settled. Prints the instant at which it ends.
struct CrowdMaker {
    let arguments: [String]

    func run() throws {
        guard arguments.count == 3, let count = Int(arguments[2]), let zone = SystemZones.find("America/New_York")
        else { throw PeerWork.Usage() }
        let days = 3 * 365
        var history = HardFamily.history(zone: zone, ruptures: count, days: days)
        history.people = (0..<max(count / 20, 1)).map { Person(id: "p\($0)", name: "P\($0)", relation: .friend) }
        let people = history.people
        history.ruptures = history.ruptures.enumerated().map { number, rupture in
            Rupture(
                id: rupture.id, with: people[number % people.count].id, kind: rupture.kind, at: rupture.at,
                recorded: rupture.recorded, zone: rupture.zone, theirZone: rupture.theirZone)
        }
        let now = zone.start(of: HardFamily.start + days) + 18.hours
        let settled = try Settlement(history.known(by: now), plan: ShippedPlan.load(), now: now).history
        _ = try SQLiteJournal.create(in: arguments[1], records: settled.records, zones: SystemZones.find)
        print(TimeText.rfc3339(now, zone))
    }
}
