import Testing

@testable import MendCore

/// Ruptures that are written down later than they happened. On time: calm 10:10, reflect 10:25, reconnect 11:00.
@Suite struct LateRecordTests {
    @Test(arguments: [
        ("2026-01-05 10:05", ["10:10 calm", "10:25 reflect", "11:00 reconnect", "15:00 try-again 1"]),
        // What starts exactly at the record does not lie before it.
        ("2026-01-05 10:10", ["10:10 calm", "10:25 reflect", "11:00 reconnect", "15:00 try-again 1"]),
        ("2026-01-05 10:11", ["10:11 calm", "10:26 reflect", "11:00 reconnect", "15:00 try-again 1"]),
        ("2026-01-05 10:25", ["10:25 calm", "10:40 reflect", "11:00 reconnect", "15:00 try-again 1"]),
        ("2026-01-05 10:26", ["10:26 reflect", "11:00 reconnect", "15:00 try-again 1"]),
        ("2026-01-05 11:00", ["11:00 reflect", "11:10 reconnect", "15:10 try-again 1"]),
        ("2026-01-05 11:01", ["11:01 reconnect", "15:01 try-again 1"]),
        // None beyond reconnect.
        ("2026-01-05 16:30", ["16:30 reconnect", "20:30 try-again 1"]),
    ])
    func letsTheLastRungStandForAll(_ recorded: String, expected: [String]) throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", recorded: recorded)
        #expect(try story.ladder().filter { $0.hasPrefix("2026-01-05") } == expected.map { "2026-01-05 \($0)" })
    }

    @Test func climbsOnFromTheRecord() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", recorded: "2026-01-12 09:00")
        #expect(
            try story.ladder() == [
                "2026-01-12 09:00 reconnect", "2026-01-12 13:00 try-again 1", "2026-01-13 19:30 roadblock 2",
                "2026-01-13 20:30 try-again 2", "2026-01-15 20:30 try-again 3", "2026-01-22 07:00 rest",
            ])
        #expect(try story.because("reconnect") == ["late-record P6DT23H"])
    }

    @Test func standsAtTheFirstAllowedInstant() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", recorded: "2026-01-05 22:00")
        #expect(try story.ladder().prefix(2) == ["2026-01-06 07:00 reconnect", "2026-01-06 11:00 try-again 1"])
        #expect(try story.because("reconnect") == ["late-record PT12H", "quiet-hours PT9H"])
    }

    /// Calm was left out at 21:00 and counts as passed; at 21:20 it can't stand either, and reflect counts from the
    /// record.
    @Test func leavesOutACalmThatCannotStandAtTheRecord() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 20:50", recorded: "2026-01-05 21:20")
        #expect(try story.ladder().prefix(2) == ["2026-01-06 07:00 reflect", "2026-01-06 07:10 reconnect"])
        #expect(try story.because("reflect") == ["after-calm PT15M", "quiet-hours PT9H25M"])
    }

    /// Reflect was due at 21:15 but would have been placed at 07:00: written down at 06:58, it is not passed over.
    /// Calm, left out long ago, can't stand at 06:58, so reflect counts from there.
    @Test func passesOverOnlyWhatWouldHaveBeenPlacedBefore() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 20:50", recorded: "2026-01-06 06:58")
        #expect(try story.ladder().prefix(2) == ["2026-01-06 07:13 reflect", "2026-01-06 07:23 reconnect"])
        let later = try Story().person("bo", .adult).rupture("r1", "2026-01-05 20:50", recorded: "2026-01-06 07:01")
        #expect(try later.ladder().prefix(2) == ["2026-01-06 07:01 reflect", "2026-01-06 07:11 reconnect"])
    }

    /// School kept reconnect until 15:00: at noon reflect stands for what has passed.
    @Test func readsClosedTimesForWhatWouldHaveBeen() throws {
        let story = try Story().person("ada", .schoolAge, closed: ["mon-fri 08:00-15:00"])
            .rupture("r1", "2026-01-05 07:20", recorded: "2026-01-05 12:00")
        #expect(try story.ladder().prefix(2) == ["2026-01-05 12:00 reflect", "2026-01-05 15:00 reconnect"])
    }

    /// The waiver before sleep counts for what would have been, too.
    @Test func readsTheWaiverForWhatWouldHaveBeen() throws {
        let story = try Story().person("ada", .schoolAge)
            .rupture("r1", "2026-01-05 19:20", recorded: "2026-01-05 20:00", theirs: .red)
        #expect(try story.ladder().first == "2026-01-05 20:00 reconnect")
    }

    @Test func isNotKnownBeforeItIsWrittenDown() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", recorded: "2026-01-05 12:00")
        #expect(try story.ladder(now: "2026-01-05 11:59").isEmpty)
        #expect(try story.builder(now: "2026-01-05 11:59").openRuptures.isEmpty)
    }

    /// Rupture and repair, both written down in the evening.
    @Test func hidesEverythingWhenItWasRepairedBeforeTheRecord() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", recorded: "2026-01-05 18:00")
            .attempt("a1", .repaired, "2026-01-05 11:00", recorded: "2026-01-05 18:00")
        #expect(try story.ladder().isEmpty)
        #expect(try story.builder().outlook(ofRupture: "r1") == .closed)
    }

    /// A no that lies before both records: two hours after it have passed as well.
    @Test func countsAnAttemptFromWhenItHappened() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", recorded: "2026-01-05 12:00")
            .attempt("a1", .declined, "2026-01-05 11:00", recorded: "2026-01-05 12:00")
        #expect(try story.ladder().first == "2026-01-05 13:00 try-again 1")
        let later = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", recorded: "2026-01-05 14:00")
            .attempt("a1", .declined, "2026-01-05 11:00", recorded: "2026-01-05 14:00")
        #expect(try later.ladder().first == "2026-01-05 14:00 try-again 1")
    }

    /// An attempt that claims to have been written down before its rupture was.
    @Test func waitsForTheRupturesRecordToo() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", recorded: "2026-01-05 14:00")
            .attempt("a1", .declined, "2026-01-05 11:00", recorded: "2026-01-05 11:00")
        #expect(try story.ladder().first == "2026-01-05 14:00 try-again 1")
    }
}
