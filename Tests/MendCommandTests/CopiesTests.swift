import Foundation
import MendCore
import MendJournal
import Testing

/// What mend takes for a copy of its own, and what it leaves alone.
@Suite struct CopiesTests {
    private func bytes(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    @Test func aFileThatWasInTheWayOfABackupIsNoCopy() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let taxes = try mend.write("taxes", to: "taxes.pdf")
            #expect(try mend("backup", "taxes.pdf").status == 73)
            #expect(try mend("forget", "--everything", "--yes").status == 0)
            #expect(try bytes(taxes) == "taxes")
        }
    }

    @Test func aFileThatHasTakenTheBackupsPlaceStaysAndIsNamed() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            let taxes = try mend.write("taxes", to: "b.sqlite")
            let outcome = try mend("forget", "--everything", "--yes")
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out.contains("still there: \(taxes)\n"), "\(outcome.out)")
            #expect(try bytes(taxes) == "taxes")
        }
    }

    /// What cannot be rewritten stops a forgetting, and can be let go.
    @Test func aCopyCanBeLetGo() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            let file = try mend.write("damaged", to: "b.sqlite")
            let refused = try mend("forget", "--person", "sam", "--yes")
            #expect(refused.status == 73)
            #expect(refused.err.contains("mend backup '\(file)' --disown"), "\(refused.err)")
            #expect(try mend("backup", "--disown", "b.sqlite").status == 0)
            #expect(try mend("backup", "--disown", "b.sqlite").status == 66)
            #expect(try mend("forget", "--person", "sam", "--yes").status == 0)
            #expect(try bytes(file) == "damaged")
        }
    }

    @Test func aDeviceHoldsNoCopy() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("backup", "/dev/stdout").status == 73)
            // As an earlier mend has noted it.
            try SQLiteJournal(directory: mend.data, zones: SystemZones.find).remember(.backup, at: "/dev/null")
            let outcome = try mend("forget", "--person", "sam", "--yes")
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out.contains("Not there just now, so as it was: the backup /dev/null\n"))
        }
    }

    // MARK: Of another directory

    /// A household that is tried out takes nothing away from the one that it was copied from.
    @Test(arguments: [["forget", "--everything", "--yes"], ["forget", "--person", "ada", "--yes"]])
    func aCopiedHouseholdLeavesTheOriginalsCopiesAlone(_ verb: [String]) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            #expect(try mend("export", "--out", "site").status == 0)
            let (backup, folder) = (try bytes("\(mend.folder)/b.sqlite"), "\(mend.folder)/site")
            let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            try FileManager.default.copyItem(atPath: mend.data, toPath: "\(mend.folder)/try")
            let outcome = try mend.start(verb + ["--data", "try"]).wait()
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out.contains("so as it was: \(mend.folder)/b.sqlite, \(folder)."), "\(outcome.out)")
            #expect(try bytes("\(mend.folder)/b.sqlite") == backup)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == files)
            // Its own are where they were.
            #expect(try mend("forget", "--person", "ada", "--yes").out.contains("In older copies, too: \(mend.folder)/b.sqlite\n"))
        }
    }

    /// A journal that is read as a backup stays somebody's journal, and a backup that was only tried stays a backup.
    @Test func whatAHouseholdWasBroughtBackFromStays() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            for file in ["\(mend.data)/journal.sqlite", "b.sqlite"] {
                #expect(try mend("restore", file, "--data", "try").status == 0)
                let outcome = try mend("forget", "--everything", "--yes", "--data", "try")
                #expect(outcome.status == 0, "\(outcome.err)")
                #expect(outcome.out.contains("so as it was: "), "\(outcome.out)")
            }
            #expect(try bytes("\(mend.folder)/b.sqlite").contains("Zwetschge"))
            #expect(try mend("dump").out.contains("Zwetschge"))
        }
    }

    /// A household that is moved on its disk is the same.
    @Test func aMovedHouseholdKnowsItsCopies() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            try FileManager.default.moveItem(atPath: mend.data, toPath: "\(mend.folder)/moved")
            let outcome = try mend("forget", "--person", "ada", "--yes", "--data", "moved")
            #expect(outcome.out.contains("In older copies, too: \(mend.folder)/b.sqlite\n"), "\(outcome.out)")
        }
    }

    // MARK: Forgotten for good

    /// A backup from elsewhere has brought them back into the place of one that mend knows.
    @Test func aSecondForgettingFindsTraces() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            for name in ["b.sqlite", "b.sqlite.sha256"] {
                try FileManager.default.copyItem(
                    atPath: "\(mend.folder)/\(name)", toPath: "\(mend.folder)/kept-\(name)")
            }
            #expect(try mend("forget", "--person", "ada", "--yes").status == 0)
            #expect(!(try bytes("\(mend.folder)/b.sqlite")).contains("Zwetschge"))
            for name in ["b.sqlite", "b.sqlite.sha256"] {
                unlink("\(mend.folder)/\(name)")
                rename("\(mend.folder)/kept-\(name)", "\(mend.folder)/\(name)")
            }
            #expect(try bytes("\(mend.folder)/b.sqlite").contains("Zwetschge"))
            let outcome = try mend("forget", "--person", "ada", "--yes")
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out.contains("In older copies, too: \(mend.folder)/b.sqlite\n"), "\(outcome.out)")
            #expect(!(try bytes("\(mend.folder)/b.sqlite")).contains("Zwetschge"))
            #expect(try mend("forget", "--person", "ada", "--yes").status == 65)
        }
    }

    /// After status 75 nothing has changed, the backups neither.
    @Test func whoWaitsInVainHasForgottenNothing() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            let before = try Data(contentsOf: URL(fileURLWithPath: "\(mend.folder)/b.sqlite"))
            let journal = try SQLiteJournal(directory: mend.data, zones: SystemZones.find)
            try journal.update { _ throws in
                #expect(try mend("forget", "--person", "ada", "--yes").status == 75)
                return ([], ())
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(mend.folder)/b.sqlite")) == before)
            #expect(try mend.dump() == Families.usual)
        }
    }

    /// A backup that is being made knows them still.
    @Test func forgettingWaitsForBackups() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let lock = try JournalFolder(path: mend.data).lockCopies(.shared)
            #expect(try mend("backup", "b.sqlite").status == 0)
            let outcome = try mend("forget", "--person", "ada", "--yes")
            #expect(outcome.status == 75)
            #expect(outcome.err.contains("in use by another mend just now"), "\(outcome.err)")
            lock.release()
        }
        try Program.test(loaded: Families.usual) { mend throws in
            let lock = try JournalFolder(path: mend.data).lockCopies(.alone)
            #expect(try mend("backup", "b.sqlite").status == 75)
            lock.release()
        }
    }

    // MARK: Exports

    @Test func anExportReplacesNoFileOfSomebodyElse() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("export", "--out", "out").status == 0)
            let before = try bytes("\(mend.folder)/out/calendar.ics")
            let site = try mend.write("<!doctype html><p>My site</p>", to: "out/index.html")
            let outcome = try mend("export", "--out", "out", now: "2026-01-20T12:00:00-05:00")
            #expect(outcome.status == 73)
            #expect(outcome.err.contains("out/index.html: mend has not written this file"), "\(outcome.err)")
            #expect(try bytes("\(mend.folder)/out/calendar.ics") == before)
            let forgotten = try mend("forget", "--everything", "--yes")
            #expect(forgotten.status == 0, "\(forgotten.err)")
            #expect(forgotten.out.contains("still there: \(site)\n"), "\(forgotten.out)")
            #expect(try files(below: "\(mend.folder)/out").keys.sorted() == ["index.html"])
        }
    }

    /// Each file that an export writes bears what it is known by.
    @Test func anExportIsKnownByEachOfItsFiles() throws {
        for edition in ["--open", "--discreet"] {
            try Program.test(loaded: Families.usual) { mend throws in
                let arguments = ["export", "--out", "out", "--base-url", "https://example.org/x", edition]
                let later = "2026-04-02T12:00:00-04:00"
                #expect(try mend.start(arguments).wait().status == 0)
                #expect(try mend.start(arguments, now: later).wait().status == 0)
                #expect(try files(below: "\(mend.folder)/out").count == 9 + 6)
                #expect(try mend("forget", "--everything", "--yes", now: later).status == 0)
                #expect(!FileManager.default.fileExists(atPath: "\(mend.folder)/out"))
            }
        }
    }

    @Test func anExportGoesIntoNoFolderOfOthers() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let victim = "\(mend.folder)/victim"
            mkdir(victim, 0o700)
            symlink(victim, "\(mend.folder)/link")
            mkdir("\(mend.folder)/shared", 0o700)
            chmod("\(mend.folder)/shared", 0o1777)
            for (out, words) in [
                ("link", "link: a link stands there"), ("link/", "link/: a link stands there"),
                ("shared", "shared: others on this machine can put files into it"),
            ] {
                let outcome = try mend("export", "--out", out)
                #expect(outcome.status == 73)
                #expect(outcome.err.contains(words), "\(outcome.err)")
            }
            if geteuid() == 0 {
                mkdir("\(mend.folder)/theirs", 0o755)
                chown("\(mend.folder)/theirs", 65534, 65534)
                let outcome = try mend("export", "--out", "theirs")
                #expect(outcome.status == 73)
                #expect(outcome.err.contains("theirs: belongs to somebody else"), "\(outcome.err)")
            }
            for folder in ["victim", "shared", "theirs"] {
                let names = try? FileManager.default.contentsOfDirectory(atPath: "\(mend.folder)/\(folder)")
                #expect((names ?? []) == [], "\(folder)")
            }
        }
    }
}
