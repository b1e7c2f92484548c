import Testing

@testable import MendCore

@Suite struct TypedWordsTests {
    @Test(
        arguments: [
            ("her lego tower..", "her lego tower"), (" the\n tower !", "the tower"), ("a trip, ", "a trip"),
            ("...", nil),
            ("the tower (blue)", "the tower (blue)"), (nil, nil), ("", nil),
        ] as [(String?, String?)])
    func dropsTheEndMark(_ typed: String?, expected: String?) {
        #expect(TypedWords.cleaned(typed) == expected)
    }

    @Test(
        arguments: [
            ("her friend's party", "your friend's party"), ("His tower", "Your tower"),
            ("brushing her teeth", "brushing your teeth"),
            ("their trip and their bags", "your trip and your bags"), ("telling her about it", "telling her about it"),
            ("that car of his", "that car of his"), ("her and Bo", "her and Bo"),
            ("the higher tower", "the higher tower"),
            ("one two three four five six seven eight nine ten", nil), (nil, nil),
        ] as [(String?, String?)])
    func speaksToTheOwner(_ typed: String?, expected: String?) {
        #expect(TypedWords.addressed(typed) == expected)
    }
}
