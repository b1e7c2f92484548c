import MendCore
import MendExamples
import MendJournal
import ShippedPlan

/// `family DIR RUPTURES YEARS`: makes the household of an invented family with a journal of so many years, all of it shown and
/// sent as it would have been. Prints the instant at which it ends.
struct FamilyMaker {
    let arguments: [String]

    func run() throws {
        guard arguments.count == 4, let ruptures = Int(arguments[2]), let years = Int(arguments[3]),
            let zone = SystemZones.find("America/New_York")
        else { throw PeerWork.Usage() }
        let days = years * 365
        var history = HardFamily.history(zone: zone, ruptures: ruptures, days: days)
        let now = zone.start(of: HardFamily.start + days) + 18.hours
        history = history.known(by: now)
        let plan = ShippedPlan.load()
        let begin = zone.start(of: HardFamily.start)
        history.deliveries = [.beginning(of: Channel.stdout.name, at: begin)]
        let items = try AgendaBuilder(plan: plan, history: history, now: now)
            .agenda(from: HardFamily.start, through: HardFamily.start + days).items
        for item in items where item.start < now - 1.hours {
            guard let key = item.key else { continue }
            history.published.append(
                Published(item: key, prompt: item.prompt, start: item.start, sequence: 0, modified: item.start))
            history.deliveries.append(
                Delivery(item: key, channel: Channel.stdout.name, at: item.start, outcome: .sent))
        }
        _ = try SQLiteJournal.create(in: arguments[1], records: history.records, zones: SystemZones.find)
        print(TimeText.rfc3339(now, zone))
    }
}
