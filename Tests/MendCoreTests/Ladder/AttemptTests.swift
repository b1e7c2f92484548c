import Testing

@testable import MendCore

/// What an attempt does to the ladder, outcome by outcome. Without one: reconnect Monday 11:00, tries Monday 15:00,
/// Tuesday and Thursday 20:30, rest on the 15th.
@Suite struct AttemptTests {
    private func story(cap: Int = 3) throws -> Story {
        try Story(cap: cap).person("bo", .adult).rupture("r1", "2026-01-05 10:00")
    }

    // MARK: Closing

    @Test(arguments: [
        (Attempt.Outcome.repaired, "2026-01-05 11:05", 3), (.letGo, "2026-01-05 11:05", 3),
        // From the attempt's own time on, to the second.
        (.repaired, "2026-01-05 11:00:01", 3), (.repaired, "2026-01-05 11:00", 2), (.repaired, "2026-01-05 10:00", 0),
    ])
    func closes(_ outcome: Attempt.Outcome, at: String, left: Int) throws {
        let closed = try story().attempt("a1", outcome, at)
        let all = ["2026-01-05 10:10 calm", "2026-01-05 10:25 reflect", "2026-01-05 11:00 reconnect"]
        #expect(try closed.ladder() == Array(all.prefix(left)))
        #expect(try closed.builder().outlook(ofRupture: "r1") == .closed)
        #expect(try closed.builder().openRuptures.isEmpty)
    }

    /// Written down in the evening, it hides what came since noon.
    @Test func hidesWhatCameAfterTheAttemptsOwnTime() throws {
        let story = try story().attempt("a1", .repaired, "2026-01-05 11:30", recorded: "2026-01-05 20:00")
        #expect(try story.ladder().last == "2026-01-05 11:00 reconnect")
        #expect(try story.ladder(now: "2026-01-05 19:59").contains("2026-01-05 15:00 try-again 1"))
    }

    /// An item that starts exactly at the attempt's own time is hidden, however late it is written down.
    @Test func hidesWhatStartsExactlyAtTheAttempt() throws {
        let story = try story().attempt("a1", .repaired, "2026-01-05 11:00", recorded: "2026-01-05 12:00")
        #expect(try story.ladder() == ["2026-01-05 10:10 calm", "2026-01-05 10:25 reflect"])
    }

    /// A try at 15:00 that a closing at 16:00 hides keeps its place; Cy's try at 17:00 still waits for Tuesday.
    @Test(arguments: [("2026-01-05 16:00", "2026-01-06 20:30"), ("2026-01-05 14:59", "2026-01-05 17:00")])
    func keepsThePlaceOfWhatHadBegun(_ recorded: String, expected: String) throws {
        let story = try Story(cap: 5).person("bo", .adult).person("cy", .adult)
            .rupture("r2", "2026-01-05 12:00", with: "cy").rupture("r1", "2026-01-05 10:00", with: "bo")
            .attempt("a1", .repaired, "2026-01-05 11:05", recorded: recorded, of: "r1")
        #expect(try story.ladder("r2").contains("\(expected) try-again 1"))
    }

    /// Bo's first try, put off to Tuesday, gives its place back; Cy's second pair fits there.
    @Test func givesBackThePlaceOfWhatHadNotBegun() throws {
        let base = try Story(cap: 2).person("bo", .adult).person("cy", .adult)
            .rupture("r1", "2026-01-05 10:00", with: "bo").rupture("r2", "2026-01-05 12:00", with: "cy")
        #expect(try base.day("2026-01-06").count == 2)
        let closed = try base.attempt("a1", .repaired, "2026-01-05 18:00", of: "r1")
        #expect(try closed.day("2026-01-06") == ["2026-01-06 20:30 try-again 1 r2"])
    }

