import Testing

@testable import MendXML

struct XMLCharactersTests {
    @Test(arguments: ["a", "A1", "_x", "x-wr-calname", "atom:link", "a.b"])
    func takesNames(text: String) {
        #expect(XMLCharacters.isName(text))
    }

    @Test(arguments: ["", "1a", "-a", ":a", "a:", "a:b:c", "a:1", "a b", "a>", "é", "a\u{0}"])
    func refusesWhatIsNoName(text: String) {
        #expect(!XMLCharacters.isName(text))
    }
}
