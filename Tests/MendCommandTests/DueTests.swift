import Foundation
import Testing

/// What became due since it was last asked: once, and never a heap.
@Suite struct DueTests {
    private func ids(_ outcome: Program.Outcome) throws -> [String] {
        try outcome.objects().map { try #require($0["id"] as? String) }
    }

    /// The channel begins a day before its first run: what has been announced comes, and nothing of the day before that.
    @Test func reachesBackADayThenPrintsOnceThenNothing() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let first = try mend("due", "--format", "json", now: "2026-01-06T07:00:00-05:00")
            #expect(first.status == 0)
            #expect(first.err == "")
            let starts = try first.objects().map { try #require($0["start"] as? String) }
            #expect(!starts.isEmpty)
            #expect(starts.allSatisfy { $0 > "2026-01-05T07:00:00-05:00" && $0 <= "2026-01-06T07:00:00-05:00" })
            #expect(try mend("due", now: "2026-01-06T07:00:00-05:00").out == "")
            let today = try mend.agenda(from: "2026-01-06", to: "2026-01-06")
            let title = try #require(today.first { $0["kind"] as? String == "prompt" }?["title"] as? String)
            let second = try mend("due", now: "2026-01-06T16:05:00-05:00")
            #expect(second.out.contains(title))
            #expect(second.err == "")
            #expect(try mend("due", now: "2026-01-06T16:05:00-05:00").out == "")
            #expect(try mend("due", now: "2026-01-06T16:06:00-05:00").out == "")
        }
    }

    /// "First reminder: 18:00", and cron runs for the first time at 18:01.
    @Test func whatWasAnnouncedComesThoughItNeverRanBefore() throws {
        try Program.test(loaded: Families.empty) { mend throws in
            try mend("person", "add", "Sam", "--relation", "partner", now: "2026-01-06T17:00:00-05:00")
            try mend(
                "rupture", "--with", "Sam", "--kind", "limit-setting", "--zone", "green",
                now: "2026-01-06T17:40:00-05:00")
            #expect(try ids(mend("due", "--format", "json", now: "2026-01-06T18:01:00-05:00")) == ["r1.reflect"])
        }
    }

    /// The day's prompts were there before the household was.
    @Test func aHouseholdsFirstDayBeginsWithItsFirstRecord() throws {
        try Program.test(loaded: Families.empty) { mend throws in
            #expect(try mend("due", now: "2026-01-06T17:00:00-05:00").out == "")
        }
    }

