import Foundation
import MendJournal
import Testing

/// Files of an export follow what is written down, by themselves.
@Suite struct ExportRefreshTests {
    private func events(_ mend: Program, _ file: String = "out/repairs.ics") throws -> Int {
        try String(contentsOfFile: "\(mend.folder)/\(file)", encoding: .utf8).components(separatedBy: "BEGIN:VEVENT")
            .count - 1
    }

    private func export(_ mend: Program, _ more: String..., now: String = Program.now) throws {
        let outcome = try mend.start(["export", "--out", "out"] + more, now: now).wait()
        #expect(outcome.status == 0, "\(outcome.err)")
    }

    @Test func whatIsMendedLeavesCalendarsAtOnce() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try export(mend)
            let before = try events(mend)
            #expect(before > 3)
            for id in ["r1", "r2"] {
                let outcome = try mend("attempt", id, "--outcome", "repaired", now: "2026-01-05T18:30:00-05:00")
                #expect(outcome.status == 0)
                #expect(outcome.err == "")
            }
            // What has begun stays; nothing is still to come.
            let after = try String(contentsOfFile: "\(mend.folder)/out/repairs.ics", encoding: .utf8)
            let starts = after.matches(of: /DTSTART:(\d+T\d+Z)/).map { String($0.output.1) }
            #expect(try events(mend) < before)
            #expect(starts.allSatisfy { $0 <= "20260105T233000Z" })
        }
    }

    @Test func aNewRuptureIsThereAtOnceInTheSameEdition() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try export(
                mend, "--discreet", "--weeks-back", "2", "--days-ahead", "20", "--base-url", "https://example.org/m")
            let before = try files(below: "\(mend.folder)/out")["repairs.ics"]
            try mend("rupture", "--with", "Sam", "--kind", "limit-setting", now: "2026-01-05T18:30:00-05:00")
            #expect(try files(below: "\(mend.folder)/out")["repairs.ics"] != before)
            let calendar = try String(contentsOfFile: "\(mend.folder)/out/calendar.ics", encoding: .utf8)
            #expect(!calendar.contains("Sam"))
            #expect(!calendar.contains("DTSTART:202602"))
            #expect(
                try String(contentsOfFile: "\(mend.folder)/out/reflections.atom", encoding: .utf8).contains(
                    "https://example.org/m"))
            #expect(try mode("\(mend.folder)/out/calendar.ics") == 0o600)
        }
    }

    @Test func dueMakesThemAnewWhereTimeHasGoneOn() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try export(mend)
            let later = "2026-02-01T20:00:00-05:00"
            try mend("due", now: later)
            let refreshed = try files(below: "\(mend.folder)/out")
            #expect(refreshed.keys.contains("archive/reflections-2026-01.atom"))
            try export(mend, now: later)
            #expect(try files(below: "\(mend.folder)/out") == refreshed)
        }
    }

    /// Nothing is computed and no file is touched while nothing is stale.
    @Test func dueLeavesFreshOnesAlone() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try export(mend)
            try FileManager.default.removeItem(atPath: "\(mend.folder)/out/prompts.ics")
            try mend("due", now: "2026-01-05T18:00:01-05:00")
            #expect(!FileManager.default.fileExists(atPath: "\(mend.folder)/out/prompts.ics"))
            try mend("checkin", "--zone", "red", now: "2026-01-05T18:00:02-05:00")
            #expect(FileManager.default.fileExists(atPath: "\(mend.folder)/out/prompts.ics"))
        }
    }

    @Test func aFolderThatIsGoneStaysGone() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try export(mend)
            try FileManager.default.removeItem(atPath: "\(mend.folder)/out")
            let outcome = try mend("checkin", "--zone", "red")
            #expect(outcome.status == 0)
            #expect(outcome.err == "")
            #expect(try mend("due", now: "2026-01-07T18:00:00-05:00").status == 0)
            #expect(!FileManager.default.fileExists(atPath: "\(mend.folder)/out"))
        }
    }

    @Test func aRecordIsKeptThoughTheFilesCannotFollow() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try export(mend)
            chmod("\(mend.folder)/out", 0o500)
            defer { chmod("\(mend.folder)/out", 0o700) }
            let outcome = try mend("attempt", "r2", "--outcome", "repaired", withoutPrivilege: true)
            #expect(outcome.status == 0)
            #expect(outcome.out.contains("Noted, and closed."))
            #expect(outcome.err.contains("What you wrote down is kept."))
            #expect(try mend.dump().contains(#""rupture": "r2""#))
            let due = try mend("due", now: "2026-01-05T18:10:00-05:00", withoutPrivilege: true)
            #expect(due.status == 73)
            chmod("\(mend.folder)/out", 0o700)
            #expect(try mend("due", now: "2026-01-05T18:20:00-05:00").status == 0)
        }
    }

    /// With another plan than the household's own they would change back and forth.
    @Test func anExportOfAnotherPlanIsLeftAlone() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            _ = try mend.write(
                """
                for: self
                theme: body
                prompts:
                  - id: caregiver.one-breath
                    title: "One slow breath"
                    text: "Breathe out slowly, once."
                    minutes: 1
                    tips: [1]

                """, to: "other/a.yaml")
            try export(mend, "--plan", "\(mend.folder)/other")
            let before = try files(below: "\(mend.folder)/out")
            try mend("attempt", "r1", "--outcome", "repaired")
            try mend("due", now: "2026-01-09T18:00:00-05:00")
            #expect(try files(below: "\(mend.folder)/out") == before)
        }
    }

    @Test func aRunThatFailsLeavesTheJournalAsItWas() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try FileManager.default.createDirectory(
                atPath: "\(mend.folder)/out/repairs.ics", withIntermediateDirectories: true)
            let before = try mend.dump()
            #expect(try mend("export", "--out", "out").status == 73)
            #expect(try mend.dump() == before)
            #expect(try SQLiteJournal(directory: mend.data, zones: SystemZones.find).knownCopies() == [])
            #expect(try files(below: "\(mend.folder)/out") == [:])
        }
    }

    /// Items link to the page: clients pass over another address without a higher number (RFC 5545 §3.8.7.4).
    @Test func anotherAddressRaisesTheSequence() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            func sequences() throws -> Set<String> {
                let text = try String(contentsOfFile: "\(mend.folder)/out/calendar.ics", encoding: .utf8)
                return Set(text.matches(of: /SEQUENCE:(\d+)/).map { String($0.output.1) })
            }
            try export(mend, "--open", "--base-url", "https://one.example")
            #expect(try sequences() == ["0"])
            try export(mend, "--open", "--base-url", "https://one.example")
            #expect(try sequences() == ["0"])
            try export(mend, "--open", "--base-url", "https://two.example", now: "2026-01-05T18:10:00-05:00")
            #expect(try sequences() == ["1"])
            let feed = try String(contentsOfFile: "\(mend.folder)/out/reflections.atom", encoding: .utf8)
            // No entry becomes new by that.
            #expect(!feed.contains("<updated>2026-01-05T23:10:00Z"))
        }
    }
}
