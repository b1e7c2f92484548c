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

    // MARK: A second adult

    private static let invited = SecondAdult(
        id: "x1", name: "Jo", caregiver: "Ann",
        state: .invited(invitationHash: "link", until: Instant(seconds: 1_767_718_800)))
    private static let joined = SecondAdult(
        id: "x1", name: "Jo", caregiver: "Ann", state: .joined(passphraseHash: "hash of Jo"))

    @Test func takesASecondAdultInByALinkThatWorksOnce() throws {
        try withJournal { journal, folder throws in
            #expect(try journal.secondAdult() == nil)
            #expect(try journal.join(invitationHash: "link", passphraseHash: "hash of Jo") == nil)
            #expect(try journal.invite(Self.invited))
            #expect(try SQLiteJournal(directory: folder, zones: SystemZones.find).secondAdult() == Self.invited)
            #expect(try journal.join(invitationHash: "another", passphraseHash: "hash of Jo") == nil)
            #expect(try journal.join(invitationHash: "link", passphraseHash: "hash of Jo") == Self.joined)
            #expect(try journal.join(invitationHash: "link", passphraseHash: "hash of Bo") == nil)
            #expect(try journal.secondAdult() == Self.joined)
        }
    }

    @Test func takesNoThirdAdultIn() throws {
        try withJournal { journal, _ in
            _ = try journal.invite(Self.invited)
            let other = SecondAdult(id: "x2", name: "Bo", caregiver: "Ann", state: Self.invited.state)
            // Nobody has joined yet.
            #expect(try journal.invite(other))
            #expect(try journal.secondAdult() == other)
            _ = try journal.join(invitationHash: "link", passphraseHash: "hash of Bo")
            #expect(try !journal.invite(Self.invited))
            #expect(try journal.secondAdult()?.name == "Bo")
        }
    }

    @Test func endsASecondAdultWithTheirSessionsAlone() throws {
        try withJournal { journal, _ in
            _ = try journal.invite(Self.invited)
            _ = try journal.join(invitationHash: "link", passphraseHash: "hash of Jo")
            let theirs = WebSession(
                tokenHash: "b", device: "Safari", began: Instant(seconds: 1), used: Instant(seconds: 1), login: "x1")
            try journal.put(session("a"))
            try journal.put(theirs)
            #expect(try journal.sessions() == [session("a"), theirs])
            // Another passphrase ends the sessions of whoever has it.
            try journal.setPassphrase(hash: "anew", of: "x1")
            #expect(try journal.sessions() == [session("a")])
            #expect(try journal.secondAdult()?.passphraseHash == "anew")
            try journal.put(theirs)
            try journal.setPassphrase(hash: "x")
            #expect(try journal.sessions() == [theirs])
            #expect(try journal.passphraseHash() == "x")
            try journal.put(session("a"))
            try journal.endSecondAdult()
            #expect(try journal.secondAdult() == nil)
            #expect(try journal.sessions() == [session("a")])
        }
    }

    @Test func erasesASecondAdult() throws {
        try withJournal { journal, folder in
            _ = try journal.invite(Self.invited)
            _ = try journal.join(invitationHash: "link", passphraseHash: "hash of Jo")
            try journal.erase()
            _ = try SQLiteJournal.create(
                in: folder, records: [.household(try Samples.household())], zones: SystemZones.find)
            #expect(try SQLiteJournal(directory: folder, zones: SystemZones.find).secondAdult() == nil)
        }
    }

    @Test func dumpsNothingOfIt() throws {
        try withJournal { journal, _ in
            let before = HouseholdFile.text(of: try journal.history())
            try journal.setPassphrase(hash: "scrypt-hash")
            try journal.put(session("token-hash"))
            _ = try journal.invite(Self.invited)
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