    @Test func aReminderSaysWhatItIsAboutAndWhatToDo() throws {
        let evening = "2026-01-05T18:00:00-05:00"
        try Program.test(loaded: Families.usual) { mend throws in
            let text = try mend("due", now: evening).out
            #expect(text.contains("  About r1, with Ada. To write down how it went:\n  mend attempt r1 --outcome repaired\n"))
        }
        try Program.test(loaded: Families.usual) { mend throws in
            let items = try mend.agenda(from: "2026-01-05", to: "2026-01-05", now: evening)
            let id = try #require(
                items.last { ($0["ruptures"] as? [String])?.contains("r1") == true && $0["start"] as? String ?? "" < evening }?[
                    "id"] as? String)
            let text = try mend("due", "--base-url", "https://home.example.org", now: evening).out
            #expect(text.contains("\n  https://home.example.org/i/\(id)\n"))
            #expect(!text.contains("mend attempt"))
        }
    }

    @Test func anAddressThatIsNoneIs65() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("due", "--base-url", "home").status == 65)
        }
    }

    @Test func whatIsPrintedIsWhatTheAgendaHolds() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try mend("due", now: "2026-01-06T06:00:00-05:00")
            let due = try mend("due", "--format", "json", now: "2026-01-06T20:00:00-05:00").objects()
            let agenda = try mend.agenda(from: "2026-01-06", to: "2026-01-06", now: "2026-01-06T20:00:00-05:00")
            #expect(!due.isEmpty)
            for item in due { #expect(agenda.contains { $0 as NSDictionary == item as NSDictionary }) }
        }
    }

    @Test func afterALongGapThereIsOneDigest() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try mend("due")
            let now = "2026-01-16T21:30:00-05:00"
            let digest = try mend("due", "--format", "json", now: now).objects()
            let kinds = try digest.map { try #require($0["kind"] as? String) }
            #expect(kinds.count { $0 == "prompt" } == 1)
            #expect(digest.last { $0["kind"] as? String == "prompt" }?["start"] as? String ?? "" > "2026-01-16")
            let repairs = digest.filter {
                !["prompt", "reflection", "reading", "milestone"].contains($0["kind"] as? String ?? "")
            }
            for rupture in ["r1", "r2"] {
                #expect(repairs.count { ($0["ruptures"] as? [String])?.contains(rupture) == true } == 1, "\(rupture)")
            }
            #expect(try mend("due", now: now).out == "")
            // All of it is settled: the day after begins afresh.
            let next = try mend("due", "--format", "json", now: "2026-01-17T20:45:00-05:00").objects()
            #expect(next.allSatisfy { ($0["start"] as? String ?? "") > now })
        }
    }

    @Test func itIsWrittenDownAndGoesAlongWithADump() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try mend("due", now: "2026-01-06T06:00:00-05:00")
            #expect(try mend("due", now: "2026-01-06T20:00:00-05:00").out != "")
            let dump = try mend.dump()
            #expect(dump.contains(#""outcome": "sent"}"#))
            let copy = "\(mend.folder)/copy"
            #expect(
                try mend("load", "-", "--with-addresses", "--data", copy, now: "2026-01-06T20:00:00-05:00", input: dump)
                    .status == 0)
            #expect(try mend("due", "--data", copy, now: "2026-01-06T20:00:00-05:00").out == "")
        }
    }

    @Test func asHTMLItIsADocumentWithoutMarkupOfItsOwn() throws {
        let family = Families.usual.replacing("her Zwetschge tower", with: "<script>alert(1)</script> & a tower")
        try Program.test(loaded: family) { mend throws in
            try mend("due", now: "2026-01-05T12:30:00-05:00")
            let page = try mend("due", "--format", "html", now: "2026-01-05T18:00:00-05:00").out
            #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">\n"))
            #expect(!page.contains("<script"))
            #expect(page.contains("&lt;script&gt;"))
        }
    }

    @Test func aRuptureThatIsClosedIsNoLongerDue() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try mend("due", now: "2026-01-06T06:00:00-05:00")
            try mend("attempt", "r1", "--outcome", "repaired", now: "2026-01-06T06:30:00-05:00")
            try mend("attempt", "r2", "--outcome", "let-go", now: "2026-01-06T06:30:00-05:00")
            let due = try mend("due", "--format", "json", now: "2026-01-06T20:45:00-05:00").objects()
            #expect(due.map { $0["kind"] as? String } == ["prompt"])
        }
    }

    // MARK: Every channel

    /// For a timer that does not know them. What is printed would stand in the log of a service.
    @Test func everyChannelGoesOutThatGoesOutByItself() throws {
        let channels = #"""
            {"type": "channel", "name": "bell", "kind": "exec", "to": "cat > bell"}
            {"type": "channel", "name": "horn", "kind": "exec", "to": "exit 1"}
            {"type": "channel", "name": "lamp", "kind": "exec", "to": "cat > lamp"}
            {"type": "channel", "name": "log", "kind": "stdout"}

            """#
        try Program.test(loaded: Families.usual + channels) { mend throws in
            let outcome = try mend("due", "--every-channel")
            #expect(outcome.out == "")
            #expect(outcome.err.hasPrefix("mend: channel horn: "), "\(outcome.err)")
            #expect(outcome.status == 73)
            let rung = try ["bell", "lamp"].map { try String(contentsOfFile: "\(mend.folder)/\($0)", encoding: .utf8) }
            #expect(rung[0].contains(#""kind": "calm""#) == false && rung[0].contains(#""id": ""#))
            #expect(rung[0] == rung[1])
        }
    }

    @Test func everyChannelOfAHouseholdWithoutOneIsNone() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let before = try mend.dump()
            let outcome = try mend("due", "--every-channel")
            #expect(outcome.status == 0 && outcome.out == "" && outcome.err == "")
            #expect(try mend.dump() == before)
            let both = try mend("due", "--every-channel", "--via", "mail")
            #expect(both.status == 64)
            #expect(both.err.contains("Give --via or --every-channel, not both."))
        }
    }
}