    /// Reflect would have stood at 07:00; the closing took it away, so the new beginning need not wait for it.
    @Test func beginsAnewWithoutWaitingForAHiddenReflect() throws {
        let story = try Story(cap: 9).person("bo", .adult, good: "07:00").rupture("r1", "2026-01-05 20:40")
            .attempt("a1", .letGo, "2026-01-05 21:10", of: "r1").attempt("a2", .again, "2026-01-05 22:00", of: "r1")
        #expect(try story.ladder("r1").prefix(2) == ["2026-01-05 20:50 calm", "2026-01-06 07:00 try-again 1"])
    }

    // MARK: Refusals

    @Test func waitsTwiceTheSpaceAfterANo() throws {
        #expect(
            try story().attempt("a1", .declined, "2026-01-05 11:05").ladder() == [
                "2026-01-05 10:10 calm", "2026-01-05 10:25 reflect", "2026-01-05 11:00 reconnect",
                "2026-01-05 13:05 try-again 1",
                "2026-01-06 19:30 roadblock 2", "2026-01-06 20:30 try-again 2", "2026-01-08 20:30 try-again 3",
                "2026-01-15 07:00 rest",
            ])
        #expect(try story().attempt("a1", .notReady, "2026-01-05 11:05").ladder()[3] == "2026-01-05 13:05 try-again 1")
    }

    @Test(arguments: [
        (AgeBand.infant, "11:20"), (.toddler, "11:20"), (.preschool, "11:20"), (.schoolAge, "12:20"), (.teen, "14:20"),
        (.adult, "12:20"),
    ])
    func waitsAtLeastAnHour(_ band: AgeBand, expected: String) throws {
        let story = try Story().person("ada", band).rupture("r1", "2026-01-05 08:00").attempt(
            "a1", .declined, "2026-01-05 10:20")
        #expect(try story.ladder().contains("2026-01-05 \(expected) try-again 1"))
    }

    @Test func doublesTheWaitWithEachRefusalInARow() throws {
        let story = try story(cap: 9).attempt("a1", .declined, "2026-01-05 11:05").attempt(
            "a2", .notReady, "2026-01-05 13:20")
        #expect(
            try story.ladder().dropFirst(3) == [
                "2026-01-05 13:05 try-again 1", "2026-01-05 16:20 roadblock 2", "2026-01-05 17:20 try-again 2",
                "2026-01-06 20:30 try-again 3", "2026-01-13 07:00 rest",
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

    @Test func beginsTheRowAnewAfterAnotherOutcome() throws {
        let story = try story(cap: 9).attempt("a1", .declined, "2026-01-05 11:05").attempt(
            "a2", .partial, "2026-01-05 11:10"
        )
        .attempt("a3", .declined, "2026-01-05 11:15")
        #expect(try story.ladder()[3] == "2026-01-05 13:15 try-again 1")
    }

    /// The delay ends at 22:05: the next day, at the good time. The spacing goes on with 1 d.
    @Test func comesAtTheGoodTimeOfALaterDay() throws {
        let story = try story().attempt("a1", .declined, "2026-01-05 20:05")
        #expect(
            try story.ladder().dropFirst(3) == [
                "2026-01-05 15:00 try-again 1", "2026-01-06 19:30 roadblock 2", "2026-01-06 20:30 try-again 2",
                "2026-01-07 20:30 try-again 3", "2026-01-14 07:00 rest",
            ])
    }

    // MARK: Partial

    @Test func comesBackADayAfterAPartialRepair() throws {
        #expect(
            try story().attempt("a1", .partial, "2026-01-05 11:05").ladder().dropFirst(3) == [
                "2026-01-06 20:30 try-again 1", "2026-01-08 19:30 roadblock 2", "2026-01-08 20:30 try-again 2",
                "2026-01-12 20:30 try-again 3", "2026-01-19 07:00 rest",
            ])
    }

    /// The delay of a day ends at 20:40 on Tuesday; Tuesday's good time holds.
    @Test func holdsTheGoodTimeThoughTheDelayEndsLater() throws {
        let story = try story().attempt("a1", .partial, "2026-01-05 20:40")
        #expect(try story.ladder().contains("2026-01-06 20:30 try-again 2"))
    }

    /// Written down on Tuesday after the good time: the record's instant holds.
    @Test func comesAtTheRecordWhenTheGoodTimeHasPassed() throws {
        let story = try Story().person("bo", .adult, good: "12:00").rupture("r1", "2026-01-05 10:00")
            .attempt("a1", .partial, "2026-01-05 11:05", recorded: "2026-01-05 14:00")
            .attempt("a2", .partial, "2026-01-05 14:30", recorded: "2026-01-06 18:10")
        // a1: due Tuesday 12:00; that try had begun when a2 was written down, which makes the next the second.
        #expect(
            try story.ladder().dropFirst(3).prefix(3) == [
                "2026-01-06 12:00 try-again 1", "2026-01-06 18:10 roadblock 2", "2026-01-06 19:10 try-again 2",
            ])
    }

    // MARK: Numbers

    @Test func countsNumbersOnAcrossAttempts() throws {
        let story = try story().attempt("a1", .declined, "2026-01-05 15:05")
        #expect(
            try story.ladder().dropFirst(3) == [
                "2026-01-05 15:00 try-again 1",
                // With its question, the second try finds no two places on Monday.
                "2026-01-06 19:30 roadblock 2", "2026-01-06 20:30 try-again 2", "2026-01-07 20:30 try-again 3",
                "2026-01-14 07:00 rest",
            ])
    }

    /// The question of Tuesday had been asked, the try not begun: number and question come again.
    @Test func usesANumberUpOnlyWhenItsItemHadBegun() throws {
        let story = try story().attempt("a1", .declined, "2026-01-06 20:00")
        #expect(
            try story.ladder().dropFirst(3) == [
                "2026-01-05 15:00 try-again 1", "2026-01-06 19:30 roadblock 2", "2026-01-07 19:30 roadblock 2",
                "2026-01-07 20:30 try-again 2", "2026-01-08 20:30 try-again 3", "2026-01-15 07:00 rest",
            ])
        #expect(
            try story.ids().dropFirst(4) == [
                "r1.roadblock.2", "r1.a1.roadblock.2", "r1.a1.try-again.2", "r1.a1.try-again.3", "r1.a1.rest",
            ])
    }

    /// A try that starts exactly at the record has not begun.
    @Test func comesAgainWhenItStartsExactlyAtTheRecord() throws {
        let story = try story().attempt("a1", .declined, "2026-01-05 14:00", recorded: "2026-01-05 15:00")
        #expect(try story.ladder()[3] == "2026-01-05 16:00 try-again 1")
        #expect(try story.ids()[3] == "r1.a1.try-again.1")
    }

    /// The same for a try that was put off to that instant long before.
    @Test func comesAgainWhenItWasPutOffToTheRecord() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 16:00")
        #expect(try story.ladder().contains("2026-01-06 20:30 try-again 1"))
        let again = try story.attempt("a1", .declined, "2026-01-06 20:00", recorded: "2026-01-06 20:30")
        #expect(try again.ladder()[3] == "2026-01-07 20:30 try-again 1")
        let late = try story.attempt("a1", .declined, "2026-01-06 20:00", recorded: "2026-01-06 20:31")
        #expect(try late.ladder()[3...4] == ["2026-01-06 20:30 try-again 1", "2026-01-07 19:30 roadblock 2"])
    }

    /// All three tries are used up: rest keeps its day, attempt or not.
    @Test func restsSevenDaysAfterTheLastTryAttemptOrNot() throws {
        for (id, at) in [("a1", "2026-01-08 20:45"), ("a1", "2026-01-12 12:00"), ("a1", "2026-01-15 07:00")] {
            let story = try story().attempt(id, .declined, at)
            #expect(try story.ladder().suffix(2) == ["2026-01-08 20:30 try-again 3", "2026-01-15 07:00 rest"], "\(at)")
        }
    }

    @Test func addsNothingAfterRestHasBegun() throws {
        let rested = try story()
        for outcome in [Attempt.Outcome.declined, .notReady, .partial] {
            let story = try rested.attempt("a1", outcome, "2026-01-16 12:00")
            #expect(try story.ladder() == rested.ladder(), "\(outcome)")
            #expect(try story.builder().outlook(ofRupture: "r1") == .atRest)
        }
    }

    /// Tried before rest began, written down after it had: nothing follows.
    @Test func addsNothingWhenItIsWrittenDownAfterRest() throws {
        let story = try story().attempt("a1", .declined, "2026-01-10 12:00", recorded: "2026-01-15 08:00")
        #expect(try story.ladder().last == "2026-01-15 07:00 rest")
    }

    // MARK: Order of records

    /// Two days late: counted from when it happened, but not before the record.
    @Test func countsFromWhenItHappenedButNotBeforeTheRecord() throws {
        let early = try story().attempt("a1", .declined, "2026-01-05 11:05", recorded: "2026-01-05 12:00")
        #expect(try early.ladder()[3] == "2026-01-05 13:05 try-again 1")
        let late = try story().attempt("a1", .declined, "2026-01-05 11:05", recorded: "2026-01-05 14:10")
        #expect(try late.ladder()[3] == "2026-01-05 14:10 try-again 1")
    }

    /// Neither the second try nor its question comes before the record.
    @Test func asksNoQuestionBeforeTheRecord() throws {
        let story = try story(cap: 9).attempt("a1", .declined, "2026-01-05 11:05", recorded: "2026-01-05 16:00")
        #expect(
            try story.ladder().dropFirst(3).prefix(3) == [
                "2026-01-05 15:00 try-again 1", "2026-01-05 16:00 roadblock 2", "2026-01-05 17:00 try-again 2",
            ])
    }

    /// a2 is older than a1, on which the ladder stands.
    @Test func isNotMovedByAnOlderAttempt() throws {
        let one = try story().attempt("a1", .partial, "2026-01-05 12:00")
        let two = try one.attempt("a2", .declined, "2026-01-05 11:05", recorded: "2026-01-05 13:00", roadblock: .guilt)
        #expect(try one.ladder() == two.ladder())
    }

    // MARK: Before the first rungs

    /// Calm and reflect stay; there is no reconnect any more.
    @Test func keepsCalmAndReflectThatAreStillToCome() throws {
        let story = try story().attempt("a1", .declined, "2026-01-05 10:05")
        #expect(
            try story.ladder().prefix(3) == [
                "2026-01-05 10:10 calm", "2026-01-05 10:25 reflect", "2026-01-05 12:05 try-again 1",
            ])
        #expect(try story.ladder(now: "2026-01-05 10:04").contains("2026-01-05 11:00 reconnect"))
    }

    @Test func keepsReflectThatIsStillToComeAfterCalm() throws {
        let story = try story().attempt("a1", .declined, "2026-01-05 10:15")
        #expect(
            try story.ladder().prefix(3) == [
                "2026-01-05 10:10 calm", "2026-01-05 10:25 reflect", "2026-01-05 12:15 try-again 1",
            ])
    }

    @Test func takesThePlaceOfReconnect() throws {
        let story = try story().attempt("a1", .notReady, "2026-01-05 10:40")
        #expect(try story.ladder()[2] == "2026-01-05 12:40 try-again 1")
        #expect(try story.ids()[2] == "r1.a1.try-again.1")
    }

    /// Reflect is moved out of the night to 07:00; the good time of that day is too early by ten minutes.
    @Test(arguments: ["2026-01-05 20:52", "2026-01-05 21:40"])
    func waitsTenMinutesAfterReflect(_ at: String) throws {
        let story = try Story().person("bo", .adult, good: "07:00").rupture("r1", "2026-01-05 20:50")
            .attempt("a1", .declined, at)
        #expect(try story.ladder().prefix(2) == ["2026-01-06 07:00 reflect", "2026-01-06 07:10 try-again 1"])
    }

    // MARK: Again

    @Test func beginsAnewAtTheNextGoodTime() throws {
        let story = try story().attempt("a1", .repaired, "2026-01-05 11:05").attempt("a2", .again, "2026-01-07 12:00")
        #expect(
            try story.ladder().dropFirst(3) == [
                "2026-01-07 20:30 try-again 1", "2026-01-08 19:30 roadblock 2", "2026-01-08 20:30 try-again 2",
                "2026-01-10 20:30 try-again 3", "2026-01-17 07:00 rest",
            ])
        #expect(
            try story.ids().dropFirst(3) == [
                "r1.a2.try-again.1", "r1.a2.roadblock.2", "r1.a2.try-again.2", "r1.a2.try-again.3", "r1.a2.rest",
            ])
    }

    @Test(arguments: [
        ("2026-01-20 12:00", "2026-01-20 20:30"), ("2026-01-20 20:30", "2026-01-20 20:30"),
        ("2026-01-20 20:31", "2026-01-21 20:30"),
        ("2026-01-20 23:59", "2026-01-21 20:30"), ("2026-01-20 00:01", "2026-01-20 20:30"),
    ])
    func beginsAnewAfterRest(_ at: String, expected: String) throws {
        let story = try story().attempt("a1", .again, at)
        #expect(try story.ladder()[7...8] == ["2026-01-15 07:00 rest", "\(expected) try-again 1"])
        #expect(try story.ladder().filter { $0.contains("try-again") }.count == 6)
    }

    /// Written down after that day's good time: at the record, if it still fits that day.
    @Test(arguments: [
        ("2026-01-20 20:40", "2026-01-20 20:40"), ("2026-01-20 20:55", "2026-01-21 20:30"),
        ("2026-01-22 08:00", "2026-01-22 20:30"),
    ])
    func beginsAnewNotBeforeTheRecord(_ recorded: String, expected: String) throws {
        let story = try story().attempt("a1", .again, "2026-01-20 12:00", recorded: recorded)
        #expect(try story.ladder().contains("\(expected) try-again 1"))
    }

    @Test func goesOnAfterBeginningAnewLikeBefore() throws {
        let story = try story().attempt("a1", .letGo, "2026-01-05 11:05").attempt("a2", .again, "2026-01-07 12:00")
            .attempt("a3", .declined, "2026-01-07 20:40").attempt("a4", .repaired, "2026-01-08 21:00")
        #expect(
            try story.ladder().dropFirst(3) == [
                "2026-01-07 20:30 try-again 1", "2026-01-08 19:30 roadblock 2", "2026-01-08 20:30 try-again 2",
            ])
        #expect(try story.builder().outlook(ofRupture: "r1") == .closed)
    }

    // MARK: Roadblocks and outlook

    @Test func saysWhatComesNext() throws {
        let story = try story()
        for (now, expected) in [
            ("2026-01-05 10:00", "r1.calm"), ("2026-01-05 10:10", "r1.calm"), ("2026-01-05 10:11", "r1.reflect"),
            ("2026-01-06 20:00", "r1.try-again.2"), ("2026-01-15 07:00", "r1.rest"),
        ] {
            guard case .next(let item) = try story.builder(now: now).outlook(ofRupture: "r1") else {
                Issue.record("nothing next at \(now)")
                continue
            }
            #expect(item.id == expected, "\(now)")
        }
        #expect(try story.builder(now: "2026-01-15 07:01").outlook(ofRupture: "r1") == .atRest)
        #expect(try story.builder(now: "2026-01-15 07:01").openRuptures.map(\.id) == ["r1"])
    }
}
