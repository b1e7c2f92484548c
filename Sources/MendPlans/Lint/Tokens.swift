/// A text as words and sentences.
struct Tokens {
    struct Word {
        /// Small letters, with a straight apostrophe.
        let text: String
        /// In bytes from the start of the text.
        let offset: Int
        let sentence: Int
        /// It follows a hyphen: for the eye it belongs to the word before.
        let isJoined: Bool
        let isAllCapitals: Bool
        /// A comma, colon, bracket or dash stands before it.
        let isAfterMark: Bool
    }

    let words: [Word]
    /// The words of each sentence.
    let sentences: [Range<Int>]

    /// A sentence ends with `.`, `!` or `?` before a space, and with a paragraph. `a.m.` and `e.g.` end none.
    init(_ text: String) {
        let bytes = Array(text.utf8)
        var words: [Word] = []
        var sentences: [Range<Int>] = []
        var first = 0
        var isAfterMark = false
        var index = 0

        func endSentence() {
            guard words.count > first else { return }
            sentences.append(first..<words.count)
            first = words.count
        }

        while index < bytes.count {
            if let end = Self.wordEnd(bytes, from: index) {
                let isJoined = index > 0 && bytes[index - 1] == UInt8(ascii: "-") && words.count > first
                let word = bytes[index..<end]
                words.append(
                    Word(
                        text: Self.folded(word), offset: index, sentence: sentences.count, isJoined: isJoined,
                        isAllCapitals: word.count > 1 && word.allSatisfy { (0x41...0x5A).contains($0) },
                        isAfterMark: isAfterMark))
                isAfterMark = false
                index = end
                continue
            }
            let byte = bytes[index]
            if byte == 0xE2 || ",;:()[]".utf8.contains(byte) { isAfterMark = true }
            if byte == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A { endSentence() }
            if ".!?".utf8.contains(byte) {
                var next = index + 1
                while next < bytes.count, ".!?\"')]".utf8.contains(bytes[next]) { next += 1 }
                let isAbbreviation = index >= 2 && byte == UInt8(ascii: ".") && bytes[index - 2] == byte
                if next == bytes.count || bytes[next] <= 0x20 || bytes[next] >= 0xE2, !isAbbreviation { endSentence() }
            }
            index += 1
        }
        endSentence()
        self.words = words
        self.sentences = sentences
    }

    /// How many words a reader sees: `good-night` is one.
    func count(_ range: Range<Int>) -> Int {
        words[range].count { !$0.isJoined }
    }

    /// Letters, digits and inner apostrophes. Punctuation outside ASCII begins with 0xE2 or has four bytes.
    private static func wordEnd(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            let isLetter =
                byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
                || byte >= 0x80 && byte != 0xE2 && byte < 0xF0
            if isLetter {
                index += 1
            } else if byte >= 0xE2 {
                break
            } else if byte == 0x27, index > start, index + 1 < bytes.count, bytes[index + 1] | 0x20 >= 0x61,
                bytes[index + 1] | 0x20 <= 0x7A
            {
                index += 1
            } else {
                break
            }
        }
        return index == start ? nil : index
    }

    private static func folded(_ word: ArraySlice<UInt8>) -> String {
        String(decoding: word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
