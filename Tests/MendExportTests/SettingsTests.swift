import MendCore
import Testing

@testable import MendExport

struct SettingsTests {
    @Test(arguments: [
        ("https://example.org", "https://example.org"),
        ("https://example.org/mend///", "https://example.org/mend"),
        ("http://127.0.0.1:8420", "http://127.0.0.1:8420"),
        ("http://[::1]:8420/k7Qm2xW9", "http://[::1]:8420/k7Qm2xW9"), ("https://example.org/a%20b:[@]", "https://example.org/a%20b:[@]"),
    ])
    func readsBaseURLs(text: String, read: String) {
        #expect(BaseURL(text)?.text == read)
    }

    @Test(arguments: [
        "", "example.org", "javascript:alert(1)", "ftp://example.org", "https://", "https:///x", "https://a b",
        "https://a\"onclick=x", "https://a/<b>", "https://a\r\nb", "https://a/?q", "https://a/#f", "https://é.org",
        "http://[::1420", "http://[]", "http://[1]", "http://[::g]", "http://[::1]8420", "http://::1", "http://a]", "http://:80",
        "http://a:", "http://a:b", "http://a:65536", "http://a:+80", "http://a:8:0", "https://me:pw@a", "https://a/%", "https://a/%2", "https://a/%g0",
    ])
    func refusesWhatIsNoBaseURL(text: String) {
        #expect(BaseURL(text) == nil)
    }

    @Test func calendarDaysReachTwelveWeeksBackAndNinetyDaysAhead() throws {
        let days = try TestData.settings().calendarDays(in: TestData.zone)
        #expect(days.lowerBound.description == "2025-11-10")
        #expect(days.upperBound.description == "2026-05-03")
    }

    @Test func daysBeginWithTheHouseholdsFirstDay() throws {
        var history = try TestData.history()
        #expect(try TestData.settings().days(for: history).lowerBound.description == "2026-01-05")
        history.checkIns = [CheckIn(id: "c", at: try TestData.instant("2025-06-17T12:00:00Z"), zone: .green)]
        #expect(try TestData.settings().days(for: history).lowerBound.description == "2025-06-17")
        history.checkIns = [CheckIn(id: "c", at: try TestData.instant("1990-06-17T12:00:00Z"), zone: .green)]
        #expect(try TestData.settings().days(for: history).lowerBound.description == "2016-02-01")
    }

    @Test(arguments: [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\u{0}a\u{7F}\u{80}b", "ab"), ("a\u{85}\u{2028}\u{2029}b", "a\n\n\nb"),
        ("\u{FFFE}\u{FFFF}a\u{FFFD}", "a\u{FFFD}"), ("a\tb\u{A0}c", "a\tb\u{A0}c"),
        ("👩‍👧 שלום مرحبا สวัสดี e\u{301}", "👩‍👧 שלום مرحبا สวัสดี e\u{301}"),
        ("\r\n\r\n", "\n\n"), ("\u{FEFF}a\u{FEFF}", "a"), ("\r", "\n"),
    ])
    func plainTextHoldsNoControlCharacter(text: String, plain: String) {
        #expect(PlainText(text).string.unicodeScalars.elementsEqual(plain.unicodeScalars))
    }

    /// At each place of a block, and after text that looks like its first byte.
    @Test(arguments: ["\u{1}", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}"])
    func plainTextFindsControlCharactersEverywhere(character: String) {
        for place in 0...40 {
            let (head, tail) = (String(repeating: "a", count: place) + "© ’｡", "é–" + String(repeating: "b", count: 20))
            #expect(PlainText(head + character + tail).string == head + tail)
        }
    }

    @Test func findsParagraphsByCodePoints() {
        let text = PlainText("a\nb\n \t\n\n\u{301}c\r\n\r\nd")
        #expect(text.paragraphs == [["a", "b"], ["\u{301}c"], ["d"]])
        #expect(text.summary.string == "a b")
        #expect(PlainText("").summary.string == "")
    }

    @Test func hashIsSipHash() {
        // The test vector of the paper's appendix.
        let key: (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
        #expect(SipHash(key: key).value((0..<15).map { UInt8($0) }) == 0xa129_ca61_49be_45e5)
        #expect(SipHash(key: key).value([]) == 0x726f_db47_dd0e_0e31)
    }

    @Test func monthsFollowEachOther() throws {
        let month = Month(of: try #require(LocalDay("2026-01-31")))
        #expect(month.description == "2026-01")
        #expect(month.advanced(by: 1).description == "2026-02")
        #expect(month.advanced(by: 13).description == "2027-02")
        #expect(month.advanced(by: -1).description == "2025-12")
        #expect((month..<month.advanced(by: 3)).map(\.description) == ["2026-01", "2026-02", "2026-03"])
    }
}
