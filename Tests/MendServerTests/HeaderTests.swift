import Testing

@testable import MendServer

/// Headers whose marks stand beside letters that Swift would join with them.
@Suite struct HeaderTests {
    @Test(arguments: [
        ("\"a\"", true), ("W/\"a\"", true), ("\"b\", W/\"a\"", true), ("*", true), ("\"b\"", false), ("", false),
        ("\u{600}, \"a\"", true), (",\u{301}x, \"a\" ,", true), ("\"a\"\u{301}", false),
    ])
    func findsATag(_ header: String, _ isFound: Bool) {
        #expect(EntityTag.matches(header, "\"a\"") == isFound)
    }

    @Test(arguments: [
        ("mend=abcdefghijklmnop", "abcdefghijklmnop"), ("a=b; mend=abcdefghijklmnop;c", "abcdefghijklmnop"),
        ("mend=abcdefghijklmnop;\u{301}a=b", "abcdefghijklmnop"), ("mend=short", nil), ("mender=abcdefghijklmnop", nil),
        ("mend=\u{301}abcdefghijklmnop", "\u{301}abcdefghijklmnop"),
    ])
    func findsACookie(_ line: String, _ value: String?) {
        #expect(CookieHeader.value("mend", in: [line]).map { Array($0.utf8) } == value.map { Array($0.utf8) })
    }
}
