import Foundation
import MendCore
import MendJournal
import MendKeeping
import Testing

/// Passphrase and sessions beside the journal's records.
@Suite struct SignInStoreTests {
    private func withJournal(_ body: (SQLiteJournal, String) throws -> Void) throws {
        try inFreshFolder { folder in
            try body(
                SQLiteJournal.create(in: folder, records: Samples.everything().records, zones: SystemZones.find), folder
            )
        }
    }

    private func session(_ hash: String, used: Int = 1) -> WebSession {
        WebSession(
            tokenHash: hash, device: "Firefox on Android", began: Instant(seconds: 1), used: Instant(seconds: used))
    }

    @Test func keepsOnePassphrase() throws {
        try withJournal { journal, folder in
            #expect(try journal.passphraseHash() == nil)
            try journal.setPassphrase(hash: "first")
            try journal.setPassphrase(hash: "second")
            #expect(try journal.passphraseHash() == "second")
            #expect(try SQLiteJournal(directory: folder, zones: SystemZones.find).passphraseHash() == "second")
        }
    }

    @Test func keepsSessionsUntilTheyEnd() throws {
        try withJournal { journal, _ in
            for hash in ["a", "b", "c"] { try journal.put(session(hash)) }
            try journal.put(session("b", used: 9))
            #expect(try journal.sessions() == [session("a"), session("b", used: 9), session("c")])
            try journal.endSession(tokenHash: "a")
            try journal.endSession(tokenHash: "nobody")
            #expect(try journal.sessions().map(\.tokenHash) == ["b", "c"])
            try journal.setPassphrase(hash: "x")
            #expect(try journal.sessions() == [])
        }
    }

    @Test func dumpsNothingOfIt() throws {
        try withJournal { journal, _ in
            let before = HouseholdFile.text(of: try journal.history())
            try journal.setPassphrase(hash: "scrypt-hash")
            try journal.put(session("token-hash"))
            #expect(HouseholdFile.text(of: try journal.history()) == before)
        }
    }

    @Test func seesWhatAnotherProgramWrites() throws {
        try withJournal { journal, folder in
            let other = try SQLiteJournal(directory: folder, zones: SystemZones.find)
            let before = try journal.version()
            try other.put(.checkIn(Samples.checkIn("c9")))
            #expect(try journal.version() != before)
            #expect(try journal.version() == journal.version())
        }
    }

    @Test func erasesEveryFile() throws {
        try withJournal { journal, folder in
            try journal.put(.checkIn(Samples.checkIn("c9")))
            try journal.erase()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
            #expect(throws: (any Error).self) { try journal.history() }
        }
    }
}
