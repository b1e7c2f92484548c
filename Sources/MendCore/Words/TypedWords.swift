/// Words that the caregiver typed, made ready to stand in a sentence of the plan.
enum TypedWords {
    /// More words than this do not fit into a sentence for a child.
    private static let most = 9

    /// On one line, without the marks that end a sentence; nil when nothing is left.
    static func cleaned(_ text: String?) -> String? {
        guard let text else { return nil }
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let end = line.lastIndex { !".!?…,;: ".contains($0) }
        return end.map { String(line[...$0]) }
    }

    /// As it is said to the one it is about: "building her tower" is "building your tower". Nil where it is too long.
    static func addressed(_ text: String?) -> String? {
        guard let text else { return nil }
        var words = text.split(separator: " ").map(String.init)
        guard words.count <= most else { return nil }
        for index in words.indices.dropLast() where isOwner(words[index]) && isOwned(words[index + 1]) {
            words[index] = words[index].first?.isUppercase == true ? "Your" : "your"
        }
        return words.joined(separator: " ")
    }

    private static func isOwner(_ word: String) -> Bool {
        ["her", "his", "their"].contains(word.lowercased())
    }

    /// Whether a word can be what is owned, or tell of it: after "telling her" comes no such word in "about", "the", "to".
    private static func isOwned(_ word: String) -> Bool {
        let word = word.lowercased().prefix { $0.isLetter }
        return !word.isEmpty && !notOwned.contains(String(word))
    }

    private static let notOwned: Set = [
        "a", "about", "again", "all", "an", "and", "as", "at", "away", "back", "because", "before", "but", "by", "down",
        "for", "from", "go", "how", "if", "in", "is", "it", "my", "not", "of", "off", "on", "or", "our", "out", "over",
        "so", "some", "that", "the", "then", "these", "this", "those", "through", "to", "too", "up", "was", "what",
        "when", "where", "while", "who", "why", "with", "you", "your",
    ]
}
