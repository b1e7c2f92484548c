import Testing

@testable import MendCore

@Suite struct FoldedNameTests {
    @Test(arguments: [
        ("Ada", "ADA"), ("Νίκος", "ΝΊΚΟΣ"), ("Weiß", "WEISS"), ("Weiß", "WEIẞ"), ("İpek", "i\u{307}pek"),
        ("Zoë", "Zoe\u{308}"), ("Ada ", "Ada"), ("\u{200B}Ada\u{FEFF}", "Ada"), ("A\u{200D}da", "Ada"),
        ("Ada\u{A0} Lou", "ada lou"), ("Ada\u{2800}", "Ada"), ("ǅemal", "ǆEMAL"), ("K\u{212A}im", "kkim"),
    ])
    func takesWhatReadsAlikeForTheSame(_ one: String, _ other: String) {
        #expect(FoldedName(one) == FoldedName(other))
    }

    @Test(arguments: [("Ada", "Adam"), ("Zoë", "Zoe"), ("Irem", "ırem"), ("Ada Lou", "AdaLou"), ("Νίκος", "Νικος")])
    func keepsApartWhatCanBeToldApart(_ one: String, _ other: String) {
        #expect(FoldedName(one) != FoldedName(other))
    }

    @Test(arguments: [
        ("Νίκος", "νίκ", true), ("Zoë", "ZO", true), ("Zoë", "Zoe", false), ("Ada", "", false), ("Ada", " ", false),
    ])
    func findsBeginnings(_ name: String, _ beginning: String, _ isOne: Bool) {
        #expect(FoldedName(name).begins(with: FoldedName(beginning)) == isOne)
    }

    @Test(arguments: ["", " ", "\u{2800}", "\u{200B}\u{3000}\u{2060}"])
    func seesNothingWhereNothingIs(_ name: String) {
        #expect(FoldedName(name).isEmpty)
    }
}
