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

    @Test func saysDaysAndTimesAsPeopleDo() throws {
        let zone = Zone(identifier: "UTC", initialOffset: 0, changes: [])
        let instant = try #require(TimeText.instant(rfc3339: "2026-01-05T17:40:00Z"))
        let day = zone.day(of: instant)
        #expect(Catalogue.english.text(DatePhrase.day(day)) == "Monday 5 January 2026")
        #expect(Catalogue.english.text(DatePhrase.month(day)) == "January 2026")
        #expect(Catalogue.english.text(DatePhrase.moment(instant, zone)) == "Mon 5 January, 17:40")
    }

    @Test(arguments: Verb.allCases) func helpHasALineForEachVerb(_ verb: Verb) {
        #expect(Catalogue.english.text(HelpPhrase.abstract(verb)).hasSuffix("."))
        #expect(verb.rawValue.hasSuffix(verb.name) && !verb.name.contains(" "))
    }
}
