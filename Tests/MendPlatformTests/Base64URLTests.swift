import Testing

@testable import MendPlatform

@Suite struct Base64URLTests {
    @Test(arguments: [
        ("", []), ("AA", [0]), ("AAE", [0, 1]), ("-_8", [0xFB, 0xFF]), ("-_8=", [0xFB, 0xFF]), ("AA==", [0]),
    ] as [(String, [UInt8])])
    func readsWithAndWithoutPadding(_ text: String, _ bytes: [UInt8]) {
        #expect(Base64URL.bytes(text) == bytes)
    }

    @Test(arguments: ["A", "+/8", "A A", "AA=A", "é", "AAAAA"])
    func readsNothingElse(_ text: String) {
        #expect(Base64URL.bytes(text) == nil)
    }

    @Test func writesWithoutPadding() {
        #expect(Base64URL.text([0xFB, 0xFF]) == "-_8")
    }
}
