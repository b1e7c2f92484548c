import MendCore
import MendExamples
import MendJournal
import ShippedPlan

/// `patterns [FAMILIES]`: how often the search for hours that run red finds one in families without any, and how often it finds
/// a planted one. Each family is looked at once, and at the end of each week of half a year, as somebody does who looks often.
struct PatternErrors {
    private static let weeks = 26
    private let families: Int
    private let plan = ShippedPlan.load()
    private let zone: Zone

    init(families: Int) throws {
        self.families = families
        guard let zone = SystemZones.find("America/New_York") else { throw CostCurves.NoZones() }
        self.zone = zone
    }

    func run() {
        print("families without a pattern   told of one at the end   at any of \(Self.weeks) weekly looks")
        for habit in WrittenWeeks.Habit.allCases {
            var (last, ever) = (0, 0)
            for seed in 0..<families {
                let history = WrittenWeeks.history(
                    zone: zone, weeks: Self.weeks, habit: habit, seed: UInt64(1_000_000 + seed))
                let looks = (1...Self.weeks).map { !hours(of: history, after: $0).isEmpty }
                if looks.last == true { last += 1 }
                if looks.contains(true) { ever += 1 }
            }
            print(row(habit.rawValue, [share(last), share(ever)]))
        }
        print("\na planted weekday, found after  8 weeks  12 weeks  16 weeks  26 weeks")
        for inTen in [5, 7, 9, 10] {
            let found = [8, 12, 16, 26].map { weeks in
                (0..<families).count { seed in
                    let history = WrittenWeeks.history(
                        zone: zone, weeks: weeks, habit: .even, seed: UInt64(2_000_000 + seed),
                        planted: .init(weekday: .tuesday, inTen: inTen))
                    return hours(of: history, after: weeks).contains { $0.days == [.tuesday] && $0.with == "ada" }
                }
            }
            print(row("hard on \(inTen) of 10 such days", found.map(share)))
        }
    }

    private func hours(of history: History, after weeks: Int) -> [HardHours] {
        let now = zone.start(of: WrittenWeeks.start + 7 * weeks)
        return PatternSearch(history, plan: plan, now: now).hours()
    }

    private func share(_ count: Int) -> String {
        let tenths = (count * 1000 + families / 2) / families
        return "\(tenths / 10).\(tenths % 10) %"
    }

    private func row(_ name: String, _ values: [String]) -> String {
        name + String(repeating: " ", count: max(1, 30 - name.count))
            + values.map { String(repeating: " ", count: max(0, 9 - $0.count)) + $0 }.joined(separator: "  ")
    }
}
