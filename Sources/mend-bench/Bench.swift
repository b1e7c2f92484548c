import MendCore
import MendExamples
import MendExport
import MendJournal
import ShippedPlan

/// Measures the real pipeline at three sizes: medians of several runs, in milliseconds.
@main
struct Bench {
    private static let runs = 9

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if !arguments.isEmpty { return try PeerWork(arguments: arguments).run() }
        try costCurves()
    }

    private static func costCurves() throws {
        guard let zone = SystemZones.find("America/New_York") else {
            print("mend-bench: no time zone data; install the package tzdata")
            return
        }
        let plan = ShippedPlan.load()
        print("work                                                    size      ms  per item (µs)")
        try row("load the shipped plan", size: 1) { _ = ShippedPlan.load() }
        for count in [0, 40, 400, 4_000] {
            let history = HardFamily.history(zone: zone, ruptures: count)
            let now = zone.start(of: HardFamily.start + 364)
            try row("ladder and agenda of a year, ruptures", size: count) {
                _ = try AgendaBuilder(plan: plan, history: history, now: now)
                    .agenda(from: HardFamily.start, through: HardFamily.start + 364)
            }
            try row("  the simulation alone, ruptures", size: count) {
                _ = try RepairScheduler(plan: plan, history: history.known(by: now))
            }
        }
        for days in [9, 90, 900] {
            let history = HardFamily.history(zone: zone, ruptures: 40)
            let now = zone.start(of: HardFamily.start + 364)
            try row("agenda ahead, days", size: days) {
                _ = try AgendaBuilder(plan: plan, history: history, now: now)
                    .agenda(from: HardFamily.start + 364, through: HardFamily.start + 363 + days)
            }
        }
    }

    private static func row(_ name: String, size: Int, _ work: () throws -> Void) throws {
        let clock = ContinuousClock()
        try work()
        let times = try (0..<runs).map { _ in try clock.measure { try work() } }.sorted()
        let microseconds =
            Int(times[runs / 2].components.attoseconds / 1_000_000_000_000)
            + Int(times[runs / 2].components.seconds) * 1_000_000
        let milliseconds = "\(microseconds / 1000).\((microseconds % 1000).padded(3))"
        print(
            name.filled(to: 52), String(size).aligned(8), milliseconds.aligned(9),
            String(microseconds / max(size, 1)).aligned(10))
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
