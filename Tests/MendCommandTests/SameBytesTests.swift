import Foundation
import Testing

/// The same input gives the same bytes, wherever and whenever.
@Suite struct SameBytesTests {
    private static let places = [
        [:], ["TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
        ["TZ": "Pacific/Kiritimati", "LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8"],
        ["TZ": ":/nowhere", "LANG": "C", "LC_ALL": "POSIX"],
    ]

    private static var committed: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("Exports").path
    }

    @Test(arguments: places)
    func theDemoWritesWhatIsCommitted(_ place: [String: String]) throws {
        try Program.test { mend throws in
            // No household and no clock of the caller has a say in it.
            let outcome = try mend("demo", "--out", "out", now: nil, environment: place)
            #expect(outcome.status == 0)
            #expect(outcome.err == "")
            let (written, expected) = (try files(below: "\(mend.folder)/out"), try files(below: Self.committed))
            #expect(written.keys.sorted() == expected.keys.sorted())
            for (path, bytes) in expected { #expect(written[path] == bytes, "\(path)") }
            #expect(!FileManager.default.fileExists(atPath: mend.data))
        }
    }

    @Test func theDemoEndsWithTheWeekAndHowToBegin() throws {
        try Program.test { mend throws in
            let out = try mend("demo", "--out", "out").out
            #expect(out.contains("\nSunday, February 1, 2026\n"))
            #expect(out.contains("\nSaturday, February 7, 2026\n"))
            #expect(out.contains("\n  mend init --zone America/New_York\n"))
            // A second time nothing changes, and nothing stays behind.
            #expect(try mend("demo", "--out", "out").out == out)
            let left = try FileManager.default.contentsOfDirectory(atPath: mend.folder).filter { !$0.hasPrefix("run-") }
            #expect(left == ["out"])
        }
    }

    @Test func anExportIsTheSameInEveryPlace() throws {
        let results = try Self.places.map { place in
            try Program.test(loaded: Families.usual) { mend throws in
                let now = "2026-03-09T18:00:00-04:00"
                #expect(
                    try mend(
                        "export", "--out", "out", "--base-url", "https://example.org/mend", now: now, environment: place
                    ).status == 0)
                return (try files(below: "\(mend.folder)/out"), try mend("dump", environment: place).out)
            }
        }
        let first = try #require(results.first)
        #expect(first.0.count > 9)
        for other in results.dropFirst() {
            #expect(other.0 == first.0)
            #expect(other.1 == first.1)
        }
    }

    @Test(arguments: [
        ["today"], ["open"], ["guide"], ["agenda", "--from", "2026-03-01", "--to", "2026-03-31"], ["plan", "show"],
        ["person", "list"],
        ["agenda", "--from", "2026-01-01", "--to", "2026-01-31", "--format", "json"],
    ])
    func whatIsPrintedIsTheSameInEveryPlace(_ arguments: [String]) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let outputs = try Self.places.map { try mend.start(arguments, environment: $0).wait().out }
            #expect(outputs[0] != "")
            #expect(Set(outputs).count == 1)
        }
    }

    @Test func aDumpLoadedAndDumpedIsTheSame() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend.dump() == Families.usual)
            // With what an export, a check-in and a channel have added.
            try mend("export", "--out", "out")
            try mend("due")
            try mend("checkin", "--zone", "yellow", "--with", "Ada")
            try mend("due", now: "2026-01-06T20:00:00-05:00")
            let dump = try mend("dump").out
            #expect(dump.split(separator: "\n").count > 50)
            let copy = "\(mend.folder)/copy"
            #expect(
                try mend("load", "-", "--with-addresses", "--data", copy, now: "2026-01-06T20:00:00-05:00", input: dump)
                    .status == 0)
            #expect(try mend("dump", "--data", copy).out == dump)
        }
    }

    /// Two spellings of one name, as two keyboards write them.
    @Test func aDumpOfNamesThatLookAlikeCanBeLoaded() throws {
        try Program.test(loaded: Families.empty) { mend throws in
            try mend("contact", "add", "Jos\u{E9}", "1")
            try mend("contact", "add", "Jose\u{301}", "2")
            let dump = try mend.dump()
            let copy = "\(mend.folder)/copy"
            let outcome = try mend("load", "-", "--with-addresses", "--data", copy, input: dump)
            #expect(outcome.status == 0, "\(outcome.err)")
        }
    }

    /// The demo's household takes the same way as anybody's.
    @Test func everythingFollowsFromNow() throws {
        func dump(_ now: String) throws -> String {
            try Program.test(loaded: Families.empty) { mend throws in
                try mend("person", "add", "Sam", "--relation", "friend", now: now)
                try mend("rupture", "--with", "Sam", "--kind", "benign", "--at", "1h ago", now: now)
                try mend("attempt", "r1", "--outcome", "partial", now: now)
                return try mend("dump", now: now).out
            }
        }
        let text = try dump("2026-07-01T12:00:00Z")
        #expect(text.contains(#""at": "2026-07-01T07:00:00-04:00", "recorded": "2026-07-01T08:00:00-04:00"}"#))
        #expect(
            text.contains(
                #""at": "2026-07-01T08:00:00-04:00", "recorded": "2026-07-01T08:00:00-04:00", "outcome": "partial"}"#))
        #expect(try dump("2026-07-01T08:00:00-04:00") == text)
    }
}
