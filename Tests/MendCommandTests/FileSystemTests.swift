import Foundation
import MendCore
import Testing

@testable import MendJournal

/// Directories that cannot be used, files that others hold, and who may read what.
@Suite struct FileSystemTests {
    @Test func onlyTheOwnerCanReadTheHouseholdWhateverTheUmask() throws {
        try Program.test { mend throws in
            let program = try #require(CommandLine.arguments.first)
            let directory = URL(fileURLWithPath: program).deletingLastPathComponent().path
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/sh")
            shell.arguments = [
                "-c",
                "umask 0; \"$0\"/mend init --zone UTC --data \"$1\"/a/b && \"$0\"/mend checkin --zone red --data \"$1\"/a/b",
                directory,
                mend.folder,
            ]
            shell.standardOutput = FileHandle.nullDevice
            shell.standardError = FileHandle.nullDevice
            try shell.run()
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 0)
            #expect(try mode("\(mend.folder)/a/b") == 0o700)
            #expect(try mode("\(mend.folder)/a/b/journal.sqlite") == 0o600)
        }
    }

    @Test func aDirectoryThatCannotBeReadIs66() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            chmod(mend.data, 0)
            defer { chmod(mend.data, 0o700) }
            for arguments in [["today"], ["dump"], ["checkin", "--zone", "red"]] {
                let outcome = try mend.start(arguments, withoutPrivilege: true).wait()
                #expect(outcome.status == 66)
                #expect(outcome.out == "")
                #expect(
                    outcome.err.hasPrefix("mend: \(mend.data): cannot be read (Permission denied)"), "\(outcome.err)")
            }
        }
    }

    @Test func aDirectoryThatCannotBeWrittenIs73() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            chmod(mend.data, 0o500)
            defer { chmod(mend.data, 0o700) }
            let outcome = try mend("checkin", "--zone", "red", withoutPrivilege: true)
            #expect(outcome.status == 73)
            #expect(outcome.out == "")
            #expect(outcome.err.contains("cannot be written"), "\(outcome.err)")
            chmod(mend.data, 0o700)
            #expect(try mend.dump() == Families.usual)
        }
    }

    @Test func whatCannotBeWrittenCanBeRead() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try mend("export", "--out", "out")
            let verbs = [
                ["today"], ["open"], ["agenda"], ["agenda", "--format", "json"], ["guide", "r1"], ["explain", "r1"],
                ["dump"],
                ["person", "list"],
            ]
            let later = "2026-01-06T20:00:00-05:00"
            let usual = try verbs.map { try mend.start($0, now: later).wait() }
            let names = try FileManager.default.contentsOfDirectory(atPath: mend.data).sorted()
            chmod(mend.data, 0o500)
            defer { chmod(mend.data, 0o700) }
            for (verb, usual) in zip(verbs, usual) {
                let outcome = try mend.start(verb, now: later, withoutPrivilege: true).wait()
                #expect(outcome.status == 0, "\(verb): \(outcome.err)")
                #expect(outcome.out == usual.out, "\(verb)")
                #expect(outcome.err == "", "\(verb)")
            }
            let backup = try mend("backup", "b.sqlite", withoutPrivilege: true)
            #expect(backup.status == 0, "\(backup.err)")
            let doctor = try mend("doctor", withoutPrivilege: true)
            #expect(doctor.status == 0)
            #expect(doctor.out.contains("\(mend.data): nothing can be written there"), "\(doctor.out)")
            for verb in [["due"], ["export", "--out", "out"], ["attempt", "r1", "--outcome", "repaired"]] {
                let outcome = try mend.start(verb, withoutPrivilege: true).wait()
                #expect(outcome.status == 73, "\(verb)")
                #expect(outcome.err.contains("cannot be written (Permission denied)"), "\(verb): \(outcome.err)")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: mend.data).sorted() == names)
            try mend("restore", "b.sqlite", "--data", "copy")
            #expect(try mend("open", "--data", "copy", now: later).out == mend("open", now: later).out)
        }
    }

    /// What a run that was ended has left in the log is read, too, though no index of the log can be made.
    @Test func theLogIsReadWhereNothingCanBeWritten() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let journal = try SQLiteJournal(directory: mend.data, zones: SystemZones.find)
            try journal.write([.put(.checkIn(.init(id: "c1", at: .init(seconds: 1_767_654_000), zone: .red)))])
            let expected = try mend.dump()
            let copy = "\(mend.folder)/copy"
            try FileManager.default.createDirectory(
                atPath: copy, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            for name in ["journal.sqlite", "journal.sqlite-wal"] {
                try FileManager.default.copyItem(atPath: "\(mend.data)/\(name)", toPath: "\(copy)/\(name)")
            }
            chmod(copy, 0o500)
            defer { chmod(copy, 0o700) }
            let outcome = try mend("dump", "--data", copy, withoutPrivilege: true)
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out == expected)
            #expect(outcome.out.contains(#""id": "c1""#))
            #expect(try FileManager.default.contentsOfDirectory(atPath: copy).count == 2)
            _ = try journal.history()
        }
    }

    @Test func aHouseholdIsNotMadeWhereNothingMayBeWritten() throws {
        try Program.test { mend throws in
            chmod(mend.folder, 0o500)
            defer { chmod(mend.folder, 0o700) }
            // The files that take its output stand elsewhere.
            try Program.test { other in
                for directory in [mend.data, "\(mend.folder)/a/b", "/proc/mend", "/dev/null/x"] {
                    let outcome = try other("init", "--zone", "UTC", "--data", directory, withoutPrivilege: true)
                    #expect(outcome.status == 73)
                    #expect(outcome.out == "")
                    #expect(outcome.err.contains("cannot be written"), "\(outcome.err)")
                }
                let existing = try other("init", "--zone", "UTC", "--data", mend.folder, withoutPrivilege: true)
                #expect(existing.status == 73)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: mend.folder) == [])
        }
    }

    @Test func anExportThatCannotBeWrittenIs73AndRemembersNothing() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let out = "\(mend.folder)/out"
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: false)
            chmod(out, 0o500)
            defer { chmod(out, 0o700) }
            let outcome = try mend("export", "--out", out, withoutPrivilege: true)
            #expect(outcome.status == 73)
            #expect(outcome.err.contains("cannot be written (Permission denied)"), "\(outcome.err)")
            #expect(try files(below: out).isEmpty)
            #expect(try mend.dump() == Families.usual)
        }
    }

    @Test func anExportDoesNotFollowALink() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let target = try mend.write("mine", to: "diary.txt")
            _ = try mend.write("", to: "out/x")
            try FileManager.default.createSymbolicLink(
                atPath: "\(mend.folder)/out/calendar.ics", withDestinationPath: target)
            let outcome = try mend("export", "--out", "\(mend.folder)/out")
            #expect(outcome.status == 73)
            #expect(outcome.err.contains("a link stands there"), "\(outcome.err)")
            #expect(try files(below: "\(mend.folder)/out").keys.sorted() == ["calendar.ics", "x"])
            #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == Data("mine".utf8))
            #expect(try mend.dump() == Families.usual)
        }
    }

    /// Where whoever made the household could have root write behind it, or have somebody's own files taken away.
    @Test(arguments: ["the folder", "the file", "another name of a file"])
    func aChannelKeepsNothingBehindALink(_ what: String) throws {
        let channel = #"{"type": "channel", "name": "bell", "kind": "exec", "to": "cat >/dev/null"}"# + "\n"
        try Program.test(loaded: Families.usual + channel) { mend throws in
            let files = FileManager.default
            let elsewhere = "\(mend.folder)/elsewhere"
            try files.createDirectory(atPath: elsewhere, withIntermediateDirectories: false)
            for name in ["bell", "letters"] {
                try "mine".write(toFile: "\(elsewhere)/\(name)", atomically: false, encoding: .utf8)
            }
            if what == "the folder" {
                try files.createSymbolicLink(atPath: "\(mend.data)/channels", withDestinationPath: elsewhere)
            } else {
                try files.createDirectory(atPath: "\(mend.data)/channels", withIntermediateDirectories: false)
                let (place, target) = ("\(mend.data)/channels/bell", "\(elsewhere)/bell")
                if what == "the file" {
                    try files.createSymbolicLink(atPath: place, withDestinationPath: target)
                } else {
                    try files.linkItem(atPath: target, toPath: place)
                }
            }
            let due = try mend("due", "--via", "bell")
            #expect(due.status == 73 && due.err.contains("channels/bell: cannot be written"), "\(due.err)")
            #expect(try mend("forget", "--everything", "--yes").status == 0)
            for name in ["bell", "letters"] {
                #expect(try String(contentsOfFile: "\(elsewhere)/\(name)", encoding: .utf8) == "mine")
            }
            #expect(!files.fileExists(atPath: mend.data))
        }
    }

    @Test func aJournalOfANewerVersionIs65AndStaysAsItIs() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let path = "\(mend.data)/journal.sqlite"
            try Connection(path: path).run("INSERT INTO grdb_migrations (identifier) VALUES ('later')")
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            for arguments in [["today"], ["dump"], ["checkin", "--zone", "red"]] {
                let outcome = try mend.start(arguments).wait()
                #expect(outcome.status == 65)
                #expect(outcome.out == "")
                #expect(
                    outcome.err == "mend: \(path): written by a newer mend; use that version, nothing was changed\n")
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test func aFileThatIsNoJournalIs65AndStaysAsItIs() throws {
        try Program.test { mend throws in
            let path = try mend.write(String(repeating: "Zwetschge ", count: 1000), to: "data/journal.sqlite")
            chmod(path, 0o600)
            for arguments in [["today"], ["dump"], ["checkin", "--zone", "red"]] {
                let outcome = try mend.start(arguments).wait()
                #expect(outcome.status == 65)
                #expect(outcome.err.hasPrefix("mend: \(path): is not a journal that can be read"), "\(outcome.err)")
                #expect(!outcome.err.contains("Zwetschge"))
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 10_000)
        }
    }

    /// It waits for five seconds first.
    @Test func aLockedJournalIs75ButCanBeRead() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let holder = try SQLiteJournal(directory: mend.data, zones: SystemZones.find)
            try holder.update { _ throws in
                let waiting = try mend.start(["checkin", "--zone", "red"])
                #expect(try mend("open").status == 0)
                #expect(try mend.dump() == Families.usual)
                let outcome = try waiting.wait()
                #expect(outcome.status == 75)
                #expect(outcome.out == "")
                #expect(
                    outcome.err.contains("in use by another mend just now; try again in a moment"), "\(outcome.err)")
                return ([], ())
            }
            #expect(try mend.dump() == Families.usual)
        }
    }

    @Test func processesAtOnceLoseNothing() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let runs = try (0..<8).map { _ in try mend.start(["checkin", "--zone", "red"]) }
            for run in runs { #expect(try run.wait().status == 0) }
            let lines = try mend.dump().split(separator: "\n").filter { $0.hasPrefix(#"{"type": "checkin""#) }
            #expect(
                lines
                    == (1...8).map {
                        #"{"type": "checkin", "id": "c\#($0)", "at": "2026-01-05T18:00:00-05:00", "recorded": "2026-01-05T18:00:00-05:00", "zone": "red"}"#
                    })
        }
    }

    @Test func onlyOneOfSeveralMakesTheHousehold() throws {
        try Program.test { mend throws in
            let runs = try (0..<4).map { _ in try mend.start(["init", "--zone", "UTC"]) }
            let statuses = try runs.map { try $0.wait().status }
            #expect(statuses.sorted() == [0, 73, 73, 73])
            #expect(try mend.dump().split(separator: "\n").count == 1)
        }
    }

    /// A backup or a reminder that could not be printed is not done.
    @Test(arguments: [
        ["dump"], ["today"], ["agenda", "--from", "today", "--to", "today", "--format", "json"], ["open"],
    ])
    func aFullDiskBehindStandardOutputIs73(_ arguments: [String]) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let full = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
            let outcome = try mend.start(arguments, out: full).wait()
            #expect(outcome.status == 73)
            #expect(outcome.err.hasPrefix("mend: "))
        }
    }

    @Test func whatCouldNotBePrintedIsStillDue() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("due").status == 0)
            let before = try mend.dump()
            let morning = "2026-01-06T17:30:00-05:00"
            let full = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
            #expect(try mend.start(["due"], now: morning, out: full).wait().status == 73)
            #expect(try mend.dump() == before)
            #expect(try mend("due", now: morning).out != "")
        }
    }

    @Test func theDirectoryIsThatOfTheOptionThenOfTheEnvironmentThenOfTheHome() throws {
        try Program.test { mend throws in
            let (home, share) = ("\(mend.folder)/home", "\(mend.folder)/share")
            let empty = ["MEND_DATA": "", "XDG_DATA_HOME": ""]
            #expect(try mend("init", "--zone", "UTC", environment: empty).status == 0)
            #expect(FileManager.default.fileExists(atPath: "\(home)/.local/share/mend/journal.sqlite"))
            #expect(
                try mend("init", "--zone", "UTC", environment: ["MEND_DATA": "", "XDG_DATA_HOME": share]).status == 0)
            #expect(FileManager.default.fileExists(atPath: "\(share)/mend/journal.sqlite"))
            #expect(try mend("init", "--zone", "UTC", environment: ["XDG_DATA_HOME": share]).status == 0)
            #expect(FileManager.default.fileExists(atPath: "\(mend.data)/journal.sqlite"))
            #expect(try mend("init", "--zone", "UTC", "--data", "\(mend.folder)/own").status == 0)
            #expect(FileManager.default.fileExists(atPath: "\(mend.folder)/own/journal.sqlite"))
        }
    }
}
