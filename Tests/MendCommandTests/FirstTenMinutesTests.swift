import Foundation
import Testing

/// A family begins: every verb once, in the order in which somebody meets them.
@Suite struct FirstTenMinutesTests {
    @Test func aFamilyBeginsRecordsAndComesBack() throws {
        try Program.test { mend throws in
            /// Runs a verb that must succeed, with its result on standard output and nothing else anywhere.
            func say(_ arguments: String..., now: String = Program.now) throws -> String {
                let outcome = try mend.start(arguments, now: now).wait()
                #expect(outcome.status == 0, "\(arguments)")
                #expect(outcome.err == "", "\(arguments)")
                return outcome.out
            }

            let welcome = try say("init", "--zone", "America/New_York", "--country", "US", "--shared", "no")
            #expect(welcome.hasPrefix("Your household is in \(mend.data), for your eyes only.\n"))
            #expect(welcome.contains("no therapy and no emergency service"))

            #expect(
                try say(
                    "person", "add", "Ada", "--relation", "child", "--born", "2022-04-03", "--closed",
                    "mon-fri 08:00-15:00")
                    == "Ada is here now (preschool).\n")
            #expect(
                try say("person", "add", "Theo", "--relation", "child", "--born", "2011-09-14")
                    == "Theo is here now (teen).\n")
            #expect(try say("person", "add", "Sam", "--relation", "partner") == "Sam is here now (partner).\n")
            #expect(
                try say("person", "edit", "ada", "--good", "17:30", "--sleep", "19:30-06:30") == "Noted for Ada.\n")
            #expect(
                try say("person", "list") == """
                    Ada  child, born 2022-04-03 (preschool)
                      closed mon-fri 08:00-15:00
                      sleep 19:30-06:30
                      good time 17:30
                    Theo  child, born 2011-09-14 (teen)
                    Sam  partner

                    """)
            #expect(try say("contact", "add", "Aunt Mo", "555-0134", "--for", "a calm voice").contains("Aunt Mo"))
            #expect(
                try say("contact", "list").hasPrefix(
                    "Aunt Mo: 555-0134 (a calm voice)\nUnited States: in an emergency 911\n"))

            let recorded = try say(
                "rupture", "--with", "Ada", "--kind", "toxic", "--at", "20m ago", "--zone", "red", "--excited-about",
                "her lego tower",
                "--note", "I shouted.")
            #expect(recorded.hasPrefix("Recorded as r1."))
            #expect(recorded.contains("Aunt Mo: 555-0134"))
            #expect(recorded.contains("911"))
            #expect(recorded.contains("First reminder: today 6:10 PM, a look back.\n"))
            #expect(!recorded.contains("I shouted."))

            #expect(
                try say("open") == """
                    With Ada, something has been open since today (a frightening moment). Next:
                    today 6:10 PM.
                        r1 a frightening moment, Mon, January 5, 5:40 PM

                    """)
            let guide = try say("guide")
            #expect(guide.hasPrefix("A repair with Ada, for Mon, January 5, 5:40 PM (r1).\n"))
            #expect(guide.contains("Words to say\n"))
            #expect(guide.contains("If the answer is no\n"))
            #expect(guide.contains("lego"))
            #expect(try say("guide", "r1") == guide)

            let attempt = try say(
                "attempt", "r1", "--outcome", "declined", "--roadblock", "shame", now: "2026-01-05T18:40:00-05:00")
            #expect(
                attempt.hasPrefix(
                    "A repair with Ada, for Mon, January 5, 5:40 PM (r1).\nNoted. A no today isn't a no forever.\nNext: Tue, January 6, 5:30 PM, try again.\nYou could say: "))

            #expect(
                try say("checkin", "--zone", "yellow", "--with", "Ada").hasPrefix("Noted. Every zone may be here.\n"))
            #expect(
                try say("calm", "--zone", "red", "--with", "Ada").hasPrefix(
                    "Red: flooded, loud or quiet\n  Practices\n"))

            let evening = "2026-01-06T17:45:00-05:00"
            let today = try say("today", now: evening)
            #expect(today.hasPrefix("Tuesday, January 6, 2026\n"))
            #expect(
                today.hasSuffix(
                    """
                    With Ada, something has been open since yesterday (a frightening moment). Next:
                    tomorrow 4:30 PM.
                      Words to say: mend guide Ada

                    """))

            let list = try say("agenda", "--from", "today", "--to", "2026-01-07", now: evening)
            #expect(list.hasPrefix("Tuesday, January 6, 2026\n"))
            #expect(list.contains("\n\nWednesday, January 7, 2026\n"))
            #expect(list.contains("· Ada  (10 min, try again)\n"))
            let items = try mend.agenda(from: "today", to: "2026-01-07", now: evening)
            #expect(list.split(separator: "\n").count { $0.hasPrefix("  ") } == items.count)

            let again = try #require(items.first { $0["kind"] as? String == "try-again" })
            #expect(again["start"] as? String == "2026-01-06T17:30:00-05:00")
            let why = try say("explain", try #require(again["id"] as? String), now: evening)
            #expect(why.contains("Tue, January 6, 5:30 PM\n"))
            #expect(why.contains("  It starts out from Mon, January 5, 6:40 PM.\n"))

            #expect(try say("due", now: "2026-01-06T17:00:00-05:00") != "")
            #expect(try say("due", now: "2026-01-06T17:00:00-05:00") == "")
            #expect(try say("due", now: evening).contains(try #require(again["title"] as? String)))
            #expect(try say("due", now: evening) == "")

            #expect(
                try say("attempt", "r1", "--outcome", "repaired", now: "2026-01-06T18:00:00-05:00")
                    == "A repair with Ada, for Mon, January 5, 5:40 PM (r1).\nNoted, and closed. You came back.\n")
            #expect(try say("open", now: "2026-01-06T18:00:00-05:00") == "Nothing is open.\n")

            let dump = try say("dump", now: evening)
            #expect(dump.split(separator: "\n").count == 20)
            let copy = "\(mend.folder)/copy"
            let later = "2026-01-06T19:00:00-05:00"
            let loaded = try mend("load", try mend.write(dump, to: "family.jsonl"), "--data", copy, now: later)
            #expect(loaded.status == 0)
            #expect(loaded.out == "")
            #expect(loaded.err == "Loaded into \(copy): people 3, ruptures 1.\n")
            #expect(try say("dump", "--data", copy) == dump)

            let exported = try mend("export", "--out", "\(mend.folder)/out", now: later)
            #expect(exported.status == 0)
            #expect(exported.out == "")
            #expect(try files(below: "\(mend.folder)/out").count == 9)
            #expect(try mend.dump().contains(#"{"type": "published", "item": ""#))
        }
    }

    @Test func exportWritesTheContractsFilesForTheOwnerAloneAndLeavesThemAlone() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let out = "\(mend.folder)/out"
            #expect(try mend("export", "--out", out).err == "\(out): 9 files written.\n")
            #expect(
                try files(below: out).keys.sorted() == [
                    "calendar.ics", "calendar.xcal", "feeds.opml", "index.html", "prompts.ics", "reflections.atom",
                    "reflections.json",
                    "reflections.rss", "repairs.ics",
                ])
            for name in try files(below: out).keys { #expect(try mode("\(out)/\(name)") == 0o600) }
            let before = try (files(below: out), mend.dump())
            #expect(try mend("export", "--out", out).err == "\(out): nothing had changed.\n")
            #expect(try (files(below: out), mend.dump()) == before)

            #expect(try mend("export", "--out", out, "--public").status == 0)
            for name in try files(below: out).keys { #expect(try mode("\(out)/\(name)") == 0o644) }
        }
    }

    /// A month that is over has archive pages.
    @Test func exportArchivesMonthsThatAreOver() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("export", "--out", "\(mend.folder)/out", now: "2026-02-03T18:00:00-05:00").status == 0)
            let names = try files(below: "\(mend.folder)/out").keys
            #expect(names.contains("archive/reflections-2026-01.atom"))
            #expect(names.contains("archive/reflections-2026-01.rss"))
        }
    }

    @Test func exportIsOpenOnlyWhenNobodyElseLooksOrItIsAskedFor() throws {
        func calendar(shared: String, _ options: String...) throws -> String {
            let lines = Families.usual.replacing(#", "shared": false"#, with: shared)
            return try Program.test(loaded: lines) { mend throws in
                let outcome = try mend.start(["export", "--out", "out"] + options).wait()
                #expect(outcome.status == 0)
                let text = try files(below: "\(mend.folder)/out").values.map { String(decoding: $0, as: UTF8.self) }
                    .joined()
                return text.replacing("\r\n ", with: "")
            }
        }
        for open in [try calendar(shared: #", "shared": false"#), try calendar(shared: #", "shared": true"#, "--open")]
        {
            #expect(open.contains("Ada"))
            #expect(open.contains("Zwetschge tower"))
            #expect(!open.contains("DESCRIPTION:Zwetschge"))
        }
        for discreet in [
            try calendar(shared: ""), try calendar(shared: #", "shared": true"#),
            try calendar(shared: #", "shared": false"#, "--discreet"),
        ] {
            for word in ["Ada", "Sam", "Zwetschge", "toxic", "Aunt Mo", "Emergency"] {
                #expect(!discreet.contains(word), "\(word)")
            }
        }
    }

    @Test func householdEditChangesWhatInitHasSet() throws {
        try Program.test { mend throws in
            #expect(try mend("init", "--zone", "America/New_York", "--quiet", "22:00-06:00", "--cap", "2").status == 0)
            #expect(
                try mend("household", "show").out == """
                    Zone         America/New_York
                    Quiet hours  22:00-06:00
                    Daily cap    2
                    Country      not told
                    Shared       not told (calendars are discreet)

                    """)
            let id = try mend.dump().prefix { $0 != "," }
            #expect(
                try mend(
                    "household", "edit", "--zone", "Europe/London", "--cap", "4", "--country", "gb", "--shared", "yes"
                ).out == """
                    Zone         Europe/London
                    Quiet hours  22:00-06:00
                    Daily cap    4
                    Country      GB
                    Shared       yes (calendars are discreet)

                    """)
            #expect(try mend.dump().prefix { $0 != "," } == id)
        }
    }

    @Test func contactsComeAndGo() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("contact", "remove", "Aunt Mo").out == "Gone from the list.\n")
            #expect(!(try mend.dump().contains("Aunt Mo")))
            #expect(!(try mend("contact", "list").out.contains("Aunt Mo")))
            #expect(try mend("contact", "add", "Aunt Mo", "555-0199").status == 0)
            #expect(try mend("contact", "list").out.hasPrefix("Aunt Mo: 555-0199\n"))
        }
    }

    @Test func aContactIsNotReplacedByTheWay() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let outcome = try mend("contact", "add", "Aunt Mo", "555-0199")
            #expect(outcome.status == 65)
            #expect(outcome.err.contains("a contact of that name is there already; remove it first"), "\(outcome.err)")
            #expect(try mend.dump() == Families.usual)
        }
    }

    @Test func planShowTellsFourWeeks() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let outcome = try mend("plan", "show")
            #expect(outcome.status == 0)
            let days = outcome.out.split(separator: "\n").filter { $0.hasSuffix(", 2026") }
            #expect(days.first == "Monday, January 5, 2026")
            #expect(days.last == "Sunday, February 1, 2026")
            #expect(days.count == 28)
            #expect(try mend("plan", "check").status == 0)
        }
    }

    @Test func eachHouseholdHasAnIDOfItsOwn() throws {
        let ids = try (0..<3).map { _ in
            try Program.test { mend throws in
                try mend("init", "--zone", "UTC")
                return try String(mend.dump().prefix(60))
            }
        }
        #expect(Set(ids).count == 3)
    }
}
