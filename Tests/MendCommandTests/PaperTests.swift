import Foundation
import Testing

/// Safe Places, patterns and cards on the command line.
@Suite struct PaperTests {
    /// A child of four with ten hard Tuesdays before supper; the last is the day before now, Wednesday 11 March 2026.
    private static let family: String = {
        let days = [
            "2026-01-06", "2026-01-13", "2026-01-20", "2026-01-27", "2026-02-03", "2026-02-10", "2026-02-17",
            "2026-02-24",
            "2026-03-03", "2026-03-10",
        ]
        let checkIns = days.enumerated().map { number, day in
            let offset = day < "2026-03-08" ? "-05:00" : "-04:00"
            return
                #"{"type": "checkin", "id": "c\#(number)", "with": "ada", "at": "\#(day)T17:45:00\#(offset)", "zone": "red"}"#
        }
        return #"""
            {"type": "household", "version": 1, "id": "h", "zone": "America/New_York", "shared": false}
            {"type": "person", "id": "ada", "name": "Ada", "relation": "child", "born": "2021-10-03"}

            """# + checkIns.joined(separator: "\n") + "\n"
    }()

    private static let now = "2026-03-11T12:00:00-04:00"

    private func withFamily(_ body: (Program) throws -> Void) throws {
        try Program.test { mend in
            let path = try mend.write(Self.family, to: "family.jsonl")
            #expect(try mend("load", path, now: Self.now).status == 0)
            try body(mend)
        }
    }

    @Test func takesUpACheckInThatThenComes() throws {
        try withFamily { mend in
            let told = try mend("patterns", now: Self.now).out
            #expect(told.contains("Tuesdays before supper have been hard for Ada."))
            #expect(told.contains("A glass of water at 17:15, or something as small?"))
            #expect(told.contains("Tuesday: before supper red."))
            #expect(
                try mend("today", now: Self.now).out.replacing("\n", with: " ").contains(
                    "Tuesdays before supper have been hard for Ada. A check-in ahead of them is offered: mend patterns"
                ))
            #expect(try mend("patterns", "take", "2", now: Self.now).status == 65)
            let taken = try mend("patterns", "take", "1", "--at", "17:00", now: Self.now)
            #expect(taken.status == 0 && taken.out.contains("A short check-in comes on Tuesdays at 17:00."))
            #expect(!(try mend("patterns", now: Self.now).out.contains("A glass of water")))
            #expect(!(try mend("today", now: Self.now).out.contains("is offered")))
            let agenda = try mend(
                "agenda", "--from", "2026-03-17", "--to", "2026-03-17", "--format", "json", now: Self.now)
            #expect(
                agenda.out.contains(#""id": "checkin.a1.2026-03-17""#) && agenda.out.contains(#""kind": "checkin""#))
            #expect(try mend("patterns", "end", "a1", now: Self.now).status == 0)
            #expect(
                !(try mend("agenda", "--from", "2026-03-17", "--to", "2026-03-17", now: Self.now).out.contains(
                    "check in")))
        }
    }

    /// What is taken back is the answer, and not a check-in of weeks ago.
    @Test func undoTakesBackANo() throws {
        try withFamily { mend in
            let no = try mend("patterns", "decline", "1", now: Self.now)
            #expect(no.out.hasPrefix("Fine. It won't be offered again."))
            let before = try mend("log", now: Self.now).out
            let undone = try mend("undo", now: Self.now)
            #expect(undone.status == 0)
            #expect(undone.out.hasPrefix("Taken back: your no to a check-in on Tuesdays at 17:15, for Ada."))
            #expect(try mend("log", now: Self.now).out == before)
            #expect(try mend("patterns", now: Self.now).out.contains("A glass of water at 17:15"))
            // Whose id is not given again.
            #expect(try mend("patterns", "decline", "1", now: Self.now).out.contains("mend patterns back a2"))
            #expect(try mend("patterns", now: Self.now).out.contains("To bring it back: mend patterns back a2"))
            #expect(try mend("patterns", "back", "a2", now: Self.now).status == 0)
            #expect(try mend("patterns", "back", "a2", now: Self.now).status == 65)
        }
    }

    @Test func aShortNightIsTypedAndKept() throws {
        try withFamily { mend in
            #expect(try mend("checkin", "yellow", "Ada", "--short-night", now: Self.now).status == 0)
            #expect(try mend("log", now: Self.now).out.contains("Ada's thermometer, yellow after a short night"))
            let dump = try mend("dump", now: Self.now).out
            #expect(dump.contains(#""zone": "yellow", "shortNight": true}"#))
            // Of all others nothing is said.
            #expect(!dump.contains(#""shortNight": false"#))
        }
    }

    /// No count, no rank, no share: nothing to compare people by.
    @Test func patternsHoldNoNumberButTimes() throws {
        try withFamily { mend in
            let json = try mend("patterns", "--format", "json", now: Self.now).out
            #expect(json.contains(#""ahead": "17:15""#) && json.contains(#""part": "before-supper""#))
            let numbers = json.replacing(/\d\d:\d\d/, with: "").replacing(/"offer": \d+/, with: "")
            #expect(!numbers.contains { $0.isNumber })
        }
    }

    @Test func aDiscreetExportHoldsNothingOfACheckIn() throws {
        try withFamily { mend in
            _ = try mend("patterns", "take", "1", now: Self.now)
            let folder = "\(mend.folder)/exports"
            #expect(try mend("export", "--out", folder, "--discreet", now: Self.now).status == 0)
            for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let text = String(
                    decoding: FileManager.default.contents(atPath: "\(folder)/\(file)") ?? Data(), as: UTF8.self)
                for word in ["checkin", "check-in", "glass of water", "hard", "CATEGORIES:Check"] {
                    #expect(!text.lowercased().contains(word.lowercased()), "\(word) in \(file)")
                }
                // As a word: it begins others.
                #expect(text.firstMatch(of: /\bada\b/.ignoresCase()) == nil, "a name in \(file)")
            }
            #expect(try mend("export", "--out", folder, "--open", now: Self.now).status == 0)
            let calendar = try String(contentsOfFile: "\(folder)/calendar.ics", encoding: .utf8)
            #expect(calendar.contains("UID:checkin.a1.2026-03-17.h@mend"))
        }
    }

    @Test func choosesTheToolsOfAPlace() throws {
        try withFamily { mend in
            #expect(
                try mend("place", "--with", "Ada", "add", "the", "blue", "blanket", now: Self.now).out
                    == "It's in. To take it out: mend place --with Ada remove 1\n")
            #expect(try mend("place", "add", "1", "--with", "Ada", now: Self.now).status == 0)
            #expect(
                try mend("place", "--with", "Ada", "call", "the den", now: Self.now).out
                    == "It's called the den now. To change that back: mend place --with Ada call ''\n"
            )
            let place = try mend("place", "--with", "Ada", now: Self.now).out
            #expect(
                place.hasPrefix("the den, Ada\n  What is in it\n    1. the blue blanket\n    2. Two hand-sized toys"))
            let calm = try mend("calm", "--with", "Ada", now: Self.now).out
            #expect(calm.contains("the den\n") && calm.contains("- the blue blanket"))
            // What they chose comes before what the plan knows.
            let red = try mend("checkin", "red", "Ada", now: Self.now).out
            let own = try #require(red.range(of: "From the den, with Ada\n  - the blue blanket\n"))
            #expect(red[..<own.lowerBound].contains("For you first: Ada can borrow your calm."))
            #expect(!(try mend("checkin", "green", "Ada", now: Self.now).out.contains("the blue blanket")))
            #expect(!(try mend("checkin", "red", now: Self.now).out.contains("the blue blanket")))
            #expect(try mend("place", "--with", "Ada", "remove", "9", now: Self.now).status == 65)
            #expect(try mend("place", "remove", now: Self.now).status == 64)
            // There and back.
            let dump = try mend("dump", now: Self.now).out
            #expect(
                dump.contains(
                    #"{"type": "place", "id": "s1", "with": "ada", "name": "the den", "tools": ["the blue blanket""#))
        }
    }

    @Test func cardsAreForTheirOwnersEyes() throws {
        try withFamily { mend in
            let path = "\(mend.folder)/cards.html"
            #expect(try mend("cards", "--out", path, now: Self.now).status == 0)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try mend("cards", now: Self.now).out == String(contentsOfFile: path, encoding: .utf8))
            // A slip puts them in the place of nothing.
            #expect(try mend("cards", "--out", path, now: Self.now).err.contains("replace it with --replace"))
            let again = try mend("cards", "--out", path, "--replace", now: Self.now)
            #expect(again.status == 0)
            for file in [[], ["--replace"]] {
                let refused = try mend.start(["cards", "--out", "\(mend.data)/journal.sqlite"] + file, now: Self.now).wait()
                #expect(refused.status == 73 && refused.err.contains("its own files are there"))
            }
            #expect(try mend("log", now: Self.now).status == 0)
            let pdf = "\(mend.folder)/cards.pdf"
            let none = try mend("cards", "--out", pdf, now: Self.now, environment: ["PATH": mend.folder])
            #expect(none.status == 73 && none.err.contains("install weasyprint or chromium"))
            // A program that gives nothing leaves nothing.
            try FileManager.default.copyItem(atPath: "/bin/true", toPath: "\(mend.folder)/weasyprint")
            let empty = try mend("cards", "--out", pdf, now: Self.now, environment: ["PATH": mend.folder])
            #expect(empty.status == 73 && empty.err.contains("weasyprint made no PDF"))
            // And one that is interrupted leaves neither the page with the names nor a program that goes on.
            let program = "\(mend.folder)/weasyprint"
            try FileManager.default.removeItem(atPath: program)
            let script =
                "#!/bin/sh\necho half > \"$3\"\necho $$ > \"$HOME.pid\"\nkill -TERM $PPID\nexec /bin/sleep 60\n"
            try Data(script.utf8).write(to: URL(fileURLWithPath: program))
            #expect(chmod(program, 0o755) == 0)
            let ended = try mend("cards", "--out", pdf, now: Self.now, environment: ["PATH": mend.folder])
            #expect(ended.status == -SIGTERM)
            let number = try String(contentsOfFile: "\(mend.folder)/home.pid", encoding: .utf8)
            try FileManager.default.removeItem(atPath: "\(mend.folder)/home.pid")
            let started = try #require(pid_t(number.trimmingCharacters(in: .whitespacesAndNewlines)))
            #expect(kill(started, 0) != 0 && errno == ESRCH)
            let left = try FileManager.default.contentsOfDirectory(atPath: mend.folder).filter { !$0.hasPrefix("run-") }
                .sorted()
            #expect(
                left == ["cards.html", "data", "family.jsonl", "weasyprint"])
        }
    }
}
