/// L26: words to be said stand in quotation marks, and people contract.
enum SpeechRules {
    static func warnings(_ texts: [LintText]) -> [PlanFault] {
        texts.flatMap(quotes) + files(texts)
    }

    // MARK: Quotation marks

    private static let sayingVerbs: Set = [
        "say", "says", "said", "saying", "ask", "asks", "asking", "tell", "telling", "whisper", "answer", "begin",
        "write",
    ]

    /// A colon after a word for saying, and then a sentence without quotation marks.
    private static func quotes(_ text: LintText) -> [PlanFault] {
        // These are speech throughout.
        guard ![.scripts, .replies].contains(text.list), text.field != .title else { return [] }
        let bytes = Array(text.text.utf8)
        let words = text.tokens.words
        return words.indices.dropFirst().compactMap { index in
            let word = words[index]
            let before = bytes[..<word.offset].suffix(2)
            guard before.elementsEqual(": ".utf8), (0x41...0x5A).contains(bytes[word.offset]) else { return nil }
            let near = words[max(0, index - 3)..<index].filter { $0.sentence == word.sentence }
            guard near.contains(where: { sayingVerbs.contains($0.text) }) else { return nil }
            return text.warning(
                "L26", "speech without quotation marks (\(word.text) ...)", "write say: \"...\"", at: word.offset)
        }
    }

    // MARK: Contractions

    private static let whole: [String: String] = [
        "i am": "I'm", "you are": "you're", "we are": "we're", "they are": "they're", "it is": "it's",
        "that is": "that's", "what is": "what's", "there is": "there's", "here is": "here's", "who is": "who's",
        "i will": "I'll", "you will": "you'll", "we will": "we'll", "they will": "they'll", "it will": "it'll",
        "that will": "that'll", "do not": "don't", "does not": "doesn't", "did not": "didn't", "is not": "isn't",
        "are not": "aren't", "was not": "wasn't", "were not": "weren't", "will not": "won't", "would not": "wouldn't",
        "could not": "couldn't", "should not": "shouldn't", "have not": "haven't", "has not": "hasn't",
        "had not": "hadn't", "can not": "can't", "let us": "let's",
    ]
    private static let endings = ["n't", "'m", "'re", "'ll"]
    private static let others: Set = [
        "it's", "that's", "what's", "there's", "here's", "who's", "let's", "how's", "where's",
    ]
    /// Fewer places than this say nothing.
    private static let fewest = 5

    /// The words that could be contracted, and how many are.
    struct Count {
        private(set) var contracted = 0
        private(set) var whole: [(text: LintText, word: Tokens.Word, form: String)] = []

        init(_ texts: [LintText]) {
            for text in texts {
                let words = text.tokens.words
                for (index, word) in words.enumerated() {
                    if endings.contains(where: word.text.hasSuffix) || others.contains(word.text) {
                        contracted += 1
                    } else if let form = SpeechRules.form(at: index, in: words) {
                        whole.append((text, word, form))
                    }
                }
            }
        }

        var places: Int { contracted + whole.count }
    }

    /// What the word and the one after it are in speech; nil where nobody contracts: at the end of a sentence, before a mark.
    private static func form(at index: Int, in words: [Tokens.Word]) -> String? {
        let word = words[index]
        if word.text == "cannot" { return "can't" }
        guard index + 1 < words.count, words[index + 1].sentence == word.sentence, !words[index + 1].isAfterMark,
            let form = whole["\(word.text) \(words[index + 1].text)"]
        else { return nil }
        if form.hasSuffix("n't") { return form }
        guard index + 2 < words.count, words[index + 2].sentence == word.sentence, !words[index + 2].isAfterMark
        else { return nil }
        return form
    }

    private static func files(_ texts: [LintText]) -> [PlanFault] {
        let read = texts.filter { !$0.isSecondForm && $0.field != .title && $0.list != .signs }
        return Dictionary(grouping: read, by: \.place.path).sorted { $0.key < $1.key }.compactMap { path, texts in
            let count = Count(texts)
            guard count.places >= fewest, count.contracted * 5 < count.places * 4, let first = count.whole.first
            else { return nil }
            return first.text.warning(
                "L26", "\(count.contracted) of \(count.places) contracted in \(path)",
                "write as people talk: \(first.form) here", at: first.word.offset)
        }
    }
}
