import Testing

@testable import MendCore

/// The shipped plan's figures as the design's tables have them, without any text.
enum Shipped {
    static func plan() throws -> Plan {
        try Plan(
            id: "mend", title: "The plan that comes with mend", slots: slots(), ladder: ladder(), sleep: sleep(),
            good: good())
    }

    /// The household's slots: self 07:30, together 16:00 and 10:00, reflection Sunday 19:30, reading Saturday 09:00.
    static func slots() throws -> Slots {
        try Slots(
            selfTime: .written("07:30"), togetherTime: .written("16:00"), togetherWeekendTime: .written("10:00"),
            togetherDays: [.tuesday, .thursday, .saturday], reflectionDay: .sunday, reflectionTime: .written("19:30"),
            readingDay: .saturday, readingTime: .written("09:00"), milestoneTime: .written("09:00"))
    }

    private static func sleep() throws -> BandTable<Window?> {
        let young = try Window.written("19:00-07:00")
        let schoolAge = try Window.written("20:30-07:00")
        let teen = try Window.written("22:00-07:00")
        return table(nil, young, young, schoolAge, teen, nil)
    }

    private static func good() throws -> BandTable<LocalTime> {
        try table(
            .written("10:00"), .written("17:00"), .written("17:00"), .written("17:30"), .written("20:00"),
            .written("20:30"))
    }

    private static func ladder() throws -> LadderFigures {
        try LadderFigures(
            minutes: .init(calm: 5, reflect: 5, reconnect: 15, tryAgain: 10, roadblock: 5, rest: 10),
            calm: BandTable { band in
                band == .infant
                    ? .init(green: 5.minutes, yellow: 5.minutes, red: 10.minutes)
                    : .init(green: 5.minutes, yellow: 10.minutes, red: 20.minutes)
            },
            afterCalm: table(nil, 5.minutes, 10.minutes, 15.minutes, 15.minutes, 15.minutes),
            afterReflect: table(10.minutes, 5.minutes, 10.minutes, 10.minutes, 10.minutes, 10.minutes),
            withoutReflect: 5.minutes, smallKinds: [.benign],
            space: .init(
                base: table(0, 10.minutes, 20.minutes, 1.hours, 2.hours, 1.hours),
                doubledWhenRed: [.schoolAge, .teen, .adult],
                doubledWhenOscillating: [.teen, .adult], longest: table(nil, nil, nil, 6.hours, 6.hours, 24.hours),
                waivedBeforeSleep: [.infant, .toddler, .preschool, .schoolAge]),
            spacing: [.days(1), .days(2), .days(4), .days(7)],
            limits: .init(
                kinds: .init(benign: 3, oscillating: 5, limitSetting: 6, toxic: 8), bands: table(2, 2, 3, nil, nil, nil)
            ),
            silence: .init(
                kinds: .init(benign: 1, oscillating: 2, limitSetting: 2, toxic: 3), bands: table(1, 1, 2, nil, nil, nil)
            ),
            roadblocksBefore: [2, 4, 6, 8], roadblockAhead: 1.hours, restAfterDays: 7,
            refusal: .init(atLeast: 1.hours, spaces: 2, atMostDays: 7, onlyDelays: [.schoolAge, .teen, .adult]),
            partialDays: 1,
            redHold: .init(
                checkIn: 20.minutes,
                rupture: table(10.minutes, 20.minutes, 20.minutes, 20.minutes, 20.minutes, 20.minutes)),
            hours: .init(
                reconnect: table(.midnight, .afterSleep, .afterSleep, .goodTime, .goodTime, .goodTime),
                afterSleep: 30.minutes, rest: .written("20:00")),
            search: .init(days: 60, atMost: 366))
    }

    private static func table<Value>(
        _ infant: Value, _ toddler: Value, _ preschool: Value, _ schoolAge: Value, _ teen: Value, _ adult: Value
    ) -> BandTable<Value> {
        let values = [infant, toddler, preschool, schoolAge, teen, adult]
        return BandTable { values[$0.order] }
    }
}
