import Testing

/// What is open is told by people: who, since when, and what comes next.
@Suite struct PeopleTests {
    /// Two cracks with a child, and a friend with a name of two words.
    private static let two = #"""
        {"type": "household", "version": 1, "id": "h", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US", "shared": false}
        {"type": "person", "id": "ada", "name": "Ada", "relation": "child", "born": "2022-04-03", "good": "17:30"}
        {"type": "person", "id": "mo", "name": "Uncle Mo", "relation": "friend"}
        {"type": "rupture", "id": "r1", "with": "ada", "kind": "benign", "at": "2026-01-05T12:00:00-05:00"}
        {"type": "rupture", "id": "r2", "with": "ada", "kind": "limit-setting", "at": "2026-01-06T16:00:00-05:00"}

        """#

    private static let noon = "2026-01-07T12:00:00-05:00"

    /// The lines below the heading, which has the plan's words.
    private static func belowHeading(_ text: String) -> String {
        String(text[text.index(after: text.firstIndex(of: "\n") ?? text.startIndex)...])
    }

    /// Loaded at noon of the day after the second one.
    private func withTwo(_ body: (Program) throws -> Void) throws {
        try Program.test { mend in
            let path = try mend.write(Self.two, to: "two.jsonl")
            #expect(try mend("load", path, now: Self.noon).status == 0)
            try body(mend)
        }
    }

    @Test func openTellsWhoSinceWhenAndWhatComesNext() throws {
        try withTwo { mend throws in
            #expect(
                try mend("open", now: Self.noon).out == """
                    With Ada, something has been open since Monday (a limit that hurt; before that,
                    a misread signal). Next: today 5:30 PM.
                        r2 a limit that hurt, Tue, January 6, 4:00 PM
                        r1 a misread signal, Mon, January 5, 12:00 PM

                    """)
            #expect(
                try mend("today", now: Self.noon).out.hasSuffix(
                    """
                    With Ada, something has been open since Monday (a limit that hurt; before that,
                    a misread signal). Next: today 5:30 PM.
                      Words to say: mend guide Ada

                    """))
        }
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(
                try mend("open").out == """
                    With Ada, something has been open since yesterday (a frightening moment). Next:
                    tomorrow 4:00 PM.
                        r1 a frightening moment, Sun, January 4, 5:40 PM
                    With Sam, something has been open since today (a misread signal). Next: tomorrow
                    8:30 PM.
                        r2 a misread signal, Mon, January 5, 12:00 PM

                    """)
        }
    }

    @Test(arguments: ["r1", "r2", "r2.try-again.1"]) func explainTellsTheStepsInOrderOfTime(_ what: String) throws {
        try withTwo { mend throws in
            let outcome = try mend("explain", what, now: Self.noon)
            #expect(outcome.status == 0)
            #expect(
                Self.belowHeading(outcome.out) == """
                      So far
                      - Mon, January 5, 12:00 PM: a misread signal
                      - Mon, January 5, 12:20 PM: come back
                      - Tue, January 6, 4:00 PM: a limit that hurt
                      - Tue, January 6, 4:10 PM: settle yourself
                      - Tue, January 6, 4:20 PM: a look back
                      - Tue, January 6, 4:30 PM: come back
                      It starts out from Tue, January 6, 4:30 PM.
                      - A day after the time before: Wed, January 7.
                      - A good time of that day: Wed, January 7, 5:30 PM.

                    Other hours would bring it at another time: mend person edit Ada
                    You need not wait for it: go to Ada whenever it suits you both, and write down
                    how it went.
                    To end it: mend attempt r2 --outcome repaired (or let-go); then the same for r1.
                    Where you write down nothing, it comes to rest by itself after a while.

                    """)
            for word in ["roadblock", "rung", "free place", "counts from"] { #expect(!outcome.out.contains(word)) }
        }
    }

    /// What stands beside a mended crack counts from that: both are told.
    @Test func explainTellsOfTheAttemptThatItCountsFrom() throws {
        try withTwo { mend throws in
            #expect(try mend("attempt", "r2", "--outcome", "repaired", now: Self.noon).status == 0)
            #expect(
                Self.belowHeading(try mend("explain", "r1", now: Self.noon).out).hasPrefix(
                    """
                      So far
                      - Mon, January 5, 12:00 PM: a misread signal
                      - Mon, January 5, 12:20 PM: come back
                      - Tue, January 6, 4:00 PM: a limit that hurt
                      - Tue, January 6, 4:10 PM: settle yourself
                      - Tue, January 6, 4:20 PM: a look back
                      - Tue, January 6, 4:30 PM: come back
                      - Wed, January 7, 12:00 PM: mended
                      It starts out from Wed, January 7, 12:00 PM.
                      - One thing is mended; the rest may take a day: Thu, January 8.
                      - A good time of that day: Thu, January 8, 5:30 PM.

                    """))
        }
    }

    /// Settling had no room in the night and was left out.
    @Test func explainNamesTheMomentWhereSettlingWasLeftOut() throws {
        try withTwo { mend throws in
            let night = "2026-01-08T03:05:00-05:00"
            #expect(try mend("rupture", "ada", "limit-setting", "--at", "5m ago", now: night).status == 0)
            let why = try mend("explain", "ada", now: night).out
            #expect(
                why.contains(
                    """
                      It starts out from Thu, January 8, 3:00 AM.
                      - Settling comes first: Thu, January 8, 3:20 AM.
                      - Quiet hours: Thu, January 8, 7:00 AM.

                    """), "\(why)")
        }
    }

    /// Nobody is sent to somebody who is not well, or said no.
    @Test(arguments: [
        ["checkin", "red", "ada"], ["checkin", "red"], ["attempt", "ada", "not-ready"], ["attempt", "ada", "declined"],
        ["pause", "--until", "tomorrow"], ["pause", "--with", "ada", "--until", "tomorrow"],
        ["rupture", "ada", "toxic", "--at", "6m ago"],
    ]) func explainLeavesRoomAfter(_ record: [String]) throws {
        try withTwo { mend throws in
            #expect(try mend("explain", "ada", now: Self.noon).out.contains("You need not wait for it: go to Ada"))
            #expect(try mend.start(record, now: Self.noon).wait().status == 0)
            let why = try mend("explain", "ada", now: "2026-01-07T12:01:00-05:00")
            #expect(why.status == 0)
            #expect(why.out.contains("To end it: mend attempt "))
            #expect(!why.out.contains("You need not wait"), "\(why.out)")
        }
    }

    @Test func explainTakesANameAndNothingAtAll() throws {
        try withTwo { mend throws in
            let rupture = try mend("explain", "r2", now: Self.noon).out
            #expect(try mend("explain", now: Self.noon).out == rupture)
            #expect(
                try mend("explain", "ada", now: Self.noon).out == """
                    With Ada, something has been open since Monday (a limit that hurt; before that,
                    a misread signal). Next: today 5:30 PM.


                    """ + rupture)
            #expect(try mend("explain", "Uncle Mo", now: Self.noon).out == "Nothing is open with Uncle Mo.\n")
        }
    }

    @Test(arguments: [("repaired", "r2 is mended; nothing comes."), ("let-go", "r2 was let go; nothing comes.")])
    func explainSaysThatNothingComes(_ outcome: String, _ says: String) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("attempt", "r2", "--outcome", outcome).status == 0)
            #expect(
                try mend("explain", "r2").out == "\(says)\nTo begin again: mend attempt r2 --outcome again\n")
            #expect(try mend("attempt", "r1", "--outcome", outcome).status == 0)
            #expect(try mend("explain").out == "Nothing is open.\n")
        }
    }

    @Test func explainSaysWhatIsAtRest() throws {
        try withTwo { mend throws in
            let outcome = try mend("explain", "r2", now: "2026-02-07T12:00:00-05:00")
            #expect(
                outcome.out == """
                    r2 is at rest; nothing comes but a line in the weekly reflection.
                    To begin again: mend attempt r2 --outcome again

                    """)
        }
    }

    @Test func explainTellsOfAnItemOfThePlan() throws {
        try withTwo { mend throws in
            let outcome = try mend("explain", "daily.2026-01-07", now: Self.noon)
            #expect(
                Self.belowHeading(outcome.out) == """
                      It starts out from Wed, January 7, 7:30 AM.
                      - Its usual time: it stays at Wed, January 7, 7:30 AM.

                    It comes with the plan and asks for no answer. For some days without: mend pause
                    --until +7d

                    """)
        }
    }

    @Test func anAttemptWithoutAnIDIsAboutTheNewestThatIsOpen() throws {
        try withTwo { mend throws in
            #expect(
                try mend("attempt", "--outcome", "repaired", now: Self.noon).out == """
                    A repair with Ada, for Tue, January 6, 4:00 PM (r2).
                    Noted, and closed. You came back.
                    Still open with Ada: a misread signal (r1). If that is mended, too: mend attempt
                    r1 repaired

                    """)
            #expect(
                try mend("attempt", "ADA", "--outcome", "let-go", now: Self.noon).out.hasPrefix(
                    "A repair with Ada, for Mon, January 5, 12:00 PM (r1).\n"))
            let none = try mend("attempt", "Ada", "--outcome", "partial", now: Self.noon)
            #expect(none.status == 66)
            #expect(none.err.hasPrefix("mend: nothing is open there; give a rupture's id"), "\(none.err)")
            #expect(try mend("attempt", "Uncle Mo", "--outcome", "partial", now: Self.noon).status == 66)
            // The newest that is closed.
            #expect(
                try mend("attempt", "Ada", "--outcome", "again", now: Self.noon).out.hasPrefix(
                    "A repair with Ada, for Tue, January 6, 4:00 PM (r2).\n"))
        }
    }

    @Test func aGuideTakesAName() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("guide", "ada").out == mend("guide", "r1").out)
            #expect(try mend("guide", "Sam").out == mend("guide", "r2").out)
            #expect(try mend("guide").out == mend("guide", "r2").out)
            #expect(try mend("attempt", "r2", "--outcome", "repaired").status == 0)
            #expect(try mend("guide", "Sam").out.hasPrefix("Nothing is open with Sam.\n\n"))
        }
    }

    @Test func anAgendaWithoutDaysIsAWeek() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            func agenda(_ arguments: String...) throws -> String { try mend.start(["agenda"] + arguments).wait().out }
            let week = try agenda("--from", "2026-01-05", "--to", "2026-01-11")
            #expect(try agenda() == week)
            #expect(try agenda("--from", "2026-01-05") == week)
            #expect(try agenda("--to", "2026-01-11") == week)
        }
    }

    // MARK: Pauses, and people who end

    @Test func aPauseWithSomebodyHoldsTheirReminders() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let before = try mend("open").out
            #expect(
                try mend("pause", "--with", "ada", "--until", "wednesday").out == """
                    With Ada, nothing comes until Wed, January 7, 12:00 AM. Daily prompts go on. To
                    go on sooner: mend resume --with Ada

                    """)
            let line =
                #"{"type": "hold", "id": "h1", "with": "ada", "at": "2026-01-05T18:00:00-05:00", "recorded": "2026-01-05T18:00:00-05:00", "until": "2026-01-07T00:00:00-05:00"}"#
            #expect(try mend.dump() == Families.usual + line + "\n")
            #expect(
                try mend("open").out == """
                    With Ada, something has been open since yesterday (a frightening moment). Paused
                    until Wednesday 12:00 AM. Then: Wednesday 4:00 PM.
                        r1 a frightening moment, Sun, January 4, 5:40 PM
                    With Sam, something has been open since today (a misread signal). Next: tomorrow
                    8:30 PM.
                        r2 a misread signal, Mon, January 5, 12:00 PM

                    """)
            let why = try mend("explain", "Ada").out
            #expect(
                why.contains(
                    "A pause is on until Wed, January 7, 12:00 AM. To end it sooner: mend resume\n--with Ada\n"), "\(why)")
            let later = "2026-01-05T18:01:00-05:00"
            #expect(
                try mend("resume", "--with", "Ada", now: later).out
                    == "The pause with Ada is over. What comes next: mend open\n")
            #expect(try mend("open", now: later).out == before)
        }
    }

    @Test func aPauseOfEverythingHoldsPromptsToo() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(
                try mend("pause", "--until", "2026-01-08 18:00").out == """
                    Paused until Thu, January 8, 6:00 PM. Until then nothing comes, no prompts
                    either. To go on sooner: mend resume

                    """)
            #expect(try mend.agenda(from: "2026-01-06", to: "2026-01-07").isEmpty)
            let today = try mend("today", now: "2026-01-06T12:00:00-05:00").out
            #expect(today.hasPrefix("Tuesday, January 6, 2026\n\nPaused until Thu, January 8, 6:00 PM. "), "\(today)")
            // Of the household and of a person are two.
            #expect(
                try mend("resume", "--with", "Ada").out == """
                    Nothing was paused with Ada.
                    Everything stays paused until Thu, January 8, 6:00 PM. To go on sooner: mend
                    resume

                    """)
            #expect(
                try mend("resume", now: "2026-01-05T18:01:00-05:00").out
                    == "The pause is over. What comes next: mend open\n")
            #expect(try mend("resume", now: "2026-01-05T18:02:00-05:00").out == "Nothing was paused.\n")
            #expect(try mend.dump().split(separator: "\n").count { $0.contains(#""type": "hold""#) } == 2)
        }
    }

    @Test func remindersWithSomebodyEndAndBegin() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(
                try mend("person", "end", "sam").out.hasPrefix(
                    "Reminders, prompts and birthdays with Sam end here. What you wrote down stays."))
            #expect(
                try mend("person", "list").out == """
                    Ada  child, born 2022-04-03 (preschool)
                      closed mon-fri 08:00-15:00
                    Sam  partner
                      reminders ended Mon, January 5, 6:00 PM

                    """)
            #expect(!(try mend("open").out.contains("Sam")))
            let ended = """
                Reminders with Sam have ended; nothing comes.
                To let them begin again: mend person begin Sam

                """
            #expect(try mend("explain", "Sam").out == ended)
            #expect(try mend("explain", "r2").out == ended)
            let later = "2026-01-06T18:00:00-05:00"
            #expect(
                try mend("person", "begin", "Sam", now: later).out.hasPrefix(
                    "Reminders, prompts and birthdays with Sam go on from here."))
            #expect(!(try mend("person", "list", now: later).out.contains("ended")))
            #expect(
                try mend("explain", "r2", now: later).out == """
                    r2 is at rest; nothing comes.
                    To begin again: mend attempt r2 --outcome again

                    """)
        }
    }

    // MARK: The caregiver's own times, and who frightened whom

    @Test func theHouseholdHasTimesOfItsOwn() throws {
        try Program.test { mend throws in
            #expect(
                try mend("init", "--zone", "UTC", "--closed", "mon-fri 09:00-17:00", "--away", "2026-03-01/2026-03-07")
                    .status
                    == 0)
            #expect(
                try mend(
                    "household", "edit", "--closed", "mon-fri 09:00-17:00", "--closed", "sat 10:00-12:00", "--away",
                    "2026-03-01/2026-03-07 every 14d until 2026-12-31", "--good", "20:00"
                ).out == """
                    Zone         UTC
                    Quiet hours  21:00-07:00
                    Daily cap    3
                    Country      not told
                    Shared       not told (calendars are discreet)
                    Closed       mon-fri 09:00-17:00
                                 sat 10:00-12:00
                    Away         2026-03-01/2026-03-07 every 14d until 2026-12-31
                    Good time    20:00

                    """)
            #expect(
                try mend("household", "edit", "--clear-closed", "--clear-away", "--good", "").out == """
                    Zone         UTC
                    Quiet hours  21:00-07:00
                    Daily cap    3
                    Country      not told
                    Shared       not told (calendars are discreet)

                    """)
        }
    }

    @Test func daysAwayComeAgain() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(
                try mend("person", "edit", "Ada", "--away", "2026-01-10/2026-01-17 every 14d until 2027-06-30").status
                    == 0)
            #expect(
                try mend("person", "list").out.contains("  away 2026-01-10/2026-01-17 every 14d until 2027-06-30\n"))
        }
    }

    /// Another adult did it: nothing is said as if it had been the caregiver.
    @Test func whoFrightenedWhomIsWrittenDown() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            for who in ["me", "them", "somebody-else"] {
                #expect(try mend("rupture", "--with", "Ada", "--kind", "toxic", "--frightened", who).status == 0)
                #expect(try mend.dump().contains(#""frightened": "\#(who)""#))
            }
            #expect(!(try mend("guide", "r5").out.contains("If the answer is no")))
        }
    }

    /// After an adult frightened the caregiver there is nothing to say, and letting go is a full answer.
    @Test func namesNoWordsWhereThereAreNone() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let theirs = try mend("rupture", "--with", "Sam", "--kind", "toxic", "--frightened", "them").out
            #expect(
                theirs.hasSuffix(
                    """
                    What may help, and people to turn to: mend guide r3
                    To let this one go, so that nothing more comes about it: mend attempt r3 let-go

                    """))
            #expect(!theirs.contains("Words to say"))
            #expect(try mend("today").out.contains("  What may help, and people to turn to: mend guide Sam\n"))
            let own = try mend("rupture", "--with", "Sam", "--kind", "toxic", "--frightened", "me").out
            #expect(own.hasSuffix("Words to say, when you are ready: mend guide r4\n"))
        }
    }
}
