import Foundation
import MendCore
import MendExamples
import MendJournal
import ShippedPlan
import Testing

/// A year of 400 ruptures with three people and alternating custody, kept as text that a person has read.
/// `MEND_REWRITE_GOLDEN=1 swift test --filter HardYearTests` writes it anew; read the difference before it is committed.
struct HardYearTests {
    private static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "hard-year.txt")

    @Test func givesTheGoldenAgenda() throws {
        let zone = try #require(SystemZones.find("America/New_York"))
        let history = HardFamily.history(zone: zone, ruptures: 400)
        let now = zone.start(of: HardFamily.start + 365)
        let agenda = try AgendaBuilder(plan: ShippedPlan.load(), history: history, now: now)
            .agenda(from: HardFamily.start, through: HardFamily.start + 364)
        let text = agenda.items.filter(\.kind.isRepair).map { line($0, zone) }.joined()
        if ProcessInfo.processInfo.environment["MEND_REWRITE_GOLDEN"] != nil {
            try text.write(to: Self.golden, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: Self.golden, encoding: .utf8)
        let differing = zip(text.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
        #expect(differing == nil)
        #expect(text == expected)
    }

    /// `2026-01-05 Mon 18:00 calm Ada r1 | calm-floor PT20M, quiet-hours PT9H`
    private func line(_ item: Item, _ zone: Zone) -> String {
        let (day, second) = zone.reading(at: item.start)
        let clock = "\((second / 3600).padded(2)):\((second / 60 % 60).padded(2))"
        let number = item.number > 0 ? " \(item.number)" : ""
        let reasons = item.because.map { "\($0.rule.rawValue) \(TimeText.duration($0.moved))" }
        return "\(day) \(day.weekday.rawValue) \(clock) \(item.kind.name)\(number) \(item.with.joined(separator: "+")) "
            + "\(item.ruptures.joined(separator: "+")) | \(reasons.joined(separator: ", "))\n"
    }
}
