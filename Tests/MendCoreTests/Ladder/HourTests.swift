import Testing

@testable import MendCore

/// What comes on a later day comes at its hour.
@Suite struct HourTests {
    @Test(arguments: [
        (AgeBand.infant, "10:00"), (.toddler, "17:00"), (.preschool, "17:00"), (.schoolAge, "17:30"), (.teen, "20:00"),
        (.adult, "20:30"),
    ])
    func triesAtThePersonsGoodTime(_ band: AgeBand, expected: String) throws {
        let story = try Story().person("ada", band).rupture("r1", "2026-01-05 10:00")
        #expect(try story.told().contains("tue 2026-01-06 \(expected) try-again 1 r1"))
        let own = try Story().person("ada", band, good: "12:15").rupture("r1", "2026-01-05 10:00")
        #expect(try own.told().contains("tue 2026-01-06 12:15 try-again 1 r1"))
    }

    /// Reconnect in the morning: half an hour after the young have woken, at midnight with an infant, else at the good time.
    @Test(arguments: [
        (AgeBand.infant, "07:00"), (.toddler, "07:30"), (.preschool, "07:30"), (.schoolAge, "17:30"), (.teen, "20:00"),
        (.adult, "20:30"),
    ])
    func reconnectsOnTheNextDay(_ band: AgeBand, expected: String) throws {
        let story = try Story().person("ada", band).rupture("r1", "2026-01-05 20:56")
        // Quiet hours end at 07:00 for the infant, too.
        #expect(try story.told().contains("tue 2026-01-06 \(expected) reconnect r1"))
    }

    /// Half an hour after the later of the two ends before noon; without any, after the day's beginning.
    @Test(arguments: [
        ("21:00-07:00", "19:30-06:15", "07:30"), ("23:30-05:00", "20:00-08:00", "08:30"),
        ("12:00-13:00", "22:00-13:00", "00:30"), ("13:00-14:00", "12:30-11:59", "12:29"),
        ("07:00-07:00", "22:00-00:00", "00:30"),
    ])
    func wakesByTheLaterEnd(_ quiet: String, sleep: String, expected: String) throws {
        let story = try Story(quiet: quiet).person("ada", .preschool, sleep: sleep)
        let clock = LadderClock(plan: story.plan, household: story.history.household)
        let hour = try clock.hour(of: .reconnect, with: story.history.people[0], on: .written("2026-01-06")).instant
        #expect(story.zone.text(hour) == "2026-01-06 \(expected)")
    }

