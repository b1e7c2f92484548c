import Foundation
import Testing

/// What verbs print for people and for programs.
@Suite struct ReadingTests {
    @Test func openIsJSONWhereAProgramAsks() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let people = try mend("open", "--format", "json").objects()
            #expect(people.map { $0["name"] as? String } == ["Ada", "Sam"])
            let ada = try #require(people.first)
            #expect(ada["person"] as? String == "ada")
            #expect(ada["since"] as? String == "2026-01-04T17:40:00-05:00")
            let open = try #require(ada["open"] as? [[String: String]])
            #expect(open == [["id": "r1", "kind": "toxic", "at": "2026-01-04T17:40:00-05:00"]])
            let next = try #require(ada["next"] as? [String: Any])
            #expect(next["start"] as? String == "2026-01-06T16:00:00-05:00")
            #expect(ada["pausedUntil"] == nil)
            try mend("pause", "--with", "Ada", "--until", "wednesday")
            let paused = try #require(mend("open", "--format", "json").objects().first)
            #expect(paused["pausedUntil"] as? String == "2026-01-07T00:00:00-05:00")
        }
    }

    @Test func guideIsJSONAndBeginsWithTheWords() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let outcome = try mend("guide", "r2", "--format", "json")
            let guide = try #require(try JSONSerialization.jsonObject(with: outcome.outBytes) as? [String: Any])
            #expect(guide["rupture"] as? String == "r2" && guide["with"] as? String == "Sam")
            #expect(guide["kind"] as? String == "benign" && guide["at"] as? String == "2026-01-05T12:00:00-05:00")
            let titles = try #require(guide["sections"] as? [[String: Any]]).map { $0["title"] as? String }
            #expect(titles.first == "Words to say")
            let words = try #require(titles.firstIndex(of: "Words to say"))
            #expect(try words < #require(titles.firstIndex(of: "Settle yourself")))
            #expect(try words < #require(titles.firstIndex(of: "Seven practices")))
            let general = try mend("guide", "Sam", "--format", "json", now: "2025-12-31T12:00:00-05:00")
            #expect(general.status == 0 && !general.out.contains("\"rupture\""))
        }
    }

    /// What scrolls the words out of sight stands where it is asked for, and people to turn to stand there once more at the end.
    @Test func guideKeepsToTheRepairUnlessAskedForAll() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let guide = try mend("guide", "r1").out
            #expect(!guide.contains("Seven practices\n") && !guide.contains("Cues to draw or print\n"))
            #expect(guide.contains("\nWords to say\n") && guide.contains("\nIf you fear what you may do\n"))
            #expect(guide.split(separator: "\n").count { $0 == "  - In an emergency: 911" } == 2)
            #expect(guide.split(separator: "\n").count { $0 == "If you said something you didn't mean" } == 1)
            #expect(guide.hasSuffix("\nThe seven practices, and cues to draw or print: mend guide r1 --all\n"))
            let all = try mend("guide", "r1", "--all").out
            #expect(all.contains("\nSeven practices\n") && all.contains("\nCues to draw or print\n"))
            #expect(!all.contains("--all"))
        }
    }

    @Test func peopleAreJSON() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try mend("person", "end", "Sam")
            let people = try mend("person", "list", "--format", "json").objects()
            #expect(people.map { $0["id"] as? String } == ["ada", "sam"])
            #expect(people[0]["born"] as? String == "2022-04-03" && people[0]["band"] as? String == "preschool")
            #expect(people[0]["closed"] as? [String] == ["mon-fri 08:00-15:00"])
            #expect(people[0]["ended"] == nil && people[0]["away"] == nil)
            #expect(people[1]["ended"] as? String == "2026-01-05T18:00:00-05:00")
        }
    }

    /// Of two of one minute, the one that was written down later is the newest.
    @Test func theTenthComesBehindTheNinth() throws {
        let lines = [9, 10].map { number in
            #"{"type": "rupture", "id": "r\#(number)", "with": "mo", "kind": "benign", "at": "2026-01-05T12:00:00-05:00"}"#
        }
        let family = #"""
            {"type": "household", "version": 1, "id": "h", "zone": "America/New_York", "country": "GB"}
            {"type": "person", "id": "mo", "name": "Mo", "relation": "friend"}

            """# + lines.joined(separator: "\n") + "\n"
        try Program.test { mend throws in
            try mend("load", try mend.write(family, to: "ten.jsonl"))
            let ids = try mend("open").out.split(separator: "\n").compactMap { $0.firstMatch(of: #/^    (r\d+) a/#)?.1 }
            #expect(ids == ["r10", "r9"])
            #expect(try mend("guide").out.hasPrefix("A repair with Mo, for Mon 5 January, 12:00 (r10).\n"))
        }
    }

    @Test func aYearIsToldWhereItIsNotThisOne() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("rupture", "Sam", "benign", "-a", "2023-06-12 17:40").status == 0)
            #expect(try mend("open").out.contains("r3 a misread signal, Mon, June 12, 2023, 5:40 PM\n"))
        }
    }

    @Test(arguments: [
        ("en_US.UTF-8", "Monday, January 5, 2026\n"), ("de_DE.UTF-8", "Monday 5 January 2026\n"),
        ("C", "Monday 5 January 2026\n"),
    ])
    func theLocaleDecidesWhereNoCountryWasTold(_ locale: String, _ heading: String) throws {
        try Program.test { mend throws in
            try mend("init", "--zone", "America/New_York")
            #expect(try mend("today", environment: ["LC_TIME": locale]).out.hasPrefix(heading))
            try mend("household", "edit", "--country", "GB")
            #expect(try mend("today", environment: ["LC_TIME": locale]).out.hasPrefix("Monday 5 January 2026\n"))
        }
    }

    @Test func aChannelThatMailsSaysWhereNothingTakesMails() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let none = ["MEND_SENDMAIL": "\(mend.folder)/nowhere"]
            let added = try mend(
                "channel", "add", "mail", "--kind", "mail", "--to", "me@example.org", environment: none)
            #expect(added.status == 0)
            #expect(added.err == "No program takes mails here yet: install one such as msmtp-mta, or name one in MEND_SENDMAIL.\n")
            #expect(try mend("doctor", environment: none).out.contains("No program takes mails here yet"))
            let there = ["MEND_SENDMAIL": "/bin/true"]
            #expect(!(try mend("doctor", environment: there).out.contains("No program takes mails")))
            #expect(
                try mend("channel", "add", "m2", "--kind", "mail", "--to", "me@example.org", environment: there).err
                    == "")
        }
    }
}
