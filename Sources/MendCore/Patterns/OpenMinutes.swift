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
        let week = OpenWeek(closed: closed)
        let free = Weekday.allCases.map { weekday in parts.map { week.count(of: $0.minutes, on: weekday) } }
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

    /// The most that may lie on some weekdays, of all days.
    func share(of days: [Weekday]) -> Double {
        Self.mostShare(of: days) { dayCounts[$0.index] }
    }

    /// The most that may lie on some weekdays, of a part of the day. Moments are told of closed times too, so that it is the
    /// larger share, with closed times or without.
    func share(of days: [Weekday], in part: DayPart) -> Double {
        let index = Self.index(part)
        return max(
            Self.mostShare(of: days) { open[$0.index][index] }, Self.mostShare(of: days) { whole[$0.index][index] })
    }

    /// The most that may lie in a part of the day, of all parts in which a family is up. How much of it people are together,
    /// and write, is not known: up to twice its share of the minutes may be chance.
    func share(of part: DayPart) -> Double {
        let shares = [open, whole].map { table in
            let sums = DayPart.allCases.map { part in part.isAwake ? table.reduce(0) { $0 + $1[Self.index(part)] } : 0 }
            let sum = sums.reduce(0, +)
            return sum == 0 ? 1 : Double(sums[Self.index(part)]) / Double(sum)
        }
        return min(1, 2 * (shares.max() ?? 1))
    }

    /// The larger of two shares of some weekdays: as they are, and with weekend days counted three times, since after school
    /// a day has a third of the hours together that one without it has.
    private static func mostShare(of days: [Weekday], _ weight: (Weekday) -> Int) -> Double {
        [1, 3].map { factor in
            func sum(_ days: [Weekday]) -> Int {
                days.reduce(0) { $0 + weight($1) * ($1 == .saturday || $1 == .sunday ? factor : 1) }
            }
            let all = sum(Weekday.allCases)
            return all == 0 ? 1 : Double(sum(days)) / Double(all)
        }.max() ?? 1
    }

    private static func index(_ part: DayPart) -> Int { DayPart.allCases.firstIndex(of: part) ?? 0 }
}
