import MendCore

/// What an invented family writes down of its thermometers, week by week, for asking what a search for patterns finds there.
public struct WrittenWeeks {
    /// How a family without any pattern writes. In none of them a zone has to do with the time.
    public enum Habit: String, CaseIterable, Sendable {
        /// At any hour at which the child is there.
        case even
        /// Yellow and red alone, at any hour.
        case hardAlone = "hard alone"
        /// Mostly in the evening, calm moments too.
        case evenings
        /// Mostly at weekends, calm moments too.
        case weekends
        /// Several times on some days, in some weeks far more than in others.
        case bursts
    }

    /// Hard moments that do come back: on one weekday, at about 17:45.
    public struct Planted: Sendable {
        let weekday: Weekday
        /// Of ten such days, how many are hard.
        let inTen: Int

        public init(weekday: Weekday, inTen: Int) {
            self.weekday = weekday
            self.inTen = inTen
        }
    }

    /// A Monday.
    public static let start = LocalDay(number: 20_458)

    private let zone: Zone
    private let habit: Habit
    private let planted: Planted?
    private var random: SplitMix
    private var history: History

    /// Everything that a family writes down in some weeks from `start`.
    /// - Parameters:
    ///   - seed: the same seed gives the same weeks.
    ///   - planted: nil: no pattern.
    public static func history(
        zone: Zone, weeks: Int, habit: Habit, seed: UInt64, planted: Planted? = nil
    ) -> History {
        var written = WrittenWeeks(zone: zone, habit: habit, seed: seed, planted: planted)
        let usual = 2 + written.random.next(below: 9)
        for week in 0..<weeks { written.write(week, usual: usual) }
        return written.history
    }

    private init(zone: Zone, habit: Habit, seed: UInt64, planted: Planted?) {
        self.zone = zone
        self.habit = habit
        self.planted = planted
        random = SplitMix(state: seed)
        history = History(household: Household(id: "weeks", zone: zone))
        var ada = Person(id: "ada", name: "Ada", relation: .child, born: LocalDay(year: 2020, month: 4, day: 3))
        ada.closed = [ClosedTime("mon-fri 08:00-15:00")].compactMap { $0 }
        history.people = [ada]
    }

    private mutating func write(_ week: Int, usual: Int) {
        if let planted, random.next(below: 10) < planted.inTen {
            add(.red, of: "ada", week * 7 + planted.weekday.index, 17 * 60 + 15 + random.next(below: 60))
        }
        let isBurst = habit == .bursts && random.next(below: 3) == 0
        var left = habit == .bursts ? (isBurst ? usual * 2 : usual / 2) : usual
        while left > 0 {
            let day = day()
            for _ in 0..<(habit == .bursts ? 1 + random.next(below: 4) : 1) where left > 0 {
                left -= 1
                let with: String? = random.choose([nil, "ada"])
                let zone: FeelingZone = random.choose(habit == .hardAlone ? [.yellow, .red] : [.green, .yellow, .red])
                add(zone, of: with, week * 7 + day, minute(on: day))
            }
        }
    }

    private mutating func day() -> Int {
        habit == .weekends && random.next(below: 2) == 0 ? 5 + random.next(below: 2) : random.next(below: 7)
    }

    /// From 06:00 to 21:00, without school.
    private mutating func minute(on day: Int) -> Int {
        while true {
            let isEvening = habit == .evenings && random.next(below: 10) < 7
            let minute = isEvening ? 1020 + random.next(below: 240) : 360 + random.next(below: 900)
            if day > 4 || !(480..<900).contains(minute) { return minute }
        }
    }

    private mutating func add(_ feeling: FeelingZone, of with: String?, _ day: Int, _ minute: Int) {
        let at = zone.start(of: Self.start + day) + minute * 60
        history.checkIns.append(CheckIn(id: "c\(history.checkIns.count + 1)", with: with, at: at, zone: feeling))
    }
}
