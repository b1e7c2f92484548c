import Foundation
import MendCore
import MendExport
import MendJournal
import MendPush
import MendText
import ShippedPlan
import Testing

@testable import MendDelivery

/// What a notice says, to whom, and what of it a service sees.
@Suite struct PushNoticeTests {
    private let household: Household
    private let plan = ShippedPlan.load()
    private let now = Instant(seconds: 1_767_625_200)  // Monday 5 January 2026, 10:00 in New York

    init() throws {
        household = Household(id: "k7Qm2xW9", zone: try #require(SystemZones.find("America/New_York")))
    }

    private func repair(_ id: String = "r1.reconnect", start: Int = 0, text: String = "Come back, gently.\nMore.") -> Item {
        Item(
            id: id, kind: .rung(.reconnect), start: now + start, minutes: 15, voice: .together, person: "ada",
            with: ["Ada"], ruptures: ["r1"], writtenTitle: "Come back together", text: text, prompt: nil, because: [])
    }

    private func notice(isOpen: Bool) -> PushNotice {
        PushNotice(
            household: household, neutral: NeutralTitles(household: household, plan: plan), isOpen: isOpen,
            base: "https://mend.example.org", openTags: ["0123456789abcdef"], catalogue: .english)
    }

    private func read(_ bytes: [UInt8]) throws -> (top: [String: Any], notification: [String: Any]) {
        let top = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        return (top, try #require(top["notification"] as? [String: Any]))
    }

    @Test func isDiscreetByDefault() throws {
        let bytes = notice(isOpen: false).bytes(of: repair(), token: "word", isShort: false)
        let (top, notification) = try read(bytes)
        #expect(top["web_push"] as? Int == 8030)
        for word in ["Ada", "Come back", "gently", "r1", "reconnect", "Mended"] {
            #expect(!String(decoding: bytes, as: UTF8.self).contains(word), "\(word)")
        }
        let actions = try #require(notification["actions"] as? [[String: String]])
        #expect(actions.map { $0["title"] } == ["Done", "Not now", "Open"])
        #expect(actions.map { $0["action"] } == ["mended", "not-now", "words"])
        #expect(actions[0]["navigate"] == "https://mend.example.org/notice/word")
    }

    @Test func allDiscreetNoticesLookAlike() throws {
        let prompt = Item(
            id: "daily.2026-01-05", kind: .prompt, start: now, minutes: 2, voice: .own, writtenTitle: "Breathe out",
            text: "Slowly.", prompt: nil, because: [])
        let (_, one) = try read(notice(isOpen: false).bytes(of: prompt, token: nil, isShort: false))
        let (_, other) = try read(notice(isOpen: false).bytes(of: repair(), token: "word", isShort: false))
        #expect(one["body"] as? String == other["body"] as? String)
        let titles = [one, other].map { ($0["actions"] as? [[String: String]])?.map { $0["title"] } }
        #expect(titles[0] == titles[1])
    }

    @Test func showsNamesWhereThatWasChosen() throws {
        let (_, notification) = try read(notice(isOpen: true).bytes(of: repair(), token: "word", isShort: false))
        #expect(notification["title"] as? String == "Come back together · Ada")
        #expect(notification["body"] as? String == "Come back, gently.")
        let actions = try #require(notification["actions"] as? [[String: String]])
        #expect(actions.map { $0["title"] } == ["Mended", "Not now", "Words"])
    }

    @Test func leavesTheTextOutWhereAServiceTakesLess() throws {
        let (_, notification) = try read(notice(isOpen: true).bytes(of: repair(), token: "word", isShort: true))
        #expect(notification["body"] == nil)
        #expect(notification["title"] as? String == "Come back together · Ada")
    }

    @Test func fitsIntoItsMessageWhateverItSays() {
        for letter in ["x", "\u{1}", "\"", "é", "👩‍👧‍👦", "界"] {
            let long = Item(
                id: "r1.reconnect", kind: .rung(.reconnect), start: now, minutes: 15, voice: .together, person: "ada",
                with: [String(repeating: letter, count: 500)], ruptures: ["r1"],
                writtenTitle: String(repeating: letter, count: 500), text: String(repeating: letter, count: 5000),
                prompt: nil, because: [])
            let notice = PushNotice(
                household: household, neutral: NeutralTitles(household: household, plan: plan), isOpen: true,
                base: "https://" + String(repeating: "m", count: 80) + ".example.org",
                openTags: (0..<10).map { String(repeating: "\($0)", count: 32) }, catalogue: .english)
            let bytes = notice.bytes(of: long, token: String(repeating: "t", count: 27), isShort: false)
            #expect(bytes.count <= PushNotice.lengthLimit, "\(letter): \(bytes.count)")
        }
    }

    @Test func aNewerOneOfTheSamePersonTakesThePlaceOfTheOlder() {
        let tags = NoticeTags(household: household)
        #expect(tags.tag(of: repair()) == tags.tag(of: repair("r2.try-again.1")))
        #expect(tags.open([Rupture(id: "r1", with: "ada", kind: .benign, at: now, recorded: now)]) == [tags.tag(of: repair())])
    }

    @Test(arguments: [
        // 10:00 in New York: three hours, or the rest of the day.
        (0, true, 3 * 3600), (0, false, 14 * 3600),
        // 22:30: one hour and a half of the day are left.
        (45_000, true, 5400), (45_000, false, 5400),
        // 23:58: however little is left, a quarter of an hour.
        (50_280, true, 900), (50_280, false, 900),
    ])
    func livesAsLongAsItMakesSense(_ later: Int, _ isRepair: Bool, _ seconds: Int) {
        let item =
            isRepair
            ? repair(start: later)
            : Item(
                id: "daily.2026-01-05", kind: .prompt, start: now + later, minutes: 2, voice: .own, writtenTitle: "",
                text: "", prompt: nil, because: [])
        #expect(item.senseEnds(from: now + later, in: household.zone) - (now + later) == seconds)
    }
}
