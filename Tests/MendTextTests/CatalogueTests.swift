import MendCore
import MendText
import Testing

@Suite struct CatalogueTests {
    @Test func putsEachSentenceBetweenBracketsInThePseudoLanguage() {
        #expect(Catalogue(.english).text(DailyPhrase.nothingOpen) == "Nothing is open.")
        #expect(Catalogue(.bracketed).text(DailyPhrase.nothingOpen) == "⟦Nothing is open.⟧")
    }

    @Test func saysNothingWhereThereIsNothingToSay() {
        #expect(Catalogue(.bracketed).text(HelpPhrase.discussion(.channel)) == "")
    }

    @Test(arguments: Verb.allCases) func helpHasALineForEachVerb(_ verb: Verb) {
        #expect(Catalogue.english.text(HelpPhrase.abstract(verb)).hasSuffix("."))
        #expect(verb.rawValue.hasSuffix(verb.name) && !verb.name.contains(" "))
    }
}
