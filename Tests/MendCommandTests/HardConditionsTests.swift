import Foundation
import MendCore
import MendJournal
import Testing

/// Output that goes nowhere, files without an end, and surroundings that were never meant for programs.
@Suite struct HardConditionsTests {
    private func nowhere() throws -> FileHandle { try #require(FileHandle(forWritingAtPath: "/dev/full")) }

    private func shell(_ command: String, in mend: Program) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = URL(fileURLWithPath: mend.folder)
        process.environment = [
            "PATH": URL(fileURLWithPath: try Program.path()).deletingLastPathComponent().path + ":/usr/bin:/bin",
            "HOME": "\(mend.folder)/home", "MEND_DATA": mend.data, "MEND_NOW": Program.now,
        ]
        .merging(Program.sanitizerOptions) { $1 }
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, pipe)
        try process.run()
        let text = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }

    // MARK: Output

    /// A status that says otherwise would have it recorded twice.
    @Test(arguments: [
        ["rupture", "--with", "Sam", "--kind", "benign"], ["attempt", "r2", "--outcome", "repaired"],
        ["checkin", "--zone", "red"], ["pause", "--until", "tomorrow"], ["contact", "add", "Bo", "1"],
        ["person", "add", "Bo", "--relation", "friend"], ["household", "edit", "--cap", "2"],
        ["channel", "add", "bell", "--kind", "exec", "--to", "true"],
    ])
    func whatIsWrittenDownIsDone(_ arguments: [String]) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let outcome = try mend.start(arguments, out: nowhere()).wait()
            #expect(outcome.status == 0)
            #expect(outcome.err == "It is done and written down; only standard output could not be written.\n")
            #expect(try mend.dump() != Families.usual)
        }
    }

    @Test func whatOnlyShowsFails() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            for arguments in [["today"], ["dump"], ["open"]] {
                #expect(try mend.start(arguments, out: nowhere()).wait().status == 73)
            }
        }
    }

    /// Its secret is shown once; one that nobody has seen is none.
    @Test func anAddressThatNobodySawIsTakenBack() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend.start(["subscription", "add", "phone"], out: nowhere()).wait().status == 73)
            #expect(try mend.dump() == Families.usual)
            #expect(try mend("subscription", "add", "phone").status == 0)
        }
    }

    // MARK: Files

    @Test func aFileWithoutAnEndIsRefused() throws {
        try Program.test { mend throws in
            let loaded = try mend("load", "/dev/zero")
            #expect(loaded.status == 65)
            #expect(loaded.err == "mend: /dev/zero: is larger than a household can be; check which file that is\n")
            #expect(try mend("restore", "/dev/zero").status == 65)
            #expect(!FileManager.default.fileExists(atPath: mend.data))
        }
    }

    @Test func addressesOfAFileAreTakenOnlyWhenTold() throws {
        let addresses = #"""
            {"type": "channel", "name": "bell", "kind": "exec", "to": "touch rung"}
            {"type": "subscription", "name": "phone", "open": true, "secretHash": "c0ffee"}

            """#
        try Program.test { mend throws in
            let file = try mend.write(Families.usual + addresses, to: "family.jsonl")
            let outcome = try mend("load", file)
            #expect(outcome.status == 0)
            #expect(outcome.err.contains("Left out: subscriptions 1, channels 1."), "\(outcome.err)")
            #expect(outcome.err.contains("--with-addresses"))
            #expect(try mend.dump() == Families.usual)
            let taken = try mend("load", "--with-addresses", file, "--data", "\(mend.folder)/all")
            #expect(taken.status == 0)
            #expect(taken.err.contains("Taken from the file: subscriptions 1, channels 1."), "\(taken.err)")
            #expect(try mend("dump", "--data", "\(mend.folder)/all").out == Families.usual + addresses)
        }
    }

    /// As in a journal that was put there past `load` and `restore`. What was planted once can be taken away.
    @Test(arguments: ["x\n* * * * * touch taken #", "x\"\nExecStartPre=/bin/touch taken\nX=\""])
    func noChannelWritesALineForCronOrSystemd(_ name: String) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try SQLiteJournal(directory: mend.data, zones: SystemZones.find)
                .write([.put(.channel(Channel(name: name, kind: .mail, to: "me@example.org")))])
            let crontab = try mend.write(
                """
                #!/bin/sh
                case "$1" in -l) cat '\(mend.folder)/table';; *) cat > '\(mend.folder)/table';; esac
                """, to: "crontab")
            chmod(crontab, 0o700)
            let table = """
                # mine
                # mend: begin (mend cron --remove takes these lines away)
                */15 * * * * mend due --via 'x
                * * * * * touch taken #' --data data
                # mend: end

                """
            let place = try mend.write(table, to: "table")
            let here = ["PATH": "\(mend.folder):/usr/bin:/bin"]
            for options in [[], ["--install"], ["--systemd"], ["--install", "--systemd"]] {
                let refused = try mend.start(["cron"] + options, environment: here).wait()
                #expect(refused.status == 65)
                #expect(refused.out == "")
                #expect(
                    refused.err == """
                        mend: a channel's name has a line end or another control character, which cron would take for a line of \
                        its own; `mend channel list` shows the channels, `mend channel remove` takes one away

                        """)
                #expect(try String(contentsOfFile: place, encoding: .utf8) == table)
                #expect(!FileManager.default.fileExists(atPath: "\(mend.folder)/home/.config"))
            }
            #expect(try mend.start(["cron", "--remove"], environment: here).wait().status == 0)
            #expect(try String(contentsOfFile: place, encoding: .utf8) == "# mine\n")
            #expect(try mend("channel", "remove", name).status == 0)
            #expect(try mend.start(["cron"], environment: here).wait().status == 0)
        }
    }

    /// Who can write the household could make the command any.
    @Test func rootRunsNoCommandOfAnotherUsers() throws {
        guard geteuid() == 0 else { return }
        let channel = #"{"type": "channel", "name": "bell", "kind": "exec", "to": "touch rung"}"# + "\n"
        try Program.test(loaded: Families.usual + channel) { mend throws in
            for path in [mend.data, "\(mend.data)/journal.sqlite"] { chown(path, 65534, 65534) }
            for arguments in [["due", "--via", "bell"], ["channel", "test", "bell"]] {
                let outcome = try mend.start(arguments).wait()
                #expect(outcome.status == 65)
                #expect(
                    outcome.err == "mend: the household is another user's; root delivers nothing of theirs, so run this as that user\n",
                    "\(outcome.err)")
            }
            // A directory of root's would shut them out.
            #expect(try mend.start(["due", "--every-channel"]).wait().status == 65)
            #expect(!FileManager.default.fileExists(atPath: "\(mend.data)/channels"))
            #expect(!FileManager.default.fileExists(atPath: "\(mend.folder)/rung"))
            for path in [mend.data, "\(mend.data)/journal.sqlite"] { chown(path, 0, 0) }
            #expect(try mend("channel", "test", "bell").status == 0)
            #expect(FileManager.default.fileExists(atPath: "\(mend.folder)/rung"))
        }
    }

    // MARK: Surroundings

    @Test func theUmaskHasNoSay() throws {
        try Program.test { mend throws in
            let (status, text) = try shell(
                """
                umask 777; set -e; d="setpriv --bounding-set -dac_override,-dac_read_search --"; [ $(id -u) = 0 ] || d=
                $d mend init --zone UTC --data a/b; $d mend checkin --zone red --data a/b; $d mend due --data a/b
                $d mend export --out c/d --data a/b; $d mend export --out c/d --data a/b; $d mend backup b.sqlite --data a/b
                """, in: mend)
            #expect(status == 0, "\(text)")
            #expect(try mode("\(mend.folder)/a/b") == 0o700)
            #expect(try mode("\(mend.folder)/c/d") == 0o700)
            #expect(try mode("\(mend.folder)/c/d/calendar.ics") == 0o600)
        }
    }

    @Test func aDirectoryInPlaceOfTheJournalIsSaid() throws {
        try Program.test { mend throws in
            try FileManager.default.createDirectory(
                atPath: "\(mend.data)/journal.sqlite", withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            chmod(mend.data, 0o700)
            for arguments in [["today"], ["init", "--zone", "UTC"]] {
                let outcome = try mend.start(arguments).wait()
                #expect(outcome.status == 73)
                #expect(
                    outcome.err
                        == "mend: \(mend.data)/journal.sqlite: something that is no file stands there; choose another name\n"
                )
            }
        }
    }

    /// A zone's file that cannot be opened just now is no fault of the journal's, and no reason to bring a backup back.
    @Test func tooFewOpenFilesAreNoFaultOfTheJournal() throws {
        // Under a sanitizer nothing starts with so few.
        guard Program.sanitizerOptions.isEmpty else { return }
        try Program.test(loaded: Families.usual) { mend throws in
            var said: [String] = []
            for limit in 4...9 {
                let (status, text) = try shell("ulimit -n \(limit); mend today", in: mend)
                #expect([0, 66, 75].contains(status), "\(limit): \(text)")
                #expect(!text.contains("restore a backup"), "\(limit): \(text)")
                said.append(text)
            }
            let words = """
                mend: the time zone America/New_York cannot be read just now (Too many open files); nothing is wrong with the \
                journal; try again

                """
            #expect(said.contains(words), "\(said)")
        }
    }

    @Test func tooLittleMemoryIsSaid() throws {
        // Under a sanitizer nothing starts with so little.
        guard Program.sanitizerOptions.isEmpty else { return }
        try Program.test(loaded: Families.usual) { mend throws in
            for (limit, command) in [("190000", "today"), ("380000", "serve")] {
                let (status, text) = try shell("ulimit -v \(limit); mend \(command)", in: mend)
                #expect(status == 75)
                #expect(text.contains("(ulimit -v); allow 1 GB or more"), "\(text)")
            }
        }
    }
}
