import Foundation
import MendCore
import MendJournal
import MendKeeping
import Testing

/// A household as JSON Lines, there and back.
@Suite struct HouseholdFileTests {
    private func history(_ text: String) throws -> History {
        try HouseholdFileReader(now: Samples.now, zones: SystemZones.find).history(from: Data(text.utf8))
    }

    /// The contract's sample, with times where it has dots.
    private static let contractLines = #"""
        {"type": "household", "version": 1, "id": "k7Qm2xW9", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US", "shared": false, "closed": ["mon-fri 09:00-17:00"], "away": ["2026-03-01/2026-03-07"], "good": "20:00"}
        {"type": "contact", "name": "Aunt Mo", "number": "…", "for": "…"}
        {"type": "person", "id": "ada", "name": "Ada", "relation": "child", "born": "2022-04-03", "closed": ["mon-fri 08:00-15:00"], "away": ["2026-01-10/2026-01-17"], "sleep": "19:30-06:30", "good": "17:30", "ended": "2026-01-05T19:10:00-05:00"}
        {"type": "rupture", "id": "r1", "with": "ada", "kind": "toxic", "at": "2026-01-05T17:40:00-05:00", "recorded": "2026-01-05T17:50:00-05:00", "zone": "red", "theirZone": "red", "frightened": "me", "excitedAbout": "her lego tower", "note": "…"}
        {"type": "attempt", "id": "t1", "rupture": "r1", "at": "2026-01-05T19:00:00-05:00", "recorded": "2026-01-05T19:05:00-05:00", "outcome": "declined", "roadblock": "shame", "note": "…"}
        {"type": "checkin", "id": "c1", "with": "ada", "at": "2026-01-05T17:30:00-05:00", "recorded": "2026-01-05T17:31:00-05:00", "zone": "yellow"}
        {"type": "hold", "id": "h1", "with": "ada", "at": "2026-01-05T18:30:00-05:00", "recorded": "2026-01-05T18:31:00-05:00", "until": "2026-01-07T12:00:00-05:00"}
        {"type": "channel", "name": "mail", "kind": "mail", "to": "…"}
        {"type": "subscription", "name": "phone", "only": "repairs", "open": false, "secretHash": "…", "created": "2026-01-05T18:00:00-05:00"}
        {"type": "published", "item": "r1.calm", "prompt": "…", "start": "2026-01-05T18:00:00-05:00", "sequence": 0, "modified": "2026-01-05T17:50:00-05:00"}
        {"type": "delivery", "item": "r1.calm", "channel": "mail", "at": "2026-01-05T18:00:00-05:00", "outcome": "sent"}

        """#

    @Test(arguments: JournalUnderTest.allCases)
    func theContractsSampleComesBackByteForByte(_ journal: JournalUnderTest) throws {
        let history = try history(Self.contractLines)
        try journal.make(history.household) { journal in
            try journal.update { _ in (history.records.map(Change.put), ()) }
            #expect(HouseholdFile.text(of: try journal.history()) == Self.contractLines)
        }
    }

    @Test func readsWhatTheContractsSampleSays() throws {
        let history = try history(Self.contractLines)
        var household = try Samples.household()
        household.closed = [try #require(ClosedTime("mon-fri 09:00-17:00"))]
        household.away = [try #require(DaysAway("2026-03-01/2026-03-07"))]
        household.good = LocalTime("20:00")
        #expect(history.household == household)
        #expect(history.contacts == [Contact(name: "Aunt Mo", number: "…", purpose: "…")])
        #expect(
            history.people == [
                Person(
                    id: "ada", name: "Ada", relation: .child, born: LocalDay("2022-04-03"),
                    closed: [try #require(ClosedTime("mon-fri 08:00-15:00"))],
                    away: [try #require(DaysAway("2026-01-10/2026-01-17"))], sleep: Window("19:30-06:30"),
                    good: LocalTime("17:30"), ended: Instant(seconds: 1_767_658_200))
            ])
        #expect(
            history.checkIns == [
                CheckIn(
                    id: "c1", with: "ada", at: Instant(seconds: 1_767_652_200),
                    recorded: Instant(seconds: 1_767_652_260),
                    zone: .yellow)
            ])
        #expect(
            history.holds == [
                Hold(
                    id: "h1", with: "ada", at: Instant(seconds: 1_767_655_800),
                    recorded: Instant(seconds: 1_767_655_860),
                    until: Instant(seconds: 1_767_805_200))
            ])
        #expect(
            history.ruptures == [
                Rupture(
                    id: "r1", with: "ada", kind: .toxic, at: Instant(seconds: 1_767_652_800),
                    recorded: Instant(seconds: 1_767_653_400),
                    zone: .red, theirZone: .red, frightened: .me, excitedAbout: "her lego tower", note: "…")
            ])
        #expect(
            history.attempts == [
                Attempt(
                    id: "t1", rupture: "r1", at: Instant(seconds: 1_767_657_600),
                    recorded: Instant(seconds: 1_767_657_900),
                    outcome: .declined, roadblock: .shame, note: "…")
            ])
        #expect(
            history.deliveries == [
                Delivery(item: Samples.calm("r1"), channel: "mail", at: Instant(seconds: 1_767_654_000), outcome: .sent)
            ])
    }

    /// What has begun is written with all that was shown of it.
    @Test func writesWhatWasShown() throws {
        var history = History(household: try Samples.household(shared: nil))
        history.published = [
            Published(
                item: Samples.calm("r1"), prompt: nil, start: Samples.now, sequence: 0, modified: Samples.now,
                settled: Samples.settled("ada", of: ["r2", "r1"])),
            Published(
                item: try Samples.daily("2026-01-06"), prompt: "p", start: Samples.now, sequence: 1,
                modified: Samples.now,
                settled: Samples.settled()),
        ]
        history.deliveries = [.beginning(of: "mail", at: Samples.now)]
        let text = HouseholdFile.text(of: history)
        #expect(
            text.split(separator: "\n").dropFirst() == [
                #"{"type": "published", "item": "r1.calm", "start": "2026-01-06T12:00:00-05:00", "sequence": 0, "modified": "2026-01-06T12:00:00-05:00", "with": "ada", "ruptures": ["r2", "r1"], "minutes": 5, "for": "self", "title": "Cool water", "text": "Ada's lego\u0000 tower.\nBreathe.", "band": "preschool", "tips": [1, 3], "grave": true, "because": [{"cause": "calm-floor red", "moved": 1200}, {"cause": "skipped-hour", "moved": -3600}]}"#,
                #"{"type": "published", "item": "daily.2026-01-06", "prompt": "p", "start": "2026-01-06T12:00:00-05:00", "sequence": 1, "modified": "2026-01-06T12:00:00-05:00", "minutes": 5, "for": "self", "title": "Cool water", "text": "", "grave": false}"#,
                #"{"type": "delivery", "item": "begin", "channel": "mail", "at": "2026-01-06T12:00:00-05:00", "outcome": "passed"}"#,
            ])
        #expect(try self.history(text) == history)
    }

    /// Whoever it was but the caregiver.
    @Test func saysWhoWroteWhat() throws {
        var history = History(household: try Samples.household())
        history.people = [Samples.person("ada")]
        history.ruptures = [
            Rupture(id: "r1", with: "ada", kind: .benign, at: Samples.rupturedAt, note: "N", by: "Jo"),
            Samples.rupture("r2"),
        ]
        history.attempts = [
            Attempt(id: "t1", rupture: "r1", at: Samples.rupturedAt, outcome: .partial, by: "Jo")
        ]
        history.checkIns = [CheckIn(id: "c1", at: Samples.rupturedAt, zone: .green, by: "Jo")]
        let text = HouseholdFile.text(of: history)
        #expect(
            text.split(separator: "\n").dropFirst(2) == [
                #"{"type": "rupture", "id": "r1", "with": "ada", "kind": "benign", "at": "2026-01-05T17:40:00-05:00", "recorded": "2026-01-05T17:40:00-05:00", "note": "N", "by": "Jo"}"#,
                #"{"type": "rupture", "id": "r2", "with": "ada", "kind": "benign", "at": "2026-01-05T17:40:00-05:00", "recorded": "2026-01-05T17:40:00-05:00"}"#,
                #"{"type": "attempt", "id": "t1", "rupture": "r1", "at": "2026-01-05T17:40:00-05:00", "recorded": "2026-01-05T17:40:00-05:00", "outcome": "partial", "by": "Jo"}"#,
                #"{"type": "checkin", "id": "c1", "at": "2026-01-05T17:40:00-05:00", "recorded": "2026-01-05T17:40:00-05:00", "zone": "green", "by": "Jo"}"#,
            ])
        #expect(try self.history(text) == history)
        #expect(throws: (any Error).self) { try self.history(text.replacing("Jo", with: "J\\u0000")) }
    }

    @Test func everyKindOfRecordComesBackByteForByte() throws {
        let text = HouseholdFile.text(of: try Samples.everything())
        let history = try history(text)
        #expect(history == (try Samples.everything()))
        #expect(HouseholdFile.text(of: history) == text)
    }

    @Test func textsComeBackByteForByte() throws {
        var history = History(household: try Samples.household())
        history.people = [Samples.person("ada")]
        history.ruptures = Samples.awkwardTexts.filter { $0.count <= 1000 }.enumerated().map { index, text in
            Samples.rupture("r\(index)", excitedAbout: text, note: text)
        }
        let text = HouseholdFile.text(of: history)
        #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == 2 + history.ruptures.count)
        let back = try self.history(text)
        for (rupture, same) in zip(history.ruptures, back.ruptures) {
            #expect(rupture.note.map { Array($0.utf8) } == same.note.map { Array($0.utf8) })
            #expect(rupture.excitedAbout.map { Array($0.utf8) } == same.excitedAbout.map { Array($0.utf8) })
        }
        #expect(HouseholdFile.text(of: back) == text)
    }

    @Test func escapesWhatALineCannotHold() throws {
        var history = History(household: try Samples.household(shared: nil))
        history.people = [Samples.person("ada")]
        history.ruptures = [Samples.rupture("r1", note: "a\u{0}\n\"\\\t\u{7F}\u{2028}é👩‍👧")]
        #expect(
            HouseholdFile.text(of: history) == #"""
                {"type": "household", "version": 1, "id": "k7Qm2xW9", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US"}
                {"type": "person", "id": "ada", "name": "Ada", "relation": "child", "born": "2022-04-03"}
                {"type": "rupture", "id": "r1", "with": "ada", "kind": "benign", "at": "2026-01-05T17:40:00-05:00", "recorded": "2026-01-05T17:40:00-05:00", "note": "a\u0000\n\"\\\t\u007f\u2028é👩‍👧"}

                """#)
    }

    @Test func timesStandInTheHouseholdsZone() throws {
        let text = #"""
            {"type": "household", "id": "h", "zone": "Asia/Kathmandu"}
            {"type": "checkin", "id": "c1", "at": "2026-01-05T17:40:00-05:00", "zone": "red"}
            {"type": "checkin", "id": "c2", "at": "2026-01-05t22:40:00.75z", "zone": "red"}
            {"type": "checkin", "id": "c3", "at": "1901-01-01T00:00:00+05:41", "zone": "red"}
            """#
        #expect(
            HouseholdFile.text(of: try history(text)).split(separator: "\n").dropFirst() == [
                #"{"type": "checkin", "id": "c1", "at": "2026-01-06T04:25:00+05:45", "recorded": "2026-01-06T04:25:00+05:45", "zone": "red"}"#,
                #"{"type": "checkin", "id": "c2", "at": "2026-01-06T04:25:00+05:45", "recorded": "2026-01-06T04:25:00+05:45", "zone": "red"}"#,
                // Before 1920 the clock there was 5:41:16 ahead; the seconds fall away, the instant stays.
                #"{"type": "checkin", "id": "c3", "at": "1901-01-01T00:00:00+05:41", "recorded": "1901-01-01T00:00:00+05:41", "zone": "red"}"#,
            ])
    }

    @Test func bothHoursOfADayThatHasOneTwiceComeBack() throws {
        let text = #"""
            {"type": "household", "version": 1, "id": "h", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3}
            {"type": "checkin", "id": "c1", "at": "2025-11-02T01:30:00-04:00", "recorded": "2025-11-02T01:30:00-04:00", "zone": "red"}
            {"type": "checkin", "id": "c2", "at": "2025-11-02T01:30:00-05:00", "recorded": "2025-11-02T01:30:00-05:00", "zone": "red"}

            """#
        #expect(HouseholdFile.text(of: try history(text)) == text)
    }

    @Test func whatIsLeftOutIsTheDefault() throws {
        let history = try history(
            #"""
            {"type": "household", "zone": "America/New_York"}
            {"type": "person", "id": "ada", "name": "Ada", "relation": "partner"}
            {"type": "rupture", "id": "r1", "with": "ada", "kind": "benign", "at": "2026-01-05T17:40:00-05:00", "note": null}
            {"type": "attempt", "id": "t1", "rupture": "r1", "at": "2026-01-05T18:40:00-05:00", "outcome": "partial"}
            {"type": "checkin", "id": "c1", "at": "2026-01-05T18:40:00-05:00", "zone": "red"}
            {"type": "hold", "id": "h1", "at": "2026-01-05T18:40:00-05:00", "until": "2026-01-05T18:40:00-05:00"}
            {"type": "subscription", "name": "phone", "secretHash": "x"}
            {"type": "published", "item": "r1.calm", "start": "2026-01-05T18:40:00-05:00", "sequence": 0, "modified": "2026-01-05T18:40:00-05:00"}
            """#)
        let at = Instant(seconds: 1_767_656_400)
        #expect(history.checkIns == [CheckIn(id: "c1", at: at, recorded: at, zone: .red)])
        #expect(history.holds == [Hold(id: "h1", with: nil, at: at, recorded: at, until: at)])
        #expect(history.published.map(\.settled) == [nil])
        #expect(history.household.closed == [])
        #expect(history.household.edited == nil)
        #expect(history.people.map(\.ended) == [nil])
        #expect(history.ruptures.map(\.frightened) == [nil])
        #expect(history.household.quiet == Window("21:00-07:00"))
        #expect(history.household.cap == 3)
        #expect(history.household.country == nil)
        #expect(history.household.shared == nil)
        #expect(history.ruptures.map(\.recorded) == [Instant(seconds: 1_767_652_800)])
        #expect(history.ruptures.map(\.note) == [nil])
        #expect(history.attempts.map(\.recorded) == [Instant(seconds: 1_767_656_400)])
        #expect(
            history.subscriptions == [
                Subscription(name: "phone", only: nil, open: false, secretHash: "x", created: nil)
            ])
    }

    @Test func aHouseholdWithoutAnIDIsNamedAfterItsFile() throws {
        let text = #"{"type": "household", "zone": "America/New_York"}"# + "\n"
        let id = try history(text).household.id
        #expect(id.utf8.count == 8)
        #expect(id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
        #expect(try history(text).household.id == id)
        #expect(try history(text + #"{"type": "contact", "name": "Mo", "number": "1"}"#).household.id != id)
    }

    @Test func lineEndsOfWindowsBlankLinesAndAMissingLastLineEndDoNoHarm() throws {
        let lines = Self.contractLines.split(separator: "\n")
        let expected = try history(Self.contractLines)
        #expect(try history(lines.joined(separator: "\r\n")) == expected)
        #expect(try history("\n" + lines.joined(separator: "\n \n")) == expected)
    }

    @Test(arguments: ["דָּנִיאֵל", "فاطمة", "محمد‌رضا", "Zoë", "José", "Mary-Ann O’Neill", "李小龍", "👩‍👧", "X Æ A-12"])
    func namesInAnyScriptAreFine(_ name: String) throws {
        var history = History(household: try Samples.household())
        history.people = [Samples.person("p1", name: name)]
        history.contacts = [Contact(name: name, number: name, purpose: name)]
        let back = try self.history(HouseholdFile.text(of: history))
        #expect(back.people.map { Array($0.name.utf8) } == [Array(name.utf8)])
        #expect(back.contacts.map { Array($0.name.utf8) } == [Array(name.utf8)])
    }

    @Test func deliveriesAreToldApartByItemAndChannel() throws {
        // Two deliveries, whose items and channels end alike.
        let text = #"""
            {"type": "household", "version": 1, "id": "h", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3}
            {"type": "delivery", "item": "a.b.calm", "channel": "c", "at": "2026-01-05T17:40:00-05:00", "outcome": "sent"}
            {"type": "delivery", "item": "a.calm", "channel": "b-c", "at": "2026-01-05T17:40:00-05:00", "outcome": "sent"}

            """#
        #expect(HouseholdFile.text(of: try history(text)) == text)
    }
}
