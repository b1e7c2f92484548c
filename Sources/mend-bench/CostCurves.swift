import MendCore
import MendExamples
import MendExport
import MendJournal
import ShippedPlan

/// Time against the number of ruptures, days, items, prompts and households: medians of several runs, in milliseconds, three
/// sizes each. What grows faster than its number is told beside the code.
struct CostCurves {
    private let plan = ShippedPlan.load()
    private let zone: Zone
    /// Rows with these words in their name are measured.
    private let part: String
    private static let runs = 9

    init(part: String = "") throws {
        self.part = part
        guard let zone = SystemZones.find("America/New_York") else { throw NoZones() }
        self.zone = zone
    }

    struct NoZones: Error, CustomStringConvertible {
        let description = "no time zone data; install the package tzdata"
    }

    func run() throws {
        print("work                                                    size      ms  per item (µs)")
        try row("load the shipped plan", size: 1) { _ = ShippedPlan.load() }
        try ruptures()
        try pastRuptures()
        try days()
        try prompts()
        try households()
    }

    /// They share one queue, and all are in one year.
    private func ruptures() throws {
        for count in [40, 400, 4_000] {
            let history = HardFamily.history(zone: zone, ruptures: count)
            let now = zone.start(of: HardFamily.start + 364)
            try row("agenda of a year, ruptures in it", size: count) {
                _ = try AgendaBuilder(plan: plan, history: history, now: now)
                    .agenda(from: HardFamily.start, through: HardFamily.start + 364)
            }
            try row("  the simulation alone", size: count) {
                _ = try RepairScheduler(plan: plan, history: history.known(by: now))
            }
        }
    }

    /// What is over costs no more than to be passed over; what came to rest without being closed is still open.
    private func pastRuptures() throws {
        let today = HardFamily.start + 365 + 30
        for count in [40, 400, 4_000] {
            let history = HardFamily.history(zone: zone, ruptures: count).closed(by: zone.start(of: today + -1))
            try row("agenda of 90 days, ruptures closed before", size: count) {
                _ = try AgendaBuilder(plan: plan, history: history, now: zone.start(of: today), since: today)
                    .agenda(from: today, through: today + 89)
            }
        }
    }

    private func days() throws {
        let history = HardFamily.history(zone: zone, ruptures: 40)
        let now = zone.start(of: HardFamily.start + 364)
        for days in [9, 90, 900] {
            let (first, last) = (HardFamily.start + 364, HardFamily.start + 363 + days)
            try row("agenda ahead, days", size: days) {
                _ = try AgendaBuilder(plan: plan, history: history, now: now).agenda(from: first, through: last)
            }
            let items = try AgendaBuilder(plan: plan, history: history, now: now).agenda(from: first, through: last)
                .items
            let publication = Publication(items: items, history: history, plan: plan, now: now)
            let settings = ExportSettings(edition: .open, now: now, daysAhead: days)
            let writer = DocumentWriter(history: history, plan: plan, publication: publication, settings: settings)
            try row("  its calendar, items", size: items.count) { _ = try writer.bytes(of: .calendar(nil)) }
        }
    }

    private func prompts() throws {
        let history = HardFamily.history(zone: zone, ruptures: 40)
        let today = HardFamily.start + 364
        for factor in [1, 10, 100] {
            var plan = plan
            plan.prompts = (0..<factor).flatMap { copy in
                self.plan.prompts.map { $0.copied("\($0.id).\(copy)") }
            }
            try row("agenda of 90 days, prompts in the plan", size: plan.prompts.count) {
                _ = try AgendaBuilder(plan: plan, history: history, now: zone.start(of: today), since: today)
                    .agenda(from: today, through: today + 89)
            }
        }
    }

    private func households() throws {
        let now = zone.start(of: HardFamily.start + 200)
        for count in [3, 30, 300] {
            try row("every document, households", size: count, runs: 3) {
                for number in 0..<count {
                    let history = HardFamily.history(zone: zone, ruptures: 40, seed: UInt64(number + 1))
                    let settings = ExportSettings(edition: .discreet, now: now)
                    let days = settings.days(for: history)
                    let items = try AgendaBuilder(plan: plan, history: history, now: now)
                        .agenda(from: days.lowerBound, through: days.upperBound).items
                    _ = try ExportSet(history: history.known(by: now), plan: plan, items: items, settings: settings)
                }
            }
        }
    }

    private func row(_ name: String, size: Int, runs: Int = Self.runs, _ work: () throws -> Void) throws {
        guard part.isEmpty || name.contains(part) else { return }
        let clock = ContinuousClock()
        try work()
        let times = try (0..<runs).map { _ in try clock.measure { try work() }.nanoseconds / 1_000 }.sorted()
        let microseconds = times[runs / 2]
        let milliseconds = "\(microseconds / 1_000).\((microseconds % 1_000).padded(3))"
        print(
            name.filled(to: 52), String(size).aligned(8), milliseconds.aligned(9),
            String(microseconds / max(size, 1)).aligned(10))
    }
}

extension History {
    /// With every rupture closed that was not by then.
    fileprivate func closed(by instant: Instant) -> History {
        var history = self
        let closed = Set(attempts.filter(\.outcome.closes).map(\.rupture))
        for rupture in ruptures where !closed.contains(rupture.id) {
            history.attempts.append(
                Attempt(id: "c\(rupture.id)", rupture: rupture.id, at: instant, recorded: instant, outcome: .repaired))
        }
        return history
    }
}

extension Prompt {
    fileprivate func copied(_ id: String) -> Prompt {
        Prompt(
            id: id, title: title, text: text, minutes: minutes, voice: voice, bands: bands, theme: theme, tips: tips,
            zone: self.zone, season: season)
    }
}

extension String {
    fileprivate func filled(to width: Int) -> String {
        self + String(repeating: " ", count: max(width - count, 0))
    }

    fileprivate func aligned(_ width: Int) -> String {
        String(repeating: " ", count: max(width - count, 0)) + self
    }
}
