import MendJournal
import ShippedPlan
import Testing

@testable import MendCore

/// Families at random, whose records are corrected, undone, given to somebody else and forgotten: whatever they do, nothing comes
/// up in the past, and every question gets the same answer.
@Suite struct RandomCorrectionsTests {
    @Test(arguments: 1...10) func nothingComesUpInThePast(seed: Int) throws {
        var family = try RandomFamily(seed: seed)
        for _ in 1...40 {
            let done = try family.act()
            let faults = try family.faults()
            guard faults.isEmpty else {
                Issue.record(
                    "seed \(seed) after \(done): \(faults.joined(separator: ", "))\n\(family.told.joined(separator: "\n"))"
                )
                return
            }
        }
    }
}

/// A family with a journal, a clock, and things that may happen.
private struct RandomFamily {
    private let plan: Plan
    private let journal: MemoryJournal
    private let zone: Zone
    private var random: SplitMix64
    private var now: Instant
    /// What the agenda said was to come, after what happened last.
    private var promised: [Item] = []
    /// All that was ever seen of the past.
    private var seen: Set<String> = []
    private var broken: [String] = []
    /// What has happened.
    private(set) var told: [String] = []

    init(seed: Int) throws {
        random = SplitMix64(seed: seed)
        let story = try Story().person("bo", .adult).person("kit", .schoolAge).person("ada", .toddler)
        plan = ShippedPlan.load()
        zone = story.zone
        now = try story.instant("2026-01-05 08:00")
        journal = MemoryJournal(story.history.household)
        try journal.write(story.history.people.map { .put(.person($0)) })
    }

    private var history: History { journal.history(of: Set(RecordType.allCases), since: nil) }
    private var notebook: Notebook { Notebook(journal: journal, plan: plan, now: now) }

    private func builder(since day: LocalDay? = nil) throws -> AgendaBuilder {
        try AgendaBuilder(plan: plan, history: history, now: now, since: day)
    }

    private static func line(_ item: Item) -> String { "\(item.id) \(item.start.seconds)" }

    private func begun() throws -> [Item] {
        try builder().agenda(from: .written("2026-01-01"), through: zone.day(of: now)).items
            .filter { $0.kind.isRepair && $0.start < now }
    }

    /// Time goes on, and something happens; what is refused changes nothing.
    mutating func act() throws -> String {
        now = now + random.pick([7, 60, 180, 600, 1440, 4000]) * 60 + random.pick([0, 0, 1])
        let came = Set(try begun().map(Self.line))
        broken = promised.filter { $0.start < now }.map(Self.line).filter { !came.contains($0) }
        seen.formUnion(came)
        let what = try happening()
        do {
            try what.happen()
            told.append("\(zone.text(now)) \(what.name)")
        } catch let error where error is RecordFault || error is InputError {
            return "\(what.name), refused"
        }
        return what.name
    }

    private mutating func happening() throws -> (name: String, happen: () throws -> Void) {
        let (notebook, history) = (notebook, history)
        let person = PersonReference.id(random.pick(["bo", "bo", "kit", "ada"]))
        let rupture = history.ruptures.isEmpty ? "r1" : random.pick(history.ruptures).id
        let attempt = history.attempts.isEmpty ? "t1" : random.pick(history.attempts).id
        let minute = Instant(seconds: now.seconds / 60 * 60)
        let time = zone.text(minute + -random.pick([0, 20, 300, 1500, 6000, 20_000]) * 60)
        switch Int.random(in: 0..<16, using: &random) {
        case 0...3:
            let entry = RuptureEntry(with: person, kind: random.pick([.benign, .limitSetting, .toxic]), at: time)
            return ("rupture \(person) \(entry.kind) at \(time)", { _ = try notebook.record(entry) })
        case 4, 5:
            let outcome = random.pick(Attempt.Outcome.allCases)
            let entry = AttemptEntry(rupture: rupture, outcome: outcome, at: time)
            return ("attempt \(rupture) \(outcome) at \(time)", { _ = try notebook.record(entry) })
        case 6:
            let zone = random.pick([FeelingZone.green, .red])
            return ("check-in \(zone)", { _ = try notebook.record(CheckInEntry(zone: zone)) })
        case 7: return ("undo", { _ = try notebook.undo() })
        case 8: return ("edit \(rupture) at \(time)", { _ = try notebook.edit(rupture, Correction(at: time)) })
        case 9: return ("edit \(attempt) at \(time)", { _ = try notebook.edit(attempt, Correction(at: time)) })
        case 10: return ("edit \(rupture) with \(person)", { _ = try notebook.edit(rupture, Correction(with: person)) })
        case 11: return ("remove \(rupture)", { _ = try notebook.remove(rupture) })
        case 12: return ("forget \(rupture)", { _ = try notebook.forget(.rupture(rupture)) })
        case 13:
            return (
                "pause", { [minute, zone] in _ = try notebook.pause(with: nil, until: zone.text(minute + 30.hours)) }
            )
        case 14:
            return (
                "export",
                { [journal, plan, now, self] in
                    let items = try builder().agenda(from: zone.day(of: now), through: zone.day(of: now) + 40).items
                    let settlement = try Settlement(history, plan: plan, now: now)
                    let shown = Publication(items: items, history: settlement.history, plan: plan, now: now).changes
                    try journal.write(settlement.changes + shown.map { .put(.published($0)) })
                }
            )
        default:
            // A clock that is ahead for once.
            return (
                "due on a clock that is ahead",
                { [journal, plan, now] in
                    try journal.write(Settlement(history, plan: plan, now: now + 50 * 24.hours).changes)
                }
            )
        }
    }

    /// What is wrong after it.
    mutating func faults() throws -> [String] {
        let (today, whole) = (zone.day(of: now), try builder())
        let part = try builder(since: today)
        var faults = broken.map { "\($0) was promised, and did not come" }
        let begun = try begun()
        for item in begun where !seen.contains(Self.line(item)) {
            faults.append("\(item.id) came up at \(zone.text(item.start))")
        }
        if Set(begun.map(\.id)).count != begun.count { faults.append("something stands twice") }
        let (one, other) = (
            whole.agenda(from: today, through: today + 60), part.agenda(from: today, through: today + 60)
        )
        if one != other { faults.append("the agenda depends on how far one looks back") }
        if whole.people != part.people { faults.append("what is open depends on how far one looks back") }
        for rupture in history.ruptures
        where whole.outlook(ofRupture: rupture.id) != part.outlook(ofRupture: rupture.id) {
            faults.append("\(rupture.id) stands otherwise, by how far one looks back")
        }
        for (item, shown) in zip(one.items, Publication(items: one.items, history: history, plan: plan, now: now).shown)
        where item.start != shown.item.start && history.household.plan != nil {
            faults.append("\(item.id) is shown at \(zone.text(shown.item.start)), not at \(zone.text(item.start))")
        }
        promised = one.items.filter { $0.kind.isRepair }
        return faults
    }
}
