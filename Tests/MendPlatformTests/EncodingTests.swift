import Testing

@testable import MendPlatform

/// Bytes as text, and text as a part of an address.
@Suite struct EncodingTests {
    @Test(arguments: [([], ""), ([0], "00"), ([0x0f, 0xa0, 0xff], "0fa0ff")] as [([UInt8], String)])
    func writesTwoDigitsForEachByte(_ bytes: [UInt8], _ text: String) {
        #expect(Hexadecimal.text(bytes) == text)
        #expect(Hexadecimal.bytes(text) == bytes)
        #expect(Hexadecimal.bytes(text.uppercased()) == bytes)
    }

    @Test(arguments: ["0", "0g", "+1", " 1", "\u{FF10}0", "0x"]) func readsNothingElse(_ text: String) {
        #expect(Hexadecimal.bytes(text) == nil)
    }

    @Test(arguments: [
        ("r1.calm", "r1.calm"), ("a b/c", "a%20b%2Fc"), ("é~_-", "%C3%A9~_-"), ("100%", "100%25"), ("\u{0}", "%00"),
        ("", ""),
    ])
    func encodesASegment(_ text: String, _ encoded: String) {
        #expect(PercentEncoding.segment(text) == encoded)
        #expect(PercentEncoding.decoded(encoded.utf8) == Array(text.utf8))
    }

    @Test func keepsTheSlashesOfAPath() {
        #expect(PercentEncoding.path("/i/a b?") == "/i/a%20b%3F")
    }

    @Test(arguments: ["%", "%4", "%4g", "a%zz"]) func decodesNoBrokenEscape(_ text: String) {
        #expect(PercentEncoding.decoded(text.utf8) == nil)
    }

    @Test(
        arguments: [
            (".b.sqlite.mend-new", "b.sqlite"), (".b.sqlite.mend-new-journal", "b.sqlite"), (".x", nil),
            ("b.mend-new", nil),
        ] as [(String, String?)])
    func knowsWhatWasBeingMade(_ name: String, _ final: String?) {
        #expect(StagingName.final(of: name) == final)
    }

    @Test func stagesBesideThePlace() {
        #expect(StagingName.path(for: "/a/b.sqlite") == "/a/.b.sqlite.mend-new")
        #expect(StagingName.path(for: "b.sqlite") == "./.b.sqlite.mend-new")
    }
}