    /// Reflect in the caregiver's morning.
    @Test func reflectsInTheMorning() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 20:30", .limitSetting, zone: .red)
        #expect(
            try story.told() == [
                "mon 2026-01-05 20:50 calm r1",
                "tue 2026-01-06 07:30 reflect r1",
                "tue 2026-01-06 20:30 reconnect r1",
                "wed 2026-01-07 20:30 try-again 1 r1",
                "fri 2026-01-09 19:30 roadblock 2 r1",
                "fri 2026-01-09 20:30 try-again 2 r1",
                "fri 2026-01-16 20:00 rest r1",
            ])
    }

    /// Rest at the caregiver's good time, the plan's or the household's.
    @Test(arguments: [(String?.none, "20:00"), ("12:30", "12:30")])
    func restsAtTheCaregiversGoodTime(_ good: String?, expected: String) throws {
        let story = try Story(good: good).person("bo", .adult).rupture("r1", "2026-01-05 10:00")
        #expect(try story.told().last == "tue 2026-01-13 \(expected) rest r1")
    }

    /// Two hours of a teenager's own, and it is later than eight: when they are over.
    @Test func comesWhenTheDelayIsOverIfThatIsLater() throws {
        let story = try Story(quiet: "03:00-10:00").person("bo", .teen, sleep: "02:00-10:00", good: "00:10")
            .rupture("r1", "2026-01-05 23:00", .limitSetting)
        #expect(try story.told().contains("tue 2026-01-06 01:00 reconnect r1"))
    }

    /// Nothing fits from the good time on: as late as it can before.
    @Test func comesBeforeItsHourWhereTheRestOfTheDayIsClosed() throws {
        let story = try Story().person("ada", .preschool, closed: ["16:55-19:00"]).rupture("r1", "2026-01-05 10:00")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:20 reconnect r1",
                "tue 2026-01-06 16:45 try-again 1 r1",
                "tue 2026-01-13 20:00 rest r1",
            ])
    }

    /// The question needs its five minutes an hour before, outside of the caregiver's own closed times.
    @Test func putsATryWithItsQuestionWhereBothFit() throws {
        let story = try Story(closed: ["15:30-16:30"]).person("bo", .schoolAge).rupture(
            "r1", "2026-01-05 10:00", .toxic)
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:20 calm r1",
                "mon 2026-01-05 10:35 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
                "tue 2026-01-06 17:30 try-again 1 r1",
                "thu 2026-01-08 16:30 roadblock 2 r1",
                "thu 2026-01-08 17:30 try-again 2 r1",
                "mon 2026-01-12 17:30 try-again 3 r1",
                "mon 2026-01-19 20:00 rest r1",
            ])
    }

    /// Waived: before sleep beats after. An hour for a school-age child is over at 19:50, two with a red thermometer only when
    /// they are asleep.
    @Test(arguments: [
        (FeelingZone?.none, "mon 2026-01-05 19:50 reconnect r1"), (.red, "mon 2026-01-05 19:25 reconnect r1"),
    ])
    func waivesTheSpaceBeforeSleep(_ theirs: FeelingZone?, expected: String) throws {
        let story = try Story().person("ada", .schoolAge).rupture(
            "r1", "2026-01-05 18:50", .limitSetting, theirs: theirs)
        #expect(try story.told().contains(expected))
    }

    /// A teenager's is not.
    @Test func keepsATeenagersSpace() throws {
        let story = try Story().person("bo", .teen).rupture("r1", "2026-01-05 19:30", .limitSetting)
        #expect(try story.told().contains("tue 2026-01-06 20:00 reconnect r1"))
    }

    /// A good time that the clock skips comes at the same distance after the gap begins; the question is an elapsed hour ahead.
    @Test func movesASkippedGoodTimeForward() throws {
        let story = try Story(quiet: "12:00-13:00", cap: 9).person("bo", .adult, good: "02:30")
            .rupture("r1", "2026-03-05 09:00", .limitSetting)
        #expect(
            try story.told() == [
                "thu 2026-03-05 09:10 calm r1",
                "thu 2026-03-05 09:25 reflect r1",
                "thu 2026-03-05 10:00 reconnect r1",
                "fri 2026-03-06 02:30 try-again 1 r1",
                "sun 2026-03-08 01:30 roadblock 2 r1",
                "sun 2026-03-08 03:30 try-again 2 r1",
                "sun 2026-03-15 20:00 rest r1",
            ])
        #expect(try story.because("try-again", 2) == ["spacing P1DT23H", "daylight-saving PT1H"])
    }

    /// Apia went from Thursday the 29th straight to Saturday the 31st.
    @Test func passesApiasLostDay() throws {
        let story = try Story("Pacific/Apia").person("bo", .adult, good: "20:00").rupture(
            "r1", "2011-12-27 10:00", .toxic)
        #expect(
            try story.told() == [
                "tue 2011-12-27 10:20 calm r1",
                "tue 2011-12-27 10:35 reflect r1",
                "tue 2011-12-27 11:00 reconnect r1",
                "wed 2011-12-28 20:00 try-again 1 r1",
                "sat 2011-12-31 19:00 roadblock 2 r1",
                "sat 2011-12-31 20:00 try-again 2 r1",
                "wed 2012-01-04 20:00 try-again 3 r1",
                "wed 2012-01-11 20:00 rest r1",
            ])
    }
}
