/// How many minutes of each part of each weekday somebody could have been met in, over some days.
struct OpenMinutes {
    /// By weekday, then by part of the day: without the times that were closed, and with them.
    private var open: [[Int]]
    private var whole: [[Int]]
    private var dayCounts: [Int]

    /// - Parameters:
    ///   - closed: school, work and the like.
    ///   - isAway: days that do not count at all.
    init(_ days: ClosedRange<LocalDay>, closed: [ClosedTime], isAway: (LocalDay) -> Bool) {
        let parts = DayPart.allCases
        let free = Weekday.allCases.map { weekday in parts.map { Self.freeMinutes(of: $0, on: weekday, closed) } }
        open = free.map { $0.map { _ in 0 } }
        whole = open
        dayCounts = free.map { _ in 0 }
        for day in days where !isAway(day) {
            let weekday = day.weekday.index
            dayCounts[weekday] += 1
            for (index, part) in parts.enumerated() {
                open[weekday][index] += free[weekday][index]
                whole[weekday][index] += part.minutes.count
            }
        }
    }

    private static func freeMinutes(of part: DayPart, on weekday: Weekday, _ closed: [ClosedTime]) -> Int {
        let before = Weekday.allCases[(weekday.index + 6) % 7]
        return part.minutes.count { minute in
            !closed.contains { time in
                let (start, end) = (time.window.start.minutes, time.window.end.minutes)
                if time.window.isEmpty { return false }
                guard time.window.isOvernight else { return time.days.contains(weekday) && start <= minute && minute < end }
                return time.days.contains(weekday) && start <= minute || time.days.contains(before) && minute < end
            }
        }
    }

    /// The share of some weekdays in all days.
    func share(of days: [Weekday]) -> Double {
        Self.share(days.map { dayCounts[$0.index] }, of: dayCounts)
    }

    /// The share of some weekdays in a part of the day. Moments are told of closed times too, so that the larger share holds,
    /// with closed times or without.
    func share(of days: [Weekday], in part: DayPart) -> Double {
        let index = Self.index(part)
        return [open, whole].map { table in
            Self.share(days.map { table[$0.index][index] }, of: table.map { $0[index] })
        }.max() ?? 1
    }

    /// The share of a part of the day in all parts in which a family is up.
    func share(of part: DayPart) -> Double {
        [open, whole].map { table in
            let sums = DayPart.allCases.map { part in part.isAwake ? table.reduce(0) { $0 + $1[Self.index(part)] } : 0 }
            return Self.share([sums[Self.index(part)]], of: sums)
        }.max() ?? 1
    }

    private static func index(_ part: DayPart) -> Int { DayPart.allCases.firstIndex(of: part) ?? 0 }

    private static func share(_ some: [Int], of all: [Int]) -> Double {
        let sum = all.reduce(0, +)
        return sum == 0 ? 1 : Double(some.reduce(0, +)) / Double(sum)
    }
}
