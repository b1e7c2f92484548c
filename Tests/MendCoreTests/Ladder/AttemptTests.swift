import Testing

@testable import MendCore

/// What an attempt does to the ladder, outcome by outcome.
@Suite struct AttemptTests {
    // MARK: Closing

    @Test(arguments: [
        (Attempt.Outcome.repaired, "2026-01-05 11:05", 3), (.letGo, "2026-01-05 11:05", 3),
        // From the attempt's own time on, to the second.
        (.repaired, "2026-01-05 11:00:01", 3), (.repaired, "2026-01-05 11:00", 2), (.repaired, "2026-01-05 10:00", 0),
    ])
    func closes(_ outcome: Attempt.Outcome, at: String, left: Int) throws {
        let closed = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .attempt("t1", outcome, at)
        let all = [
            "mon 2026-01-05 10:10 calm r1", "mon 2026-01-05 10:25 reflect r1", "mon 2026-01-05 11:00 reconnect r1",
        ]
        #expect(try closed.told() == Array(all.prefix(left)))
        #expect(try closed.builder().outlook(ofRupture: "r1") == .closed)
        #expect(try closed.builder().people.isEmpty)
    }

    /// Written down in the evening, it hides what came since noon, and for good: beginning anew brings none of it back.
    @Test func hidesWhatCameAfterTheAttemptsOwnTime() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .attempt("t1", .repaired, "2026-01-06 12:00", recorded: "2026-01-06 21:00")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
            ])
        let again = try story.attempt("t2", .again, "2026-01-06 22:00")
        #expect(
            try again.told() == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
                "wed 2026-01-07 20:30 try-again 1 r1",
                "fri 2026-01-09 19:30 roadblock 2 r1",
                "fri 2026-01-09 20:30 try-again 2 r1",
                "fri 2026-01-16 20:00 rest r1",
            ])
        // Before it was written down, the try of that evening was there.
        #expect(try story.told(now: "2026-01-06 20:59")[3] == "tue 2026-01-06 20:30 try-again 1 r1")
    }

    /// What names another open rupture stays; what has not begun leaves the closed one out. For the other it counts as a part.
    @Test func countsAsAPartForThoseThatAreLeft() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
            .rupture("r2", "2026-01-05 12:00", .limitSetting)
            .attempt("t1", .repaired, "2026-01-05 12:20", recorded: "2026-01-05 14:00", of: "r2")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:20 calm r1",
                "mon 2026-01-05 10:35 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
                "mon 2026-01-05 12:10 calm r2+r1",
                "mon 2026-01-05 12:25 reflect r2+r1",
                "mon 2026-01-05 13:00 reconnect r2+r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 19:30 roadblock 2 r1",
                "thu 2026-01-08 20:30 try-again 2 r1",
                "mon 2026-01-12 20:30 try-again 3 r1",
                "mon 2026-01-19 20:00 rest r1",
            ])
        #expect(try story.ids("r1").suffix(2) == ["r2.t1.try-again.3", "r2.t1.rest"])
    }

    /// Made before the anchor's rupture, it closes what it closes and changes nothing else.
    @Test func changesNothingElseWhenItWasMadeBeforeTheAnchor() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
            .rupture("r2", "2026-01-05 12:00", .limitSetting)
            .attempt("t1", .repaired, "2026-01-05 11:00", recorded: "2026-01-05 14:00", of: "r1")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:20 calm r1",
                "mon 2026-01-05 10:35 reflect r1",
                "mon 2026-01-05 12:10 calm r2+r1",
                "mon 2026-01-05 12:25 reflect r2+r1",
                "mon 2026-01-05 13:00 reconnect r2+r1",
                "tue 2026-01-06 20:30 try-again 1 r2",
                "thu 2026-01-08 19:30 roadblock 2 r2",
                "thu 2026-01-08 20:30 try-again 2 r2",
                "thu 2026-01-15 20:00 rest r2",
            ])
    }

    /// A closed anchor takes its calm and reflect along.
    @Test func leavesOutCalmAndReflectOfAClosedAnchor() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 08:00", .limitSetting)
            .rupture("r2", "2026-01-05 10:00", .limitSetting).attempt("t1", .repaired, "2026-01-05 10:05", of: "r2")
        #expect(
            try story.told() == [
                "mon 2026-01-05 08:10 calm r1",
                "mon 2026-01-05 08:25 reflect r1",
                "mon 2026-01-05 09:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 19:30 roadblock 2 r1",
                "thu 2026-01-08 20:30 try-again 2 r1",
                "thu 2026-01-15 20:00 rest r1",
            ])
        // And they do not return with it.
        let again = try story.attempt("t2", .again, "2026-01-05 10:06", of: "r2")
        #expect(
            try again.told() == [
                "mon 2026-01-05 08:10 calm r1",
                "mon 2026-01-05 08:25 reflect r1",
                "mon 2026-01-05 09:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r2+r1",
                "thu 2026-01-08 19:30 roadblock 2 r2+r1",
                "thu 2026-01-08 20:30 try-again 2 r2+r1",
                "thu 2026-01-15 20:00 rest r2+r1",
            ])
    }

    // MARK: Refusals of the young

    @Test(arguments: [
        (AgeBand.infant, "11:20"), (.toddler, "11:20"), (.preschool, "11:20"),
    ])
    func waitsAnHourWithTheYoung(_ band: AgeBand, expected: String) throws {
        let story = try Story().person("ada", band).rupture("r1", "2026-01-05 08:00", .limitSetting)
            .attempt("t1", .declined, "2026-01-05 10:20")
        #expect(try story.told().contains("mon 2026-01-05 \(expected) try-again 1 r1"))
    }

    /// Each further no in a row doubles it; the spacing after it goes on with a day.
    @Test func doublesTheWaitWithEachRefusalInARow() throws {
        let story = try Story(cap: 9).person("ada", .toddler).rupture("r1", "2026-01-05 09:00", .toxic)
            .attempt("t1", .declined, "2026-01-05 10:00").attempt("t2", .notReady, "2026-01-05 11:30")
        #expect(
            try story.told() == [
                "mon 2026-01-05 09:20 calm r1",
                "mon 2026-01-05 09:25 reflect r1",
                "mon 2026-01-05 09:30 reconnect r1",
                "mon 2026-01-05 11:00 try-again 1 r1",
                "mon 2026-01-05 12:30 roadblock 2 r1",
                "mon 2026-01-05 13:30 try-again 2 r1",
                "mon 2026-01-12 20:00 rest r1",
            ])
        let ended = try Story(cap: 9).person("ada", .preschool).rupture("r1", "2026-01-05 09:00", .toxic)
            .attempt("t1", .declined, "2026-01-05 10:00").attempt("t2", .partial, "2026-01-05 10:10")
            .attempt("t3", .declined, "2026-01-05 10:20")
        #expect(
            try ended.told().dropFirst(3) == [
                "mon 2026-01-05 11:20 try-again 1 r1",
                "tue 2026-01-06 16:00 roadblock 2 r1",
                "tue 2026-01-06 17:00 try-again 2 r1",
                "tue 2026-01-13 20:00 rest r1",
            ])
    }

    @Test(arguments: [
        // 1 h, 2 h, 4 h … 128 h, then 7 days.
        (0, [1, 2, 4, 8, 16, 32, 64, 128], 9), (20, [1, 2, 4, 8, 16, 32, 64, 128], 9),
        (60, [2, 4, 8, 16, 32, 64, 128], 8),
        (240, [8, 16, 32, 64, 128], 6), (720, [24, 48, 96], 4), (2520, [84], 2), (5040, [], 1), (6000, [], 1),
    ])
    func doublesUpToSevenDays(_ space: Int, hours: [Int], weekFrom: Int) throws {
        let figures = try Shipped.plan().ladder
        for (index, expected) in hours.enumerated() {
            #expect(figures.refusalDelay(count: index + 1, space: space.minutes) == .elapsed(expected.hours))
        }
        for count in [weekFrom, weekFrom + 1, 100] {
            #expect(figures.refusalDelay(count: count, space: space.minutes) == .days(7))
        }
    }

    /// The hour is over at 19:10, when Ada is asleep: at the good time of the next day.
    @Test func comesAtTheGoodTimeOfALaterDay() throws {
        let story = try Story().person("ada", .preschool).rupture("r1", "2026-01-05 16:00", .toxic)
            .attempt("t1", .declined, "2026-01-05 18:10")
        #expect(
            try story.told() == [
                "mon 2026-01-05 16:20 calm r1",
                "mon 2026-01-05 16:30 reflect r1",
                "mon 2026-01-05 16:40 reconnect r1",
                "tue 2026-01-06 17:00 try-again 1 r1",
                "wed 2026-01-07 16:00 roadblock 2 r1",
                "wed 2026-01-07 17:00 try-again 2 r1",
                "wed 2026-01-14 20:00 rest r1",
            ])
    }

    /// Written down hours later: counted from when it happened, or from a try since, never before the record.
    @Test func countsFromWhenItHappened() throws {
        let story = try Story().person("ada", .preschool).rupture("r1", "2026-01-05 09:00", .toxic)
            .attempt("t1", .declined, "2026-01-05 09:40", recorded: "2026-01-05 15:00")
        #expect(
            try story.told() == [
                "mon 2026-01-05 09:20 calm r1",
                "mon 2026-01-05 09:30 reflect r1",
                "mon 2026-01-05 09:40 reconnect r1",
                "mon 2026-01-05 15:00 try-again 1 r1",
                "tue 2026-01-06 16:00 roadblock 2 r1",
                "tue 2026-01-06 17:00 try-again 2 r1",
                "tue 2026-01-13 20:00 rest r1",
            ])
        let since = try Story(cap: 9).person("ada", .preschool).rupture("r1", "2026-01-05 09:00", .toxic)
            .attempt("t1", .declined, "2026-01-05 10:00").attempt(
                "t2", .declined, "2026-01-05 10:10", recorded: "2026-01-05 11:30")
        #expect(
            try since.told().dropFirst(3) == [
                "mon 2026-01-05 11:00 try-again 1 r1",
                "mon 2026-01-05 12:00 roadblock 2 r1",
                "mon 2026-01-05 13:00 try-again 2 r1",
                "tue 2026-01-06 17:00 try-again 3 r1",
                "tue 2026-01-13 20:00 rest r1",
            ])
    }

    // MARK: Refusals from school-age on

    /// A no only delays, and never to the same day. The spacing goes on as if it had been the try that was to come.
    @Test func onlyDelaysFromSchoolAgeOn() throws {
        let story = try Story().person("bo", .teen).rupture("r1", "2026-01-05 15:00", .limitSetting)
            .attempt("t1", .declined, "2026-01-05 18:00").attempt("t2", .declined, "2026-01-06 20:20")
            .attempt("t3", .partial, "2026-01-08 20:10")
        #expect(
            try story.told() == [
                "mon 2026-01-05 15:10 calm r1",
                "mon 2026-01-05 15:25 reflect r1",
                "mon 2026-01-05 17:00 reconnect r1",
                "tue 2026-01-06 20:00 try-again 1 r1",
                "thu 2026-01-08 19:00 roadblock 2 r1",
                "thu 2026-01-08 20:00 try-again 2 r1",
                "fri 2026-01-09 20:00 try-again 3 r1",
                "sun 2026-01-11 19:00 roadblock 4 r1",
                "sun 2026-01-11 20:00 try-again 4 r1",
                "sun 2026-01-18 20:00 rest r1",
            ])
    }

    /// Before anything had set a try: a day, and the spacing begins with a day, two days.
    @Test func beginsTheSpacingWhereNothingHadSetATry() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
            .attempt("t1", .declined, "2026-01-05 10:05")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:20 calm r1",
                "mon 2026-01-05 10:35 reflect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "wed 2026-01-07 19:30 roadblock 2 r1",
                "wed 2026-01-07 20:30 try-again 2 r1",
                "fri 2026-01-09 20:30 try-again 3 r1",
                "fri 2026-01-16 20:00 rest r1",
            ])
    }

    // MARK: Partial

    @Test func comesBackADayAfterAPartialRepair() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
            .attempt("t1", .partial, "2026-01-05 11:05")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:20 calm r1",
                "mon 2026-01-05 10:35 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 19:30 roadblock 2 r1",
                "thu 2026-01-08 20:30 try-again 2 r1",
                "mon 2026-01-12 20:30 try-again 3 r1",
                "mon 2026-01-19 20:00 rest r1",
            ])
    }

    // MARK: Before the first rungs

    /// Calm and reflect stay; there is no reconnect any more.
    @Test func keepsCalmAndReflectThatAreStillToCome() throws {
        let story = try Story().person("ada", .preschool).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .attempt("t1", .declined, "2026-01-05 10:05")
        #expect(
            try story.told().prefix(3) == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:20 reflect r1",
                "mon 2026-01-05 11:05 try-again 1 r1",
            ])
        #expect(
            try story.ids() == [
                "r1.calm", "r1.reflect", "r1.t1.try-again.1", "r1.t1.roadblock.2", "r1.t1.try-again.2", "r1.t1.rest",
            ])
    }

    /// Reflect comes at 07:30; the good time of that day is too early by five minutes and more.
    @Test func waitsAsReconnectWouldAfterReflect() throws {
        let story = try Story().person("ada", .toddler, good: "07:00").rupture(
            "r1", "2026-01-05 18:50", .limitSetting, zone: .red
        )
        .attempt("t1", .declined, "2026-01-05 18:52")
        #expect(
            try story.told().prefix(3) == [
                "mon 2026-01-05 19:10 calm r1",
                "mon 2026-01-05 19:15 reflect r1",
                "tue 2026-01-06 07:00 try-again 1 r1",
            ])
        let evening = try Story(quiet: "18:55-07:00").person("ada", .toddler, good: "07:00")
            .rupture("r1", "2026-01-05 18:50", .limitSetting).attempt("t1", .declined, "2026-01-05 18:52")
        #expect(
            try evening.told().prefix(3) == [
                "tue 2026-01-06 07:30 reflect r1",
                "tue 2026-01-06 07:35 try-again 1 r1",
                "tue 2026-01-13 18:45 rest r1",
            ])
    }

    // MARK: Overtaken

    /// Older than the newest attempt: it names its roadblock and ends silence, nothing else.
    @Test func isOvertakenByANewerAttempt() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
            .attempt("t1", .partial, "2026-01-05 12:00")
            .attempt("t2", .declined, "2026-01-05 11:05", recorded: "2026-01-05 13:00", roadblock: .guilt)
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:20 calm r1",
                "mon 2026-01-05 10:35 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 19:30 roadblock 2 r1",
                "thu 2026-01-08 20:30 try-again 2 r1",
                "mon 2026-01-12 20:30 try-again 3 r1",
                "mon 2026-01-19 20:00 rest r1",
            ])
        let question = try #require(try story.builder().items(ofRupture: "r1").first { $0.kind == .rung(.roadblock) })
        #expect(question.id == "r1.t1.roadblock.2")
    }

    /// At rest, nothing but beginning anew changes anything.
    @Test func addsNothingAfterRestHasBegun() throws {
        for outcome in [Attempt.Outcome.declined, .notReady, .partial] {
            let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00")
                .attempt("t1", outcome, "2026-01-16 12:00")
            #expect(try story.told().last == "tue 2026-01-13 20:00 rest r1", "\(outcome)")
            #expect(try story.builder().outlook(ofRupture: "r1") == .atRest)
        }
    }

    // MARK: Again

    /// At the first good time at or after the record, and never earlier than that; then with two days.
    @Test func beginsAnewAtTheNextGoodTime() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .attempt("t1", .repaired, "2026-01-05 11:05").attempt("t2", .again, "2026-01-07 12:00")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
                "wed 2026-01-07 20:30 try-again 1 r1",
                "fri 2026-01-09 19:30 roadblock 2 r1",
                "fri 2026-01-09 20:30 try-again 2 r1",
                "fri 2026-01-16 20:00 rest r1",
            ])
        #expect(
            try story.ids().dropFirst(3) == [
                "r1.t2.try-again.1", "r1.t2.roadblock.2", "r1.t2.try-again.2", "r1.t2.rest",
            ])
    }

    @Test(arguments: [
        ("2026-01-20 12:00", "tue 2026-01-20"), ("2026-01-20 20:30", "tue 2026-01-20"),
        ("2026-01-20 20:31", "wed 2026-01-21"), ("2026-01-20 23:59", "wed 2026-01-21"),
        ("2026-01-20 00:01", "tue 2026-01-20"),
    ])
    func beginsAnewAfterRest(_ at: String, day: String) throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00").attempt("t1", .again, at)
        #expect(
            try story.told()[2...3] == ["tue 2026-01-13 20:00 rest r1", "\(day) 20:30 try-again 1 r1"])
    }

    /// Closed from before the good time on: not earlier that day, but on the next.
    @Test func beginsAnewNoEarlierThanTheGoodTime() throws {
        let story = try Story().person("bo", .adult, closed: ["wed 20:00-24:00"]).rupture("r1", "2026-01-05 10:00")
            .attempt("t1", .repaired, "2026-01-05 11:05").attempt("t2", .again, "2026-01-07 12:00")
        #expect(try story.told().last == "thu 2026-01-15 20:00 rest r1")
        #expect(try story.told().dropFirst(1).first == "thu 2026-01-08 20:30 try-again 1 r1")
    }

    /// It joins the running climb: silence ends, its count is 0, and a rest that was to come becomes a try.
    @Test func joinsTheRunningClimb() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00").rupture(
            "r2", "2026-01-20 10:00", .limitSetting
        )
        .attempt("t1", .again, "2026-01-20 10:20", of: "r1")
        #expect(
            try story.told() == [
                "mon 2026-01-05 11:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "tue 2026-01-13 20:00 rest r1",
                "tue 2026-01-20 10:10 calm r2",
                "tue 2026-01-20 10:25 reflect r2+r1",
                "tue 2026-01-20 11:00 reconnect r2+r1",
                "wed 2026-01-21 20:30 try-again 1 r2+r1",
                "fri 2026-01-23 19:30 roadblock 2 r2+r1",
                "fri 2026-01-23 20:30 try-again 2 r2+r1",
                "fri 2026-01-30 20:00 rest r2+r1",
            ])
        let own = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00").attempt(
            "t1", .again, "2026-01-08 10:00")
        #expect(
            try own.told() == [
                "mon 2026-01-05 11:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 19:30 roadblock 2 r1",
                "thu 2026-01-08 20:30 try-again 2 r1",
                "thu 2026-01-15 20:00 rest r1",
            ])
    }

    // MARK: Roadblocks

    /// The one last named with this person, or else the four in turn.
    @Test func asksAboutTheRoadblockLastNamed() throws {
        func asked(_ story: Story) throws -> [Roadblock] {
            let builder = try RepairScheduler(plan: story.plan, history: story.history)
            return builder.rungs.filter { $0.key.rung == .roadblock }.compactMap(\.roadblock)
        }
        var story = try Story(cap: 9).person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
        for day in 12...30 where day % 2 == 0 { story = try story.attempt("t\(day)", .partial, "2026-01-\(day) 21:30") }
        #expect(try asked(story).prefix(4) == [.childhood, .shame, .guilt, .movingOn])
        let named = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
            .rupture("r2", "2026-01-05 10:01", .toxic).attempt(
                "t1", .partial, "2026-01-05 12:00", of: "r1", roadblock: .guilt)
        #expect(try asked(named) == [.guilt])
    }

    /// Between question and try: neither number nor question is used twice, and the try leaves the question its hour.
    @Test func repeatsNoQuestionThatHasBegun() throws {
        let story = try Story().person("bo", .adult).person("sam", .adult).rupture(
            "r1", "2026-01-05 10:00", .limitSetting, with: "bo"
        )
        .rupture("r2", "2026-01-08 20:00", .limitSetting, with: "sam")
        #expect(
            try story.told().filter { $0.contains("r1") } == [
                "mon 2026-01-05 10:10 calm r1", "mon 2026-01-05 10:25 reflect r1", "mon 2026-01-05 11:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1", "thu 2026-01-08 19:30 roadblock 2 r1",
                "thu 2026-01-08 20:30 try-again 2 r1", "thu 2026-01-15 20:00 rest r1",
            ])
        let later = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .attempt("t1", .declined, "2026-01-08 20:00")
        #expect(
            try later.told().dropFirst(3) == [
                "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 19:30 roadblock 2 r1",
                "fri 2026-01-09 20:30 try-again 2 r1",
                "tue 2026-01-13 20:30 try-again 3 r1",
                "tue 2026-01-20 20:00 rest r1",
            ])
        #expect(try later.ids().suffix(3) == ["r1.t1.try-again.2", "r1.t1.try-again.3", "r1.t1.rest"])
    }

    // MARK: Ended reminders

    /// What has begun stays, nothing follows; a later rupture begins nothing.
    @Test func stopsTheLadderOfSomebodyEnded() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
            .rupture("r2", "2026-01-07 10:00", .limitSetting).end("2026-01-06 12:00")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
            ])
        #expect(try story.builder().openRuptures.isEmpty)
    }

    /// Beginning again brings nothing back by itself; a new rupture does, without what was open before.
    @Test func bringsNothingBackWhenRemindersBeginAgain() throws {
        var story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
        story.history.people[0].begun = try story.instant("2026-01-06 12:00")
        #expect(try story.told().count == 3)
        #expect(try story.builder(now: "2026-01-06 12:00").outlook(ofRupture: "r1") == .atRest)
        let again = try story.rupture("r2", "2026-01-07 10:00")
        #expect(
            try again.told().dropFirst(3) == [
                "wed 2026-01-07 11:00 reconnect r2", "thu 2026-01-08 20:30 try-again 1 r2",
                "thu 2026-01-15 20:00 rest r2",
            ])
    }
}
