import Foundation
import MendCore
import MendJournal
import Testing

/// Backups as a person or a cron job makes them.
@Suite struct BackupTests {
    private func shell(_ command: String, in mend: Program) throws -> (status: Int32, err: String) {
        let program = try #require(CommandLine.arguments.first)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = URL(fileURLWithPath: mend.folder)
        process.environment = [
            "PATH": URL(fileURLWithPath: program).deletingLastPathComponent().path + ":/usr/bin:/bin",
            "HOME": "\(mend.folder)/home", "MEND_DATA": mend.data, "MEND_NOW": Program.now,
        ]
        .merging(Program.sanitizerOptions) { $1 }
        let pipe = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = pipe
        try process.run()
        let err = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: err, as: UTF8.self))
    }

    private func names(in mend: Program) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: mend.folder).filter { !$0.hasPrefix("run-") }.sorted()
    }

    @Test func isForItsOwnerAloneWhateverTheUmask() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(
                try shell("umask 0; mend backup b.sqlite && mend restore b.sqlite --data new/deep", in: mend).status
                    == 0)
            for path in ["b.sqlite", "b.sqlite.sha256", "new/deep/journal.sqlite"] {
                #expect(try mode("\(mend.folder)/\(path)") == 0o600, "\(path)")
            }
            #expect(try mode("\(mend.folder)/new") == 0o700)
            #expect(try mend("dump", "--data", "new/deep").out == Families.usual)
        }
    }

    @Test func aBackupThatCannotBeWrittenIs73AndLeavesNothing() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            // A file that may not grow over 64 KiB stands for a full disk; with one, nothing starts under ThreadSanitizer.
            let fullDisk = "ulimit -f 64; env --default-signal=XFSZ mend"
            let isWatched = try shell("\(fullDisk) --version", in: mend).status != 0
            for (command, words) in [
                ("mend backup none/b.sqlite", "none/b.sqlite: cannot be written (No such file or directory)"),
                ("mend backup /proc/b.sqlite", "/proc/b.sqlite: cannot be written"),
                ("\(fullDisk) backup b.sqlite", "b.sqlite: cannot be written (SQLite: "),
                ("mend backup data --replace", "data: something that is no file stands there"),
                ("ln -s /etc/hostname l; mend backup l --replace; s=$?; rm l; exit $s", "l: a link stands there"),
                ("mend backup data/journal.sqlite --replace", "its own files are there"),
            ] where !isWatched || !command.hasPrefix(fullDisk) {
                let (status, err) = try shell(command, in: mend)
                #expect(status == 73, "\(command)")
                #expect(err.hasPrefix("mend: ") && err.contains(words), "\(err)")
                #expect(try names(in: mend) == ["data"])
            }
            #expect(try mend.dump() == Families.usual)
        }
    }

    /// Whoever can write the folder could put another file in the place of the one that is being made.
    @Test func noBackupAndNoCardsGoIntoAFolderOfOthers() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let shared = "\(mend.folder)/shared"
            #expect(try shell("mkdir shared; chmod 777 shared", in: mend).status == 0)
            for arguments in [
                ["backup", "shared/b.sqlite"], ["cards", "--out", "shared/c.html"], ["cards", "--out", "shared/c.pdf"],
            ] {
                let refused = try mend.start(arguments).wait()
                #expect(refused.status == 73)
                #expect(
                    refused.err == "mend: shared: others on this machine can take away what is put there; "
                        + "chmod go-w 'shared', or choose another folder\n")
                #expect(try FileManager.default.contentsOfDirectory(atPath: shared) == [])
            }
            // As in /tmp, where each can take away what is theirs alone.
            #expect(try shell("chmod 1777 shared; mend backup shared/b.sqlite", in: mend).status == 0)
            #expect(try mend("cards", "--out", "shared/c.html").status == 0)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: shared).sorted()
                    == ["b.sqlite", "b.sqlite.sha256", "c.html"])
        }
    }

    @Test func aBackupIsReplacedOnlyWhenTold() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            let before = try Data(contentsOf: URL(fileURLWithPath: "\(mend.folder)/b.sqlite"))
            let second = try mend("backup", "b.sqlite")
            #expect(second.status == 73)
            #expect(
                second.err == "mend: b.sqlite: is there already; choose another name, or replace it with --replace\n")
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(mend.folder)/b.sqlite")) == before)
            _ = try mend("checkin", "--zone", "red")
            #expect(try mend("backup", "--replace", "b.sqlite").status == 0)
            #expect(try shell("sha256sum --check --status b.sqlite.sha256", in: mend).status == 0)
            #expect(try mend("restore", "b.sqlite", "--data", "new").status == 0)
            #expect(try mend("dump", "--data", "new").out == mend.dump())
        }
    }

    @Test func aRestorationSparesWhatIsThere() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            _ = try mend("checkin", "--zone", "red")
            let after = try mend.dump()
            let refused = try mend("restore", "b.sqlite")
            #expect(refused.status == 73)
            #expect(refused.err.contains("--replace"))
            #expect(try mend.dump() == after)
            let done = try mend("restore", "b.sqlite", "--replace")
            #expect(done.status == 0)
            #expect(
                done.err == """
                    Restored into \(mend.data): people 2, ruptures 2.
                    The journal that was there is in \(mend.data)/journal.sqlite.before-restore-20260105T230000Z.

                    """)
            // What came since is gone, but its id is not given again.
            let household = #""shared": false"#
            let expected = Families.usual.replacing(
                household, with: household + #", "edited": "2026-01-05T18:00:00-05:00", "lastIDs": ["c1"]"#)
            #expect(try mend.dump() == expected)
        }
    }

    /// What was taken away since leads out again: it is said, and where it leads is not.
    @Test func aRestorationSaysWhichChannelsAreBack() throws {
        let channels = #"""
            {"type": "channel", "name": "exmail", "kind": "mail", "to": "zwetschge@example.org"}
            {"type": "channel", "name": "bell", "kind": "exec", "to": "ring Zwetschge"}
            {"type": "channel", "name": "phone", "kind": "push", "to": "Firefox on Android"}

            """#
        try Program.test(loaded: Families.usual + channels) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            for name in ["exmail", "bell", "phone"] { #expect(try mend("channel", "remove", name).status == 0) }
            let done = try mend("restore", "b.sqlite", "--replace")
            #expect(done.status == 0)
            #expect(
                done.err == """
                    Restored into \(mend.data): people 2, ruptures 2.
                    The journal that was there is in \(mend.data)/journal.sqlite.before-restore-20260105T230000Z.
                    Channels of that time are back: exmail (mail), bell (exec). mend channel list shows where they lead, \
                    mend channel remove takes one away.
                    Phones of that time do not ring any more (1): on each, open the page, More, Settings, Channels.

                    """)
            #expect(
                try mend("channel", "list").out == """
                    exmail  mail zwetschge@example.org, not run yet
                    bell  exec ring Zwetschge, not run yet

                    """)
        }
    }

    /// A backup from somebody else would open the page to them.
    @Test func namesWhoCanSignInAgain() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let journal = try SQLiteJournal(directory: mend.data, zones: SystemZones.find)
            try journal.setPassphrase(hash: "h")
            let jo = SecondAdult(
                id: "x1", name: "Jo", caregiver: "Ann",
                state: .invited(invitationHash: "link", until: Instant(seconds: 0)))
            _ = try journal.invite(jo)
            #expect(try mend("backup", "one.sqlite").status == 0)
            _ = try journal.join(invitationHash: "link", passphraseHash: "hash of Jo")
            #expect(try mend("backup", "two.sqlite").status == 0)
            let one =
                "The page opens with the passphrase of that time. If somebody else made this backup, choose your own with "
                + "mend serve --new-passphrase."
            #expect(try mend("restore", "one.sqlite", "--data", "one").err.contains(one))
            let two =
                "The page opens with the passphrase of that time, and with Jo's. If somebody else made this backup, choose "
                + "your own with mend serve --new-passphrase, and end the other login in Settings, A second adult."
            #expect(try mend("restore", "two.sqlite", "--data", "two").err.contains(two))
        }
    }

    @Test func whatIsNoBackupIs65() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            for (command, status) in [
                ("echo >> b.sqlite; mend restore b.sqlite --data new", 65),
                ("echo Zwetschge > x; mend restore x --data new", 65), ("mend restore nothing --data new", 66),
            ] as [(String, Int32)] {
                let (found, err) = try shell(command, in: mend)
                #expect(found == status, "\(err)")
                #expect(err.split(separator: "\n").count == 1 && !err.contains("Zwetschge"))
                #expect(!FileManager.default.fileExists(atPath: "\(mend.folder)/new"))
            }
        }
    }
}
