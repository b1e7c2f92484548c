import Foundation
import Testing

@testable import MendJournal

/// `mend doctor` names what is wrong and what to do, in a whole household and in a broken one.
@Suite struct DoctorTests {
    /// What it says of a household in which nothing is wrong and little was done.
    private static func allWell(_ version: String) -> String {
        """
        The household's journal opens, and its plan can be read.
        Times are those of America/New_York, by time zone data \(version).
        There is no backup yet: mend backup FILE
        No reminder goes out by itself yet: mend cron shows how.

        """
    }

    @Test func saysLittleWhereAllIsWell() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let outcome = try mend("doctor")
            #expect(outcome.status == 0)
            #expect(outcome.out == Self.allWell(try #require(SystemZones.version)))
            #expect(outcome.err == "")
            #expect(try mend.dump() == Families.usual)
        }
    }

    @Test func tellsOfBackupsAndOfWhatIsKeptAside() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            _ = try mend("backup", "b.sqlite")
            _ = try mend("restore", "b.sqlite", "--replace")
            let said = try mend("doctor").out
            #expect(said.contains("The last backup was made on Mon, January 5, 6:00 PM: \(mend.folder)/b.sqlite\n"), "\(said)")
            #expect(said.contains("kept aside, and can go once you do not need it: \(mend.data)/journal.sqlite.before-restore-20260105T230000Z\n"))
            unlink("\(mend.folder)/b.sqlite")
            #expect(try mend("doctor").out.contains("b.sqlite (not there just now)\n"))
        }
    }

    @Test func namesWhatAKillHasLeft() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let path = try mend.write("half", to: "data/.journal.sqlite.mend-new")
            chmod(path, 0o600)
            let said = try mend("doctor").out
            #expect(said.contains("\(path): left by a run that was ended"))
            #expect(said.contains("rm '\(path)'\n"))
        }
    }

    @Test func namesAFaultOfTheHouseholdsOwnPlanAndGoesOn() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            _ = try mend.write("title: Ours\nladdder: 3\n", to: "data/plan/plan.yaml")
            let outcome = try mend("doctor")
            #expect(outcome.status == 0)
            #expect(outcome.out.contains("\(mend.data)/plan/plan.yaml:2: "), "\(outcome.out)")
            #expect(outcome.out.contains("The household's journal opens.\n"))
            #expect(try outcome.out.contains(mend("plan", "check").err.dropFirst("mend: ".count)))
        }
    }

    @Test func seesAClockThatWasSetBack() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let said = try mend("doctor", now: "2026-01-03T12:00:00-05:00").out
            #expect(
                said.contains(
                    "The clock says Sat, January 3, 12:00 PM, but something was written down on Mon, January 5, 12:00 PM: "),
                "\(said)")
        }
    }

    /// A machine without a clock of its own: the channel ran first in a year that is still to come.
    @Test func namesAChannelThatBeganByAFastClock() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            _ = try mend("channel", "add", "bell", "--kind", "stdout")
            #expect(try mend("checkin", "red", now: "2030-01-05T10:00:00-05:00").status == 0)
            #expect(try mend("due", "--via", "bell", now: "2030-01-05T10:01:00-05:00").status == 0)
            let morning = "2026-01-06T07:00:00-05:00"
            let said = try mend("doctor", now: morning).out
            #expect(
                said.contains(
                    "bell began on Fri, January 4, 2030, 10:01 AM, by a clock that was fast, or this one is slow: its next run "
                        + "begins anew."), "\(said)")
            #expect(said.contains("If they are right, it was fast then: mend log marks what it wrote down.\n"), "\(said)")
            let due = try mend("due", "--via", "bell", "--format", "json", now: morning).objects()
            #expect(
                due.map { $0["id"] as? String } == ["daily.2026-01-05", "r2.reconnect", "r1.t1.try-again.1"])
            #expect(try !mend("doctor", now: morning).out.contains("began on"))
        }
    }

    @Test func seesOldTimeZoneData() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let said = try mend("doctor", now: "2126-01-03T12:00:00-05:00").out
            #expect(said.contains("update the package tzdata"))
        }
    }

    @Test(arguments: [("", "700"), ("/journal.sqlite", "600")])
    func refusesWhatOthersCanReadAndSaysWhatToDo(_ name: String, _ right: String) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let path = mend.data + name
            chmod(path, 0o755)
            for verb in ["today", "dump", "doctor"] {
                let outcome = try mend.start([verb]).wait()
                #expect(outcome.status == 65)
                #expect(
                    outcome.err
                        == "mend: \(path): others on this machine can read or write it; chmod \(right) '\(path)' makes it yours alone\n"
                )
            }
            #expect(try mend("doctor").out.contains("chmod \(right) '\(path)'\n"))
            chmod(path, right == "700" ? 0o700 : 0o600)
            #expect(try mend("today").status == 0)
        }
    }

    @Test func followsNoLinkToAJournal() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let place = "\(mend.data)/journal.sqlite"
            rename(place, "\(mend.folder)/elsewhere")
            symlink("\(mend.folder)/elsewhere", place)
            for verb in ["today", "doctor", "backup b.sqlite"] {
                let outcome = try mend.start(verb.split(separator: " ").map(String.init)).wait()
                #expect(outcome.status == 73)
                #expect(outcome.err.hasPrefix("mend: \(place): a link stands there"), "\(outcome.err)")
            }
        }
    }

    @Test func whatBelongsToSomebodyElseIsRefused() throws {
        // Only root can give files away.
        guard geteuid() == 0 else { return }
        try Program.test(loaded: Families.usual) { mend throws in
            let place = "\(mend.data)/journal.sqlite"
            chmod(mend.folder, 0o711)
            for (owned, foreign, option) in [(mend.data, place, ""), (place, mend.data, "-R ")] {
                chown(mend.data, 0, 0)
                chown(place, 0, 0)
                chown(owned, 65534, 65534)
                // Root may open what is anybody's.
                #expect(try mend("today").status == 0)
                let (status, err) = try asNobody(mend, mayRead: true, "today")
                #expect(status == 65)
                #expect(
                    err == """
                        mend: \(foreign): belongs to somebody else; mend opens only what is yours. If it should be yours, as root: \
                        chown \(option)65534:65534 '\(foreign)'

                        """)
            }
        }
    }

    /// A volume whose owner is another: the command that is told is enough.
    @Test(arguments: ["today", "serve", "doctor"])
    func aFolderThatOnlySomebodyElseCanOpenIsRefusedWithWhatToDo(_ verb: String) throws {
        guard geteuid() == 0 else { return }
        try Program.test(loaded: Families.usual) { mend throws in
            chmod(mend.folder, 0o711)
            let (status, err) = try asNobody(mend, mayRead: false, verb)
            #expect(status == 65)
            let (start, command) = ("mend: \(mend.data): belongs to somebody else; ", "chown -R 65534:65534 '\(mend.data)'")
            #expect(err.hasPrefix(start) && err.hasSuffix("as root: \(command)\n"), "\(err)")
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/sh")
            shell.arguments = ["-c", command]
            try shell.run()
            shell.waitUntilExit()
            #expect(try asNobody(mend, mayRead: false, "today").status == 0)
        }
    }

    /// Nobody should take a folder into which everybody puts files.
    @Test func noFolderOfEverybodysIsToldToBeTaken() throws {
        guard geteuid() == 0 else { return }
        try Program.test(loaded: Families.usual) { mend throws in
            chmod(mend.folder, 0o711)
            chown("\(mend.data)/journal.sqlite", 65534, 65534)
            chmod(mend.data, 0o1777)
            let (status, err) = try asNobody(mend, mayRead: true, "today")
            #expect(status == 65)
            #expect(err == "mend: \(mend.data): belongs to somebody else; mend opens only what is yours\n")
        }
    }

    /// Runs a verb as a user who owns nothing.
    /// - Parameter mayRead: whether permissions do not hold that user.
    private func asNobody(_ mend: Program, mayRead: Bool, _ verb: String) throws -> (status: Int32, err: String) {
        let capabilities = "+dac_override,+dac_read_search"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
        process.arguments =
            ["--reuid=65534", "--regid=65534", "--clear-groups"]
            + (mayRead ? ["bounding-set", "inh-caps", "ambient-caps"].map { "--\($0)=\(capabilities)" } : [])
            + ["--", try Program.path(), verb, "--data", mend.data]
        let pipe = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = pipe
        try process.run()
        let err = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, err)
    }

    // MARK: A page that runs

    @Test func saysWhereNoPageAnswers() throws {
        try Program.test { mend throws in
            // Nothing listens at the port of discarded bytes.
            let outcome = try mend("doctor", "--serve", "http://127.0.0.1:9")
            #expect(outcome.status == 75)
            #expect(
                outcome.err
                    == "mend: http://127.0.0.1:9: no page of mend answers there; look whether mend serve runs, and where it listens\n")
            #expect(outcome.out == "")
            let none = try mend("doctor", "--serve", "127.0.0.1:8420")
            #expect(none.status == 65)
            #expect(none.err == "mend: --serve: write it like http://127.0.0.1:8420\n")
        }
    }

    @Test func worksOnADamagedJournal() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let place = "\(mend.data)/journal.sqlite"
            // Rows that an index does not know of.
            try Connection(path: place).run(
                """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master
                    WHERE name = 'sqlite_autoindex_contact_1') WHERE name = 'sqlite_autoindex_channel_1'
                """)
            let faulty = try mend("doctor")
            #expect(faulty.status == 65)
            #expect(faulty.out.contains("In the journal: "), "\(faulty.out)")
            #expect(faulty.err.hasPrefix("mend: \(place): is not a journal that can be read"), "\(faulty.err)")

            for text in ["Zwetschge", "SQLite format 3\u{0}" + String(repeating: "Zwetschge", count: 5_000)] {
                try Data(text.utf8).write(to: URL(fileURLWithPath: place))
                chmod(place, 0o600)
                let outcome = try mend("doctor")
                #expect(outcome.status == 65)
                #expect(outcome.err.contains("restore a backup"))
                #expect(!(outcome.out + outcome.err).contains("Zwetschge"))
            }
        }
    }
}
