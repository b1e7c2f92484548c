import MendText
import Testing

@testable import MendExport

struct TextLayoutTests {
    @Test(arguments: [
        ("one two three", "one two\nthree"), ("- one two three", "- one\n  two\n  three"), ("a\n\nb", "a\n\nb"),
        ("longer than the line", "longer\nthan the\nline"), ("表表表 表", "表表表\n表"),
        // To Swift, a space and a combining mark are one character.
        ("one two \u{301}three", "one two\n\u{301}three"),
    ])
    func breaksBetweenWords(text: String, lines: String) {
        #expect(TextLayout.wrap(text, width: 8).unicodeScalars.elementsEqual(lines.unicodeScalars))
    }
}
