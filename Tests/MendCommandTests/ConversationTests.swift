import Foundation
import Testing

/// What is not given is asked for, on a terminal alone.
@Suite struct ConversationTests {
    /// Types answers ahead, runs a verb, and returns what stood on the terminal.
    private func talk(
        _ mend: Program, _ arguments: [String], answers: String, environment: [String: String] = [:],
        status: Int32 = 0
    ) throws -> (told: String, out: String) {
        let terminal = try Terminal()
        #expect(write(terminal.master, answers, answers.utf8.count) == answers.utf8.count)
        let outcome = try mend.start(arguments, environment: environment, terminal: terminal.slave).wait()
        #expect(outcome.status == status, "\(arguments)")
        return (try terminal.read().replacing("\r\n", with: "\n"), outcome.out)
    }

    @Test func ruptureAsksForWhatIsMissing() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let (told, out) = try talk(mend, ["rupture"], answers: "ada\nlimit\n20m ago\n")
            #expect(told.contains("With whom?\n") && told.contains("  2  Sam\n"))
            #expect(told.contains("  3  limit-setting: A limit that hurt\n"))
            #expect(out.hasPrefix("Recorded as r3. Writing it down is a first step.\n"), "\(out)")
            #expect(out.contains("\nWith Ada: a limit that hurt, today 5:40 PM.\n"))
            #expect(
                try mend.dump().contains(
                    #""with": "ada", "kind": "limit-setting", "at": "2026-01-05T17:40:00-05:00", "#))
        }
    }

    @Test func ruptureAsksForOneThingAlone() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let (told, _) = try talk(mend, ["rupture", "Sam", "-a", "17:00"], answers: "1\n")
            #expect(!told.contains("With whom?") && !told.contains("When?"))
            #expect(
                try mend.dump().contains(#""with": "sam", "kind": "benign", "at": "2026-01-05T17:00:00-05:00""#))
        }
    }

    @Test func nothingIsAskedWhereEverythingWasGiven() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try talk(mend, ["rupture", "Sam", "benign"], answers: "").told == "")
            #expect(try talk(mend, ["attempt", "Sam", "repaired"], answers: "").told == "")
            #expect(try talk(mend, ["checkin", "yellow"], answers: "").told == "")
        }
    }

    @Test func whoDoesNotAnswerChangesNothing() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let (told, _) = try talk(mend, ["rupture"], answers: "\u{4}", status: 64)
            #expect(told.contains("Error: --with and --kind are missing."))
            #expect(try mend.dump() == Families.usual)
        }
    }

    @Test func attemptAndCheckInAsk() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let (asked, attempt) = try talk(mend, ["attempt", "Ada"], answers: "part\n")
            #expect(asked.contains("How did it go?\n"))
            #expect(attempt.hasPrefix("A repair with Ada, for Sun, January 4, 5:40 PM (r1).\nNoted. Part of it's better"))
            let (zone, checkIn) = try talk(mend, ["checkin", "-w", "ada"], answers: "r\n")
            #expect(zone.contains("Where does the thermometer of Ada stand?\n"))
            #expect(checkIn.hasPrefix("Noted. Every zone may be here.\nRed, flooded: Ada, today 6:00 PM.\n"))
            #expect(try mend.dump().contains(#""zone": "red"}"#))
        }
    }

    @Test func whatHappenedMonthsAgoIsAskedAboutOnceMore() throws {
        let typed = ["rupture", "Ada", "benign", "-a", "2025-06-12 17:40"]
        for (answer, isRecorded) in [("y\n", true), ("\n", false)] {
            try Program.test(loaded: Families.usual) { mend throws in
                let (told, out) = try talk(mend, typed, answers: answer)
                #expect(told.contains("That is Thu, June 12, 2025, 5:40 PM. Is it meant? [y/N]"))
                #expect(out.contains("Recorded as r3.") == isRecorded)
                #expect(told.contains("Nothing was recorded.") == !isRecorded)
                #expect(try (mend.dump() == Families.usual) == !isRecorded)
            }
        }
        try Program.test(loaded: Families.usual) { mend throws in
            let outcome = try mend.start(typed).wait()
            #expect(outcome.status == 0)
            #expect(outcome.out.contains("With Ada: a misread signal, Thu, June 12, 2025, 5:40 PM.\n"))
        }
    }

    @Test func initOffersTheZoneOfTheMachine() throws {
        try Program.test { mend throws in
            let (told, _) = try talk(mend, ["init"], answers: "\nGB\nno\n", environment: ["TZ": "Europe/London"])
            #expect(told.contains("In which time zone do you live? (empty: Europe/London)"))
            #expect(
                try mend.dump().contains(
                    #""zone": "Europe/London", "quiet": "21:00-07:00", "cap": 3, "country": "GB", "shared": false}"#))
        }
    }

    @Test func initAsksAgainForAZoneThatItDoesNotKnow() throws {
        try Program.test { mend throws in
            let (told, _) = try talk(
                mend, ["init"], answers: "new york\nAmerica/New_York\n\n\n", environment: ["TZ": "Etc/UTC"])
            #expect(told.contains("In which time zone do you live? (such as America/New_York)"))
            #expect(told.contains("There is no such time zone; did you mean America/New_York?"))
            #expect(try mend.dump().contains(#""zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3}"#))
        }
    }

    @Test func aZoneThatIsTheSameAllYearMustBeMeant() throws {
        try Program.test { mend throws in
            #expect(try mend("init", "--zone", "EST").status == 65)
            #expect(try mend("init", "--zone", "EST", "--fixed").status == 0)
            #expect(try mend("household", "edit", "--zone", "MST").status == 65)
            #expect(try mend("household", "edit", "--zone", "MST", "--fixed").status == 0)
        }
    }

    @Test func initAsksNothingWhereAHouseholdIsThere() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let (told, _) = try talk(mend, ["init"], answers: "\n\n\n", status: 73)
            #expect(!told.contains("In which time zone"))
        }
    }

    @Test func shortOptionsAndBareWordsRecordTheSame() throws {
        let ways = [
            ["rupture", "--with", "Ada", "--kind", "toxic", "--at", "17:00"],
            ["rupture", "-w", "ada", "-k", "toxic", "-a", "17:00"], ["rupture", "Ada", "toxic", "-a", "5pm"],
            ["rupture", "toxic", "ADA", "-a", "17.00"],
        ]
        let dumps = try ways.map { way in
            try Program.test(loaded: Families.usual) { mend throws in
                #expect(try mend.start(way).wait().status == 0, "\(way)")
                return try mend.dump()
            }
        }
        #expect(dumps[0].contains(#""kind": "toxic", "at": "2026-01-05T17:00:00-05:00""#))
        #expect(Set(dumps).count == 1)
    }

    @Test func aDumbTerminalGetsNoBold() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            for (term, hasBold) in [("dumb", false), ("xterm", true)] {
                let terminal = try Terminal()
                let run = try mend.start(["today"], environment: ["TERM": term], out: terminal.slave)
                #expect(try terminal.read().contains("\u{1B}[1m") == hasBold)
                #expect(try run.wait().status == 0)
            }
        }
    }
}
