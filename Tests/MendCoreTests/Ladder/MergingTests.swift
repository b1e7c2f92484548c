import Testing

@testable import MendCore

/// Two reminders of one kind for one person that become one.
@Suite struct MergingTests {
    /// r1's reflect at 10:25 had not begun when r2 was written down at 10:20, and moves along with r2's; so does
    /// reconnect.
    @Test func makesOneItemOfTwo() throws {
        let story = try Story(cap: 9).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-05 10:20")
        #expect(
            try story.day("2026-01-05", through: "2026-01-20") == [
                "2026-01-05 10:10 calm r1", "2026-01-05 10:30 calm r2", "2026-01-05 10:45 reflect r1+r2",
                "2026-01-05 11:20 reconnect r1+r2", "2026-01-05 15:20 try-again 1 r1+r2",
                "2026-01-06 19:30 roadblock 2 r1+r2", "2026-01-06 20:30 try-again 2 r1+r2",
                "2026-01-08 20:30 try-again 3 r1+r2",
                "2026-01-15 07:00 rest r1+r2",
            ])
        #expect(try story.ladder("r1").dropFirst() == story.ladder("r2").dropFirst())
    }

    /// Calm moves along, too, but not once its reflect has been placed: at 10:35 the older rupture's turn comes first.
    @Test(arguments: [
        ("2026-01-05 10:10", ["2026-01-05 10:30 calm r1+r2", "2026-01-05 10:45 reflect r1+r2"]),
        ("2026-01-05 10:15", ["2026-01-05 10:20 calm r1", "2026-01-05 10:35 calm r2"]),
    ])
    func mergesCalm(_ second: String, expected: [String]) throws {
        let story = try Story(cap: 9).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00", zone: .red).rupture("r2", second, zone: .red)
        #expect(try Array(story.day("2026-01-05").prefix(2)) == expected)
    }

    /// A closing fixes what had begun, as any attempt does: r1's calm stays where it was.
    @Test func movesNothingOfAClosedLadder() throws {
        let story = try Story(cap: 9).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-05 10:08")
            .attempt("a1", .repaired, "2026-01-05 10:11", of: "r1")
        #expect(
            try Array(story.day("2026-01-05").prefix(2)) == ["2026-01-05 10:10 calm r1", "2026-01-05 10:18 calm r2"])
    }

    @Test(arguments: [
        // 30 minutes include their end.
        ("2026-01-05 10:30", ["2026-01-05 11:30 reconnect r1+r2"]),
        ("2026-01-05 10:31", ["2026-01-05 11:00 reconnect r1", "2026-01-05 11:31 reconnect r2"]),
    ])
    func mergesWithinHalfAnHour(_ second: String, expected: [String]) throws {
        let story = try Story(cap: 9).person("bo", .adult).rupture("r1", "2026-01-05 10:00").rupture("r2", second)
        #expect(try story.day("2026-01-05").filter { $0.contains("reconnect") } == expected)
    }

    /// Half an hour counts from where the item stands by then.
    @Test func goesOnFromThePresentStart() throws {
        let story = try Story(cap: 9).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-05 10:25").rupture("r3", "2026-01-05 10:50")
        #expect(
            try story.day("2026-01-05").filter { $0.contains("reconnect") } == ["2026-01-05 11:50 reconnect r1+r2+r3"])
    }

    /// r1's reconnect begins at 11:00. An item that starts exactly at a record has not begun; a minute later it has.
    @Test(arguments: [
        ("2026-01-05 11:00", ["2026-01-05 11:00 reconnect r2+r1"]),
        ("2026-01-05 11:01", ["2026-01-05 11:00 reconnect r1", "2026-01-05 11:01 reconnect r2"]),
    ])
    func leavesAloneWhatHadBegun(_ recorded: String, expected: [String]) throws {
        let story = try Story(cap: 9).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-05 09:00", recorded: recorded)
        #expect(try story.day("2026-01-05").filter { $0.contains("reconnect") } == expected)
    }

    /// r1's reconnect was put off to 07:00, when r2 is written down with all its first rungs passed.
    @Test(arguments: [
        ("2026-01-06 07:00", ["2026-01-06 07:00 reconnect r2+r1"]),
        ("2026-01-06 07:01", ["2026-01-06 07:00 reconnect r1", "2026-01-06 07:01 reconnect r2"]),
    ])
    func leavesAloneWhatWasPutOffAndHadBegun(_ recorded: String, expected: [String]) throws {
        let story = try Story(cap: 9).person("bo", .adult)
            .rupture("r1", "2026-01-05 20:30").rupture("r2", "2026-01-05 15:00", recorded: recorded)
        #expect(try story.day("2026-01-06").filter { $0.contains("reconnect") } == expected)
    }

    /// r1's try began at 15:00; the no of r2, two hours before, is written down at 15:00 or after it.
    @Test(arguments: [
        ("2026-01-05 15:00", ["2026-01-05 15:00 try-again 1 r1+r2"]),
        ("2026-01-05 15:02", ["2026-01-05 15:00 try-again 1 r1", "2026-01-05 15:02 try-again 1 r2"]),
    ])
    func leavesAloneWhatHadBegunWhenAnAttemptWasWrittenDown(_ recorded: String, expected: [String]) throws {
        let story = try Story(cap: 9).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-05 12:00")
            .attempt("a1", .declined, "2026-01-05 13:00", recorded: recorded, of: "r2")
        #expect(try story.day("2026-01-05").filter { $0.contains(" 15:") } == expected)
    }

    @Test func keepsPersonsApart() throws {
        let story = try Story(cap: 9).person("bo", .adult).person("cy", .adult)
            .rupture("r1", "2026-01-05 10:00", with: "bo").rupture("r2", "2026-01-05 10:00", with: "cy")
        #expect(try story.day("2026-01-05").allSatisfy { !$0.contains("+") })
    }

    /// r1's third and r2's second try are due together: the item has the older rupture's number and id, and r2's
    /// question stays.
    @Test func hasTheNumberAndTheIdOfTheOldestRupture() throws {
        let story = try Story(cap: 9).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-06 16:00")
        #expect(
            try story.day("2026-01-08", through: "2026-01-17") == [
                "2026-01-08 19:30 roadblock 2 r2", "2026-01-08 20:30 try-again 3 r1+r2",
                "2026-01-10 20:30 try-again 3 r2",
                "2026-01-15 07:00 rest r1", "2026-01-17 07:00 rest r2",
            ])
        #expect(try story.ids("r2").contains("r1.try-again.3"))
        #expect(!(try story.ids("r2").contains("r2.try-again.2")))
    }

    /// One place under the cap, and no need of a free one.
    @Test func needsNoPlaceOfItsOwn() throws {
        let story = try Story(cap: 3).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-05 10:20")
        #expect(
            try story.day("2026-01-05").suffix(3) == [
                "2026-01-05 10:45 reflect r1+r2", "2026-01-05 11:20 reconnect r1+r2",
                "2026-01-05 15:20 try-again 1 r1+r2",
            ])
    }

    /// r1's try waits for Tuesday because Monday is full; r2's joins it there.
    @Test func joinsWhatWaitsOnALaterDay() throws {
        let story = try Story(cap: 3).person("ada", .preschool)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-05 10:15")
        #expect(
            try story.day("2026-01-05", through: "2026-01-08") == [
                "2026-01-05 10:10 calm r1", "2026-01-05 10:20 reflect r1", "2026-01-05 10:25 calm r2",
                "2026-01-05 10:35 reflect r2",
                "2026-01-05 10:45 reconnect r1+r2", "2026-01-06 17:00 try-again 1 r1+r2",
                "2026-01-07 16:00 roadblock 2 r1+r2", "2026-01-07 17:00 try-again 2 r1+r2",
            ])
    }

    /// After r1 is repaired, the item names r2 alone, with r2's own id.
    @Test func namesOnlyWhatIsStillOpen() throws {
        let story = try Story(cap: 3).person("ada", .preschool)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-05 10:15")
            .attempt("a1", .repaired, "2026-01-05 15:00", of: "r1")
        #expect(try story.day("2026-01-06") == ["2026-01-06 17:00 try-again 1 r2"])
        #expect(try story.ids("r2").contains("r2.try-again.1"))
        #expect(try story.ladder("r1").last == "2026-01-05 10:45 reconnect")
    }

    /// r1's next rung was placed already when r2's came.
    @Test func leavesAloneWhatHasARungAfterIt() throws {
        let story = try Story(cap: 9).person("ada", .preschool)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-05 10:15")
        let reflects = try story.day("2026-01-05").filter { $0.contains("reflect") }
        #expect(reflects == ["2026-01-05 10:20 reflect r1", "2026-01-05 10:35 reflect r2"])
    }

    /// An attempt at r1 fixes what it had: r2's reconnect no longer moves it.
    @Test func leavesAloneWhatAnAttemptFixed() throws {
        let story = try Story(cap: 9).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-05 10:20")
            .attempt("a1", .declined, "2026-01-05 11:05", of: "r1")
        #expect(
            try story.day("2026-01-05").filter { $0.contains("reconnect") } == [
                "2026-01-05 11:00 reconnect r1", "2026-01-05 11:20 reconnect r2",
            ])
    }

    /// So it does with a question: r1's at 19:30 stays when r2's comes at 19:40.
    @Test func leavesAloneAQuestionThatAnAttemptFixed() throws {
        let story = try Story(cap: 9).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-06 10:00")
            .attempt("a2", .declined, "2026-01-06 18:40", of: "r2")
        #expect(try story.day("2026-01-06").contains("2026-01-06 19:40 roadblock 2 r1+r2"))
        let fixed = try story.attempt("a1", .declined, "2026-01-06 19:35", of: "r1")
        #expect(
            try fixed.day("2026-01-06").suffix(3) == [
                "2026-01-06 19:30 roadblock 2 r1", "2026-01-06 19:40 roadblock 2 r2", "2026-01-06 20:40 try-again 2 r2",
            ])
    }

    @Test func saysThatItMerged() throws {
        let story = try Story(cap: 9).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-05 10:20")
        #expect(try story.because("reflect") == ["after-calm PT15M", "merged PT20M"])
    }
}
