import Testing

@testable import MendXML

struct XMLCharactersTests {
    /// At each place, so that no way of looking at many bytes at once passes over it.
    @Test(arguments: ["\u{0}", "\u{8}", "\u{B}", "\u{C}", "\u{E}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
    func leavesOutOneForbiddenCharacterEverywhere(character: String) {
        for place in 0...40 {
            let (head, tail) = (String(repeating: "a", count: place), "\t\n\r｡" + String(repeating: "b", count: 20))
            let allowed = XMLCharacters.allowed(in: head + character + tail)
            #expect(allowed.unicodeScalars.elementsEqual((head + tail).unicodeScalars))
        }
    }

    @Test(arguments: ["a", "A1", "_x", "x-wr-calname", "atom:link", "a.b", "é"])
    func takesNames(text: String) {
        #expect(XMLCharacters.isName(text))
    }

    @Test(arguments: ["", "1a", "-a", ":a", "a:", "a:b:c", "a:1", "a b", "a>", "a\u{0}", "a&", "a\"", "a\n"])
    func refusesWhatIsNoName(text: String) {
        #expect(!XMLCharacters.isName(text))
    }
}
