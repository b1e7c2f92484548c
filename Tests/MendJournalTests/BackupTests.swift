import Foundation
import MendCore
import MendPlatform
import Testing

@testable import MendJournal
@testable import MendKeeping

/// Backups, and what comes back of them.
@Suite struct BackupTests {
    private func make(in folder: String) throws -> SQLiteJournal {
        try SQLiteJournal.create(in: folder, records: try Samples.everything().records, zones: SystemZones.find)
    }

    private func open(_ folder: String) throws -> SQLiteJournal {
        try SQLiteJournal(directory: folder, zones: SystemZones.find)
    }

    private func backUp(_ folder: String, to file: String, replacing: Bool = false) throws {
        _ = try Backup(path: file).write(try open(folder), replacing: replacing)
    }

    @discardableResult
    private func restore(_ file: String, into folder: String, replacing: Bool = false) throws -> Restoration.Outcome {
        try Restoration(of: Backup(path: file), into: folder, zones: SystemZones.find)
            .run(replacing: replacing, now: Samples.now, known: file)
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    private func mode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    private func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path))
    }

    /// A program of this machine, in a folder.
    private func shell(_ command: String, in folder: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let text = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: Writing

    @Test func isOneDatabaseAndItsChecksumForTheOwnerAlone() throws {
        try inFreshFolder { folder in
            _ = try make(in: "\(folder)/home")
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            #expect(try names(in: folder) == ["b.sqlite", "b.sqlite.sha256", "home"])
            #expect(try mode("\(folder)/b.sqlite") == 0o600)
            #expect(try mode("\(folder)/b.sqlite.sha256") == 0o600)
            #expect(try shell("sha256sum --check b.sqlite.sha256", in: folder) == "b.sqlite: OK\n")
            // 1 in both bytes: no log belongs to it (https://sqlite.org/fileformat2.html, offsets 18 and 19).
            #expect(try bytes("\(folder)/b.sqlite")[18...19] == Data([1, 1]))
        }
    }

    @Test func holdsWhatIsInTheLogWhileAnotherWrites() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            try journal.put(.checkIn(Samples.checkIn("c9")))
            try journal.update { _ throws in
                try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
                return ([.put(.checkIn(Samples.checkIn("c10")))], ())
            }
            try restore("\(folder)/b.sqlite", into: "\(folder)/new")
            #expect(try open("\(folder)/new").history().checkIns.map(\.id) == ["c1", "c2", "c9"])
        }
    }

    @Test func replacesAFileOnlyWhenTold() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            let file = "\(folder)/b.sqlite"
            try Data("mine".utf8).write(to: URL(fileURLWithPath: file))
            #expect(throws: JournalError.fileExists(path: file)) { try backUp("\(folder)/home", to: file) }
            #expect(try bytes(file) == Data("mine".utf8))
            #expect(try names(in: folder) == ["b.sqlite", "home"])
            try backUp("\(folder)/home", to: file, replacing: true)
            try journal.put(.checkIn(Samples.checkIn("c9")))
            try backUp("\(folder)/home", to: file, replacing: true)
            #expect(try shell("sha256sum --check b.sqlite.sha256", in: folder) == "b.sqlite: OK\n")
            try restore(file, into: "\(folder)/new")
            let (restored, home) = (try open("\(folder)/new").history(), try open("\(folder)/home").history())
            // What was shown since is not known there.
            var expected = home
            expected.published = home.published.map { $0.raised(at: Samples.now) }
            #expect(restored == expected)
        }
    }

    @Test func followsNoLinkAndSparesTheJournalItself() throws {
        try inFreshFolder { folder in
            _ = try make(in: "\(folder)/home")
            try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder)/diary.txt"))
            let link = "\(folder)/b.sqlite"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "\(folder)/diary.txt")
            #expect(throws: JournalError.symbolicLink(path: link)) {
                try backUp("\(folder)/home", to: link, replacing: true)
            }
            #expect(try bytes("\(folder)/diary.txt") == Data("mine".utf8))
            #expect(throws: JournalError.notAFile(path: "\(folder)/home")) {
                try backUp("\(folder)/home", to: "\(folder)/home", replacing: true)
            }
            for name in ["journal.sqlite", "../home/journal.sqlite-wal"] {
                #expect(throws: JournalError.self) {
                    try backUp("\(folder)/home", to: "\(folder)/home/\(name)", replacing: true)
                }
            }
            #expect(try open("\(folder)/home").history() == Samples.everything())
            #expect(try names(in: folder) == ["b.sqlite", "diary.txt", "home"])
            #expect(try names(in: "\(folder)/home") == ["journal.sqlite"])
        }
    }

    /// What a kill has left under the name that a backup is made under.
    @Test func isNotHinderedByWhatAKillHasLeft() throws {
        try inFreshFolder { folder in
            _ = try make(in: "\(folder)/home")
            for suffix in ["", "-journal", "-wal"] {
                try Data("half".utf8).write(to: URL(fileURLWithPath: "\(folder)/.b.sqlite.mend-new\(suffix)"))
            }
            // A checksum comes before its backup.
            try Data("\(String(repeating: "0", count: 64))  b.sqlite\n".utf8)
                .write(to: URL(fileURLWithPath: "\(folder)/b.sqlite.sha256"))
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            #expect(try names(in: folder) == ["b.sqlite", "b.sqlite.sha256", "home"])
            try restore("\(folder)/b.sqlite", into: "\(folder)/new")
            let restored = try open("\(folder)/new").history()
            var expected = try Samples.everything()
            expected.published = expected.published.map { $0.raised(at: Samples.now) }
            #expect(restored == expected)
        }
    }

    /// Without the file of which it speaks a checksum would lead astray, and the old one's is still true.
    @Test func aFileThatCannotBePutThereLeavesItsChecksumAsItWas() throws {
        try inFreshFolder { folder in
            let place = "\(folder)/b.sqlite"
            let file = try PrivateFile(for: place)
            let backup = try Backup(path: place)
            try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "\(folder)/nowhere")
            #expect(throws: JournalError.symbolicLink(path: place)) { try backup.put(file, replacing: false) }
            #expect(try names(in: folder) == [".b.sqlite.mend-new", "b.sqlite"])
            let line = "\(String(repeating: "0", count: 64))  b.sqlite\n"
            try Data(line.utf8).write(to: URL(fileURLWithPath: "\(place).sha256"))
            #expect(throws: JournalError.symbolicLink(path: place)) { try backup.put(file, replacing: true) }
            #expect(try bytes("\(place).sha256") == Data(line.utf8))
        }
    }

    /// A kill between the two renames: the checksum names the old file and the new one.
    @Test func eitherOfTwoCanBeRestoredWhileOneReplacesTheOther() throws {
        try inFreshFolder { folder in
            _ = try make(in: "\(folder)/home")
            let file = "\(folder)/b.sqlite"
            try backUp("\(folder)/home", to: file)
            let line = try String(contentsOfFile: "\(file).sha256", encoding: .utf8)
            let other = "\(String(repeating: "0", count: 64))  b.sqlite\n"
            try Data((other + line).utf8).write(to: URL(fileURLWithPath: "\(file).sha256"))
            try restore(file, into: "\(folder)/new")
            try Data(other.utf8).write(to: URL(fileURLWithPath: "\(file).sha256"))
            #expect(throws: JournalError.self) { try restore(file, into: "\(folder)/newer") }
        }
    }

    // MARK: Bringing back

    /// It may have been used or taken back since.
    @Test func bringsNoInvitationBack() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            let jo = SecondAdult(
                id: "x1", name: "Jo", caregiver: "Ann", state: .invited(invitationHash: "link", until: Samples.now))
            #expect(try journal.invite(jo))
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            try restore("\(folder)/b.sqlite", into: "\(folder)/new")
            #expect(try open("\(folder)/new").secondAdult() == nil)
        }
    }

    /// Somebody who can write beside a backup would keep it waiting for ever, and all forgetting with it.
    @Test func waitsForNoPipeInPlaceOfASum() throws {
        try inFreshFolder { folder in
            _ = try make(in: "\(folder)/home")
            let sum = "\(folder)/b.sqlite.sha256"
            #expect(mkfifo(sum, 0o666) == 0)
            // It is held open, as by somebody who means to write.
            let held = try #require(FileHandle(forUpdatingAtPath: sum))
            defer { try? held.close() }
            #expect(throws: JournalError.notABackup(path: sum, reason: .noChecksum)) {
                try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            }
            #expect(try open("\(folder)/home").knownCopies() == [])
        }
    }

    /// What nobody else saw was open; somebody else sees it now.
    @Test func whoeverJoinsMakesTheHouseholdShared() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            #expect(try journal.household().shared == false)
            let jo = SecondAdult(
                id: "x1", name: "Jo", caregiver: "Ann", state: .invited(invitationHash: "link", until: Samples.now))
            _ = try journal.invite(jo)
            _ = try journal.join(invitationHash: "another", passphraseHash: "hash of Jo")
            #expect(try journal.household().shared == false)
            _ = try journal.join(invitationHash: "link", passphraseHash: "hash of Jo")
            #expect(try journal.household().shared == true)
        }
    }

    /// Names stand in sentences, and there are two adults.
    @Test func holdsLoginsOfABackupToWhatTheyMayBe() throws {
        try inFreshFolder { folder in
            _ = try make(in: "\(folder)/home")
            let file = "\(folder)/home/journal.sqlite"
            try Connection(path: file).run(
                "INSERT INTO login VALUES ('x', 'Jo' || char(10) || 'All is well', 'Ann', 'h', NULL, NULL)")
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            #expect(throws: JournalError.self) { try restore("\(folder)/b.sqlite", into: "\(folder)/new") }
            try Connection(path: file).run(
                "UPDATE login SET name = 'Jo'; INSERT INTO login VALUES ('y', 'Bo', 'Ann', 'h', NULL, NULL)")
            try backUp("\(folder)/home", to: "\(folder)/c.sqlite")
            try restore("\(folder)/c.sqlite", into: "\(folder)/new")
            let names = try Connection(path: "\(folder)/new/journal.sqlite").all("SELECT name FROM login") {
                try $0.text(0)
            }
            #expect(names == ["Jo"])
        }
    }

    /// A number at the end of all numbers would end whoever counts on from it.
    @Test(arguments: [
        "UPDATE taskList SET floor = 9223372036854775807", "UPDATE taskMark SET number = 9223372036854775807",
        "UPDATE taskCopy SET modified = -9223372036854775807", "UPDATE taskList SET name = 'x' || char(27) || '[2J'",
        "UPDATE taskList SET user = '../x'",
    ])
    func holdsListsOfTasksToWhatTheyMayBe(_ change: String) throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            try journal.add(TaskList(name: "phone", user: "phone", secretHash: "h", created: Samples.now))
            let file = try Connection(path: "\(folder)/home/journal.sqlite")
            try file.run(
                """
                INSERT INTO taskMark VALUES ('phone', 'x', '"1"', 1, 'r1', 'r1', '');
                INSERT INTO taskCopy VALUES
                    ('phone', 'x', 'x', 'r1', NULL, NULL, x'58', x'59', '', NULL, 0, NULL, 1767657600);
                """)
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            try restore("\(folder)/b.sqlite", into: "\(folder)/good")
            let copy = try open("\(folder)/good").tasks(of: "phone")?.copies.first
            #expect(copy?.lines == [] && copy?.alarms == [])
            try file.run(change)
            try backUp("\(folder)/home", to: "\(folder)/c.sqlite")
            #expect(throws: JournalError.self) { try restore("\(folder)/c.sqlite", into: "\(folder)/bad") }
        }
    }

    @Test func bringsNoLoginBackThatWasEndedSince() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            let jo = SecondAdult(
                id: "x1", name: "Jo", caregiver: "Ann", state: .invited(invitationHash: "link", until: Samples.now))
            _ = try journal.invite(jo)
            _ = try journal.join(invitationHash: "link", passphraseHash: "hash of Jo")
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            try journal.endSecondAdult()
            try restore("\(folder)/b.sqlite", into: "\(folder)/home", replacing: true)
            #expect(try open("\(folder)/home").secondAdult() == nil)
            // Where nobody knows of that, whoever had a login has it.
            try restore("\(folder)/b.sqlite", into: "\(folder)/new")
            #expect(try open("\(folder)/new").secondAdult()?.passphraseHash == "hash of Jo")
        }
    }

    @Test func bringsEverythingBackButWhoWasSignedIn() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            try journal.setPassphrase(hash: "h")
            try journal.put(WebSession(tokenHash: "t", device: "x", began: Samples.now, used: Samples.now))
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            let outcome = try restore("\(folder)/b.sqlite", into: "\(folder)/a/new")
            #expect(outcome == Restoration.Outcome(keptAside: nil, hadChecksum: true, phones: 0))
            #expect(try mode("\(folder)/a/new") == 0o700)
            #expect(try mode("\(folder)/a/new/journal.sqlite") == 0o600)
            #expect(try names(in: "\(folder)/a/new") == ["journal.sqlite"])
            let restored = try open("\(folder)/a/new")
            // Somewhere else nobody knows what was shown since the backup was made: all of it is shown anew.
            var expected = try Samples.everything()
            expected.published = expected.published.map { $0.raised(at: Samples.now) }
            #expect(expected.published.map(\.sequence) == [4, 1])
            #expect(try restored.history() == expected)
            #expect(try restored.passphraseHash() == "h")
            #expect(try restored.sessions() == [])
            #expect(try restored.knownCopies().map(\.path) == ["\(folder)/b.sqlite"])
        }
    }

    @Test func canBeBroughtBackByHand() throws {
        try inFreshFolder { folder in
            _ = try make(in: "\(folder)/home")
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            let said = try shell(
                "umask 077; mkdir new; sqlite3 new/journal.sqlite '.restore b.sqlite' && echo done", in: folder)
            #expect(said == "done\n")
            let restored = try open("\(folder)/new").history()
            #expect(restored == (try Samples.everything()))
        }
    }

    @Test func sparesAJournalUnlessToldAndThenKeepsItAside() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            try journal.put(.checkIn(Samples.checkIn("c9")))
            let place = "\(folder)/home/journal.sqlite"
            #expect(throws: JournalError.journalStands(path: place)) {
                try restore("\(folder)/b.sqlite", into: "\(folder)/home")
            }
            #expect(try journal.history().checkIns.map(\.id) == ["c1", "c2", "c9"])

            let version = try journal.version()
            let aside = try #require(
                try restore("\(folder)/b.sqlite", into: "\(folder)/home", replacing: true).keptAside)
            #expect(aside == "\(place).before-restore-20260106T170000Z")
            #expect(try mode(aside) == 0o600)
            // One that was open all the time sees it, and goes on writing into the same file.
            // The id that was given meanwhile is not given again.
            var restored = try Samples.everything()
            restored.household.lastIDs.append("c9")
            // From then on nothing comes that would have come before.
            restored.household.edited = Samples.now
            #expect(try journal.history() == restored)
            #expect(try journal.version() != version)
            try journal.put(.checkIn(Samples.checkIn("c10")))
            #expect(try open("\(folder)/home").history().checkIns.map(\.id) == ["c1", "c2", "c10"])
            // And what was kept aside can be brought back as well.
            let second = try restore(aside, into: "\(folder)/home", replacing: true)
            #expect(second == Restoration.Outcome(keptAside: "\(aside)-2", hadChecksum: false, phones: 0))
            #expect(try journal.history().checkIns.map(\.id) == ["c1", "c2", "c9"])
        }
    }

    /// RFC 5545 §3.8.7.4: a client passes over what comes with a lower number than it has.
    @Test func noNumberOfAnEditFalls() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            try journal.put(
                .published(Samples.published(Samples.calm("r1"), sequence: 7)),
                .published(Samples.published(Samples.calm("r9"))))
            try restore("\(folder)/b.sqlite", into: "\(folder)/home", replacing: true)
            let published = try journal.history().published
            #expect(published.map(\.item) == [Samples.calm("r1"), try Samples.daily("2026-01-06")])
            #expect(published.map(\.sequence) == [8, 0])
            #expect(published[0].prompt == "calm.cool-water")
        }
    }

    /// What was shown since the backup was made is not shown in another form now.
    @Test func keepsWhatHasBegunSinceItWasMade() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            let daily = Published(
                item: try Samples.daily("2026-01-06"), prompt: "a.breath", start: Samples.now, sequence: 1,
                modified: Samples.now + 60, settled: Samples.settled())
            let next = Published(
                item: try Samples.daily("2026-01-07"), prompt: "a.walk", start: Samples.now + 86_400, sequence: 0,
                modified: Samples.now + 60)
            try journal.put(.published(daily), .published(next))
            try restore("\(folder)/b.sqlite", into: "\(folder)/home", replacing: true)
            #expect(try Array(journal.history().published.dropFirst()) == [daily, next])
        }
    }

    // MARK: What is known of copies

    @Test func remembersEachPlaceOnce() throws {
        try inFreshFolder { folder in
            let journal = try make(in: folder)
            try journal.remember(.export, at: "/a")
            try journal.remember(.backup, at: "/b")
            let version = try journal.version()
            try journal.remember(.export, at: "/a")
            #expect(try journal.version() == version)
            try journal.note(copyAt: "/b", made: Samples.now)
            #expect(
                try journal.knownCopies() == [
                    KnownCopy(path: "/a", kind: .export, made: nil, isOwn: true),
                    KnownCopy(path: "/b", kind: .backup, made: Samples.now, isOwn: true),
                ])
            #expect(!HouseholdFile.text(of: try journal.history()).contains("/a"))
        }
    }

    @Test func waitsForNobodyWhoKeepsWriting() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            try journal.update { _ throws in
                #expect(throws: JournalError.locked(path: "\(folder)/home/journal.sqlite")) {
                    try restore("\(folder)/b.sqlite", into: "\(folder)/home", replacing: true)
                }
                return ([], ())
            }
            #expect(try names(in: "\(folder)/home") == ["journal.sqlite", "journal.sqlite-shm", "journal.sqlite-wal"])
        }
    }

    @Test func aDamagedJournalMakesRoomAndIsKept() throws {
        try inFreshFolder { folder in
            _ = try make(in: "\(folder)/home")
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            let place = "\(folder)/home/journal.sqlite"
            try Data("no database".utf8).write(to: URL(fileURLWithPath: place))
            chmod(place, 0o600)
            #expect(throws: JournalError.journalStands(path: place)) {
                try restore("\(folder)/b.sqlite", into: "\(folder)/home")
            }
            let outcome = try restore("\(folder)/b.sqlite", into: "\(folder)/home", replacing: true)
            #expect(try bytes(try #require(outcome.keptAside)) == Data("no database".utf8))
            #expect(try open("\(folder)/home").history() == Samples.everything())
        }
    }

    @Test func aJournalOfANewerVersionMakesRoomAndIsKept() throws {
        try inFreshFolder { folder in
            _ = try make(in: "\(folder)/home")
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            _ = try shell(
                "sqlite3 home/journal.sqlite \"INSERT INTO grdb_migrations VALUES ('later')\"", in: folder)
            let before = try bytes("\(folder)/home/journal.sqlite")
            let outcome = try restore("\(folder)/b.sqlite", into: "\(folder)/home", replacing: true)
            #expect(try bytes(try #require(outcome.keptAside)) == before)
            #expect(try open("\(folder)/home").history() == Samples.everything())
        }
    }

    @Test(arguments: [
        "printf x | dd of=b.sqlite bs=1 seek=9000 conv=notrunc", "truncate -s 8192 b.sqlite", "echo >> b.sqlite",
        "rm b.sqlite.sha256; truncate -s 8192 b.sqlite", "rm b.sqlite.sha256; printf 'no database' > b.sqlite",
        "rm b.sqlite.sha256; : > b.sqlite",
        "rm b.sqlite* && sqlite3 b.sqlite 'CREATE TABLE other (x); INSERT INTO other VALUES (1)'",
        "rm b.sqlite.sha256; sqlite3 b.sqlite 'DELETE FROM household'",
        "rm b.sqlite.sha256; sqlite3 b.sqlite 'DELETE FROM person'", "echo hello > b.sqlite.sha256",
    ])
    func refusesWhatIsNoWholeBackup(_ damage: String) throws {
        try inFreshFolder { folder in
            _ = try make(in: "\(folder)/home")
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            _ = try shell(damage, in: folder)
            let before = try bytes("\(folder)/home/journal.sqlite")
            for (target, replacing) in [("new", false), ("home", true)] {
                let error = #expect(throws: JournalError.self) {
                    try restore("\(folder)/b.sqlite", into: "\(folder)/\(target)", replacing: replacing)
                }
                guard case .notABackup = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
            #expect(try bytes("\(folder)/home/journal.sqlite") == before)
            #expect(try names(in: folder).filter { !$0.hasPrefix("b.") } == ["home"])
            #expect(try names(in: "\(folder)/home") == ["journal.sqlite"])
        }
    }

    @Test func refusesABackupOfANewerVersion() throws {
        try inFreshFolder { folder in
            _ = try make(in: "\(folder)/home")
            try backUp("\(folder)/home", to: "\(folder)/b.sqlite")
            _ = try shell(
                "rm *.sha256; sqlite3 b.sqlite \"INSERT INTO grdb_migrations VALUES ('later')\"", in: folder)
            #expect(throws: JournalError.newerVersion(path: "\(folder)/b.sqlite")) {
                try restore("\(folder)/b.sqlite", into: "\(folder)/new")
            }
            #expect(try names(in: folder) == ["b.sqlite", "home"])
        }
    }
}
