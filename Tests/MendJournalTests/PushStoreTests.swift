import Foundation
import MendCore
import MendKeeping
import Testing

@testable import MendJournal

/// Phones beside the journal's records.
@Suite struct PushStoreTests {
    private func withJournal(_ body: (SQLiteJournal, String) throws -> Void) throws {
        try inFreshFolder { folder in
            let home = "\(folder)/home"
            try body(
                SQLiteJournal.create(in: home, records: Samples.everything().records, zones: SystemZones.find), home)
        }
    }

    private func add(_ channel: String, to journal: SQLiteJournal, endpoint: String? = nil) throws -> PushDevice {
        try journal.put(.channel(Channel(name: channel, kind: .push, to: "Firefox on Android")))
        let device = PushDevice(
            channel: channel, endpoint: endpoint ?? "https://push.example/\(channel)",
            publicKey: [4] + [UInt8](repeating: 9, count: 64), secret: [UInt8](repeating: 3, count: 16),
            base: "https://mend.example.org", renewed: Instant(seconds: 100))
        try journal.put(device)
        return device
    }

    private func token(
        _ hash: String, _ item: String, on channel: String = "phone", expires: Int = 1000
    ) throws -> NoticeToken {
        NoticeToken(
            hash: hash, item: try #require(ItemKey(item)), channel: channel, expires: Instant(seconds: expires))
    }

    @Test func makesItsKeyOnce() throws {
        try withJournal { journal, folder in
            #expect(try journal.pushKey { [1, 2, 3] } == [1, 2, 3])
            #expect(try journal.pushKey { [4, 5, 6] } == [1, 2, 3])
            let other = try SQLiteJournal(directory: folder, zones: SystemZones.find)
            #expect(try other.pushKey { [7] } == [1, 2, 3])
        }
    }

    @Test func keepsPhonesAndWhatTheirServicesAnswered() throws {
        try withJournal { journal, _ in
            var (phone, tablet) = (try add("phone", to: journal), try add("tablet", to: journal))
            #expect(try journal.pushDevices() == [phone, tablet])
            (phone.answer, phone.failures, phone.retryAt) = (429, 2, Instant(seconds: 500))
            try journal.note([phone])
            #expect(try journal.pushDevices() == [phone, tablet])
            // What was said of an address that it has no more.
            tablet.answer = 500
            try journal.put(
                PushDevice(
                    channel: "tablet", endpoint: "https://push.example/new", publicKey: tablet.publicKey,
                    secret: tablet.secret, base: tablet.base, renewed: tablet.renewed))
            try journal.note([tablet])
            try journal.removePushDevice(ofChannel: "tablet", endpoint: tablet.endpoint)
            #expect(try journal.pushDevices().map(\.answer) == [429, nil])
            try journal.removePushDevice(ofChannel: "tablet", endpoint: "https://push.example/new")
            #expect(try journal.pushDevices() == [phone])
        }
    }

    @Test func onePhoneHasOneChannel() throws {
        try withJournal { journal, _ in
            _ = try add("old", to: journal, endpoint: "https://push.example/same")
            _ = try add("new", to: journal, endpoint: "https://push.example/same")
            #expect(try journal.pushDevices().map(\.channel) == ["new"])
        }
    }

    @Test func aPhoneGoesWithItsChannel() throws {
        try withJournal { journal, _ in
            _ = try add("phone", to: journal)
            let tablet = try add("tablet", to: journal)
            // A channel that is changed keeps its phone.
            try journal.put(.channel(Channel(name: "tablet", kind: .push, to: "Safari on iPad", open: true)))
            try journal.write([.remove(.channel(name: "phone"))])
            #expect(try journal.pushDevices() == [tablet])
        }
    }

    @Test func aTokenIsGoodOnceAndTakesThoseOfItsItemAlong() throws {
        try withJournal { journal, _ in
            let (one, other) = (try token("a", "r1.reflect"), try token("c", "r1.reconnect"))
            try journal.put([one, token("b", "r1.reflect"), other], forgettingBefore: Instant(seconds: 0))
            #expect(try journal.noticeToken(hash: "a") == one)
            #expect(try journal.spendNoticeToken(hash: "a") == one)
            #expect(try journal.spendNoticeToken(hash: "a") == nil)
            #expect(try journal.spendNoticeToken(hash: "b") == nil)
            #expect(try journal.noticeToken(hash: "c") == other)
        }
    }

    @Test func tokensGoWithTheirTimeAndTheirRupture() throws {
        try withJournal { journal, _ in
            try journal.put(
                [token("a", "r1.reflect", expires: 10), token("b", "r1.rest"), token("c", "r10.rest")],
                forgettingBefore: Instant(seconds: 0))
            try journal.put([token("d", "r10.reflect")], forgettingBefore: Instant(seconds: 11))
            #expect(try journal.noticeToken(hash: "a") == nil)
            let attempts = try journal.history().attempts.filter { $0.rupture == "r1" }
            try journal.write(attempts.map { .remove(.attempt(id: $0.id)) } + [.remove(.rupture(id: "r1"))])
            #expect(try journal.noticeToken(hash: "b") == nil)
            #expect(try journal.noticeToken(hash: "c") != nil)
        }
    }

    /// The phone may have been taken away since, or given to somebody.
    @Test func noPhoneRingsThatABackupBringsBack() throws {
        try withJournal { journal, folder in
            _ = try add("phone", to: journal)
            _ = try add("tablet", to: journal)
            try journal.put(
                .delivery(Samples.delivery(Samples.calm("r1"), "phone")),
                .delivery(.beginning(of: "tablet", at: Samples.now)))
            try journal.put([token("a", "r1.reflect")], forgettingBefore: Instant(seconds: 0))
            let file = "\(folder)/../b.sqlite"
            _ = try Backup(path: file).write(journal, replacing: false)
            for channel in ["phone", "tablet"] { try journal.write([.remove(.channel(name: channel))]) }
            for (place, replacing) in [(folder, true), ("\(folder)/../back", false)] {
                let outcome = try Restoration(of: Backup(path: file), into: place, zones: SystemZones.find)
                    .run(replacing: replacing, now: Samples.now, known: file)
                #expect(outcome.phones == 2)
                let back = try SQLiteJournal(directory: place, zones: SystemZones.find)
                #expect(try back.pushDevices() == [])
                #expect(try back.noticeToken(hash: "a") == nil)
                let history = try back.history()
                #expect(history.channels.map(\.name) == ["mail", "stdout"])
                #expect(history.deliveries.map(\.channel) == ["mail", "stdout"])
            }
        }
    }

    @Test func dumpsNothingOfItAndBacksUpAllOfIt() throws {
        try withJournal { journal, folder in
            let phone = try add("phone", to: journal)
            let key = try journal.pushKey { [1, 2, 3] }
            let dump = HouseholdFile.text(of: try journal.history())
            #expect(dump.contains(#"{"type": "channel", "name": "phone", "kind": "push", "to": "Firefox on Android""#))
            for word in ["push.example", "010203", "mend.example.org"] { #expect(!dump.contains(word)) }
            let file = "\(folder)/../b.sqlite"
            _ = try Backup(path: file).write(journal, replacing: false)
            let back = try SQLiteJournal(path: file, zones: SystemZones.find, isStaged: true)
            #expect(try back.pushDevices() == [phone])
            #expect(try back.pushKey { [9] } == key)
        }
    }

    @Test func nothingIsLeftWhenEverythingIsErased() throws {
        try withJournal { journal, folder in
            _ = try add("phone", to: journal)
            _ = try journal.pushKey { [1, 2, 3] }
            try journal.put([token("a", "r1.reflect")], forgettingBefore: Instant(seconds: 0))
            try journal.erase()
            #expect(!FileManager.default.fileExists(atPath: SQLiteJournal.path(in: folder)))
        }
    }

    /// Whoever had the phone may not answer in the caregiver's name any more; on others buttons go on to answer.
    @Test func noButtonOutlivesAPhoneThatWasTakenAway() throws {
        try withJournal { journal, _ in
            _ = try add("phone", to: journal)
            _ = try add("tablet", to: journal)
            let tokens = try [token("a", "r1.reflect"), token("b", "r1.reflect", on: "tablet")]
            try journal.put(tokens, forgettingBefore: Instant(seconds: 0))
            try journal.write([.remove(.channel(name: "phone"))])
            #expect(try journal.noticeToken(hash: "a") == nil)
            #expect(try journal.noticeToken(hash: "b") == tokens[1])
        }
    }
}
