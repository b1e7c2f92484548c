import MendCore
import MendText
import Testing

@testable import MendExport

/// Words that look like marks stay words.
@Suite struct AgendaMarkdownTests {
    private func year(_ title: String, _ text: String, with: [String] = []) -> String {
        let day = LocalDay(number: 20_458)
        let item = Item(
            id: "daily.\(day)", kind: .prompt, start: Instant(seconds: day.number * 86_400 + 27_000), minutes: 2,
            voice: .together, with: with, writtenTitle: title, text: text, prompt: nil, because: [])
        let zone = Zone(identifier: "UTC", initialOffset: 0, changes: [])
        return AgendaMarkdown(dates: DateContext(zone: zone, today: day), in: .english)
            .year([item], title: "A plan", from: day, to: day)
    }

    @Test func holdsHeadingsAndWords() {
        #expect(
            year("One breath", "Sit down.\n\n- Feet first\n- Then the rest", with: ["Ada"]) == """
                # A plan

                Monday 5 January 2026 to Monday 5 January 2026, with Ada.

                mend is a reminder and a notebook. It is no therapy and no emergency service.

                ## January 2026

                ### Monday 5 January 2026

                **One breath** (2 min, with Ada)

                Sit down.

                - Feet first
                - Then the rest

                """)
    }

    @Test(arguments: [
        ("a *b* _c_ `d` <e> [f](g) & h", #"a \*b\* \_c\_ \`d\` \<e\> \[f\](g) \& h"#),
        ("# no heading", "\\# no heading"), ("1. no list", #"1\. no list"#), ("+ nor here", #"\+ nor here"#),
        ("12 is a number", "12 is a number"), ("-5 degrees", #"\-5 degrees"#), ("- a list", "- a list"),
        ("> no quote", #"\> no quote"#),
    ])
    func keepsMarksAsWords(_ text: String, expected: String) {
        #expect(year("One", text).hasSuffix("\n\n\(expected)\n"))
    }

    @Test func keepsADashAtALineBreakAWord() {
        let words = String(repeating: "word ", count: 15) + "four - and more"
        #expect(year("One", words).hasSuffix("word four\n\\- and more\n"))
    }
}
