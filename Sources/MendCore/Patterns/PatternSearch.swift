/// Looks for hours and days of the week that run yellow or red.
///
/// The test. Several moments of one part of a day are one, and so are those of a whole day. Somebody's hard days are held
/// against chance for each weekday and the weekend; their hard parts of days for each part; and, within a part, for each weekday
/// and the weekend. Who writes down calm moments, too (at least one for four hard ones), shows when they write: there the hours
/// must be harder than the others of which something was written (Fisher's exact test, one-sided). For all others chance spreads
/// what is hard over the time that was open to them, generously to chance (`OpenMinutes`; exact binomial test, upper tail). All
/// tests of a household are one family (Holm 1979), at 1 %, since people look more than once. `PatternErrorTests` and
/// `mend-bench patterns` state how often families without any pattern are told of one, and how often a planted one is found.
public struct PatternSearch: Sendable {
    /// How many yellow or red records must speak for a pattern.
    public static let fewestRecords = 8
    /// How far back it looks, in days.
    public static let daysBack = 182
    /// How often a household without a pattern may be told of one, at one time of looking.
    static let errorRate = 0.01

    private let history: History
    private let plan: Plan
    private let days: ClosedRange<LocalDay>
    private let moments: [ZoneMoment]

    /// - Parameter history: records that were written down after `now` are passed over.
    public init(_ history: History, plan: Plan, now: Instant) {
        self.history = history.known(by: now)
        self.plan = plan
        let today = history.household.zone.day(of: now)
        let first = max(self.history.firstDay(now: now), today + -(Self.daysBack - 1))
        days = min(first, today)...today
        moments = self.history.zoneMoments(in: days)
    }

    /// What was found: of the caregiver first, then of people in the order in which they were added; by day and hour.
    /// Of two that say the same of different stretches, the narrower.
    public func hours() -> [HardHours] {
        let people = history.people.filter { !$0.hasEnded(by: lastInstant) }
        let subjects = [nil] + people.map { Optional($0.id) }
        let tests = subjects.flatMap { self.tests(of: $0) }
        let found = Self.rejected(tests, rate: Self.errorRate)
        return found.filter { test in !found.contains { $0.isWithin(test) } }.map { $0.hours(history, plan) }
    }

    private var lastInstant: Instant { history.household.zone.start(of: days.upperBound + 1) }

    // MARK: The tests of one person

    /// One question: do some days, a part of the day, or a part of some days, run hard?
    struct Test {
        let with: String?
        let days: [Weekday]
        let part: DayPart?
        /// The yellow and red records that speak for it.
        let moments: [ZoneMoment]
        let chance: Double
    }

    private static let dayGroups: [[Weekday]] = Weekday.allCases.map { [$0] } + [[.saturday, .sunday]]

    private func tests(of subject: String?) -> [Test] {
        let person = subject.flatMap(history.person)
        let away = person?.away ?? []
        let isAway = { (day: LocalDay) in away.contains { $0.contains(day) } }
        let own = moments.filter { $0.with == subject && !isAway($0.day) }
        let hard = own.filter(\.isHard)
        guard hard.count >= Self.fewestRecords else { return [] }
        let open = OpenMinutes(days, closed: person?.closed ?? history.household.closed, isAway: isAway)
        let places = Places(own)

        var tests = Self.dayGroups.map { days in
            Test(
                with: subject, days: days, part: nil, moments: hard.filter { days.contains($0.day.weekday) },
                chance: places.days.chance(of: open.share(of: days)) { days.contains($0.day.weekday) })
        }
        for part in DayPart.allCases {
            let ofPart = hard.filter { $0.part == part }
            if part.isAwake {
                tests.append(
                    Test(
                        with: subject, days: Weekday.allCases, part: part, moments: ofPart,
                        chance: places.awakeParts.chance(of: open.share(of: part)) { $0.part == part }))
            }
            // What has too few records on all days has too few on any of them.
            guard ofPart.count >= Self.fewestRecords else { continue }
            let all = places.parts.filtered { $0.part == part }
            tests += Self.dayGroups.map { days in
                Test(
                    with: subject, days: days, part: part, moments: ofPart.filter { days.contains($0.day.weekday) },
                    chance: all.chance(of: open.share(of: days, in: part)) { days.contains($0.day.weekday) })
            }
        }
        return tests
    }

    /// Holm's step-down over all tests of a household, of those with enough records.
    private static func rejected(_ tests: [Test], rate: Double) -> [Test] {
        let order = tests.indices.sorted { (tests[$0].chance, $0) < (tests[$1].chance, $1) }
        let refused = order.enumerated().prefix { step, index in
            tests[index].chance * Double(tests.count - step) < rate
        }
        let indices = Set(refused.map(\.element))
        return tests.indices.filter { indices.contains($0) && tests[$0].moments.count >= fewestRecords }.map {
            tests[$0]
        }
    }
}

extension PatternSearch.Test {
    /// Whether it says the same of a narrower stretch.
    fileprivate func isWithin(_ other: Self) -> Bool {
        guard with == other.with, days != other.days || part != other.part else { return false }
        return Set(days).isSubset(of: other.days) && (other.part == nil || part == other.part)
    }

    fileprivate func hours(_ history: History, _ plan: Plan) -> HardHours {
        let minutes = moments.map(\.minute).sorted()
        // By then a quarter of them have begun.
        let early = minutes[(minutes.count - 1) / 4]
        let ahead = max(0, early - 30) / 15 * 15
        return HardHours(
            with: with, days: days, part: part, ahead: LocalTime(minutes: ahead) ?? .midnight, near: near(history, plan)
        )
    }

    /// What is close to most of them.
    private func near(_ history: History, _ plan: Plan) -> [HardHours.Near] {
        let nights = history.shortNights(of: with)
        let most = (moments.count * 3 + 3) / 4
        return HardHours.Near.allCases.filter { near in
            moments.count { moment in
                switch near {
                case .afterClosed: with.flatMap(history.person)?.isAfterClosed(moment) ?? false
                case .beforeSleep: with.flatMap(history.person)?.isBeforeSleep(moment, plan) ?? false
                case .afterShortNight: nights.contains(moment.day)
                }
            } >= most
        }
    }
}

extension Person {
    /// Whether a closed time ended in the two hours before.
    fileprivate func isAfterClosed(_ moment: ZoneMoment) -> Bool {
        closed.contains { time in
            let since = moment.minute - time.window.end.minutes
            return !time.window.isOvernight && time.days.contains(moment.day.weekday) && (0..<120).contains(since)
        }
    }

    /// Whether their sleep begins in the hour and a half after.
    fileprivate func isBeforeSleep(_ moment: ZoneMoment, _ plan: Plan) -> Bool {
        guard let sleep = sleep ?? plan.sleep[band(on: moment.day)], !sleep.isEmpty else { return false }
        return (0...90).contains(sleep.start.minutes - moment.minute)
    }
}

extension History {
    /// The days before which somebody slept too little, as check-ins say. Whose nobody said so of is on none.
    fileprivate func shortNights(of with: String?) -> Set<LocalDay> {
        Set(checkIns.filter { $0.shortNight && $0.with == with }.map { household.zone.day(of: $0.at) })
    }
}
