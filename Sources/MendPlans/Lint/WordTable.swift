/// Words and phrases that a rule does not want, and what to write instead.
struct WordList: Sendable {
    let rule: String
    /// When a phrase brings no advice of its own.
    let advice: String
    /// Phrase to advice (empty: the list's). A hyphen at the end means any ending; a plural or possessive counts, too.
    let phrases: KeyValuePairs<String, String>
    let applies: @Sendable (LintText) -> Bool
    /// Whether the phrase may stand at this word after all.
    let spares: @Sendable (LintText, Int) -> Bool

    init(
        _ rule: String, _ advice: String, _ phrases: KeyValuePairs<String, String>,
        where applies: @escaping @Sendable (LintText) -> Bool = { _ in true },
        except spares: @escaping @Sendable (LintText, Int) -> Bool = { _, _ in false }
    ) {
        self.rule = rule
        self.advice = advice
        self.phrases = phrases
        self.applies = applies
        self.spares = spares
    }
}

/// The lists, looked up by the first word of a phrase or its first four letters, so that a text is read once for all of them.
struct WordTable: Sendable {
    private struct Phrase: Sendable {
        let words: [String]
        let isStem: Bool
        let list: Int
        let advice: String
    }

    private static let stemLength = 4
    private let lists: [WordList]
    private var phrases: [String: [Phrase]] = [:]
    private var stems: [String: [Phrase]] = [:]

    init(_ lists: [WordList]) {
        self.lists = lists
        for (index, list) in lists.enumerated() {
            for (text, advice) in list.phrases {
                let isStem = text.hasSuffix("-")
                let words = text.split { $0 == " " || $0 == "-" }.map(String.init)
                let phrase = Phrase(
                    words: words, isStem: isStem, list: index, advice: advice.isEmpty ? list.advice : advice)
                if isStem {
                    precondition(words.count == 1 && words[0].utf8.count >= Self.stemLength)
                    stems[String(words[0].prefix(Self.stemLength)), default: []].append(phrase)
                } else {
                    phrases[words[0], default: []].append(phrase)
                }
            }
        }
    }

    /// Each phrase that is found, once a rule and word.
    func warnings(_ text: LintText) -> [PlanFault] {
        var warnings: [PlanFault] = []
        var told: Set<String> = []
        let words = text.tokens.words
        for (index, word) in words.enumerated() {
            for phrase in candidates(word.text) {
                let list = lists[phrase.list]
                guard let end = end(of: phrase, at: index, in: words), list.applies(text), !list.spares(text, index)
                else { continue }
                let found = words[index..<end].map(\.text).joined(separator: " ")
                guard told.insert("\(list.rule) \(found)").inserted else { continue }
                warnings.append(
                    text.warning(
                        list.rule, "\"\(found)\" in \(text.field.rawValue)", phrase.advice, at: word.offset))
            }
        }
        return warnings
    }

    private func candidates(_ word: String) -> [Phrase] {
        var found: [Phrase] = []
        for form in Self.forms(word) {
            if let known = phrases[form] { found += known }
        }
        if word.utf8.count >= Self.stemLength, let known = stems[String(word.prefix(Self.stemLength))] {
            found += known.filter { word.hasPrefix($0.words[0]) }
        }
        return found
    }

    /// The index after the phrase; nil when the words go on differently, or a mark stands between.
    private func end(of phrase: Phrase, at start: Int, in words: [Tokens.Word]) -> Int? {
        if phrase.isStem { return start + 1 }
        let end = start + phrase.words.count
        guard end <= words.count, words[end - 1].sentence == words[start].sentence else { return nil }
        for offset in phrase.words.indices {
            let word = words[start + offset].text
            if offset > 0, words[start + offset].isAfterMark { return nil }
            let isLast = offset == phrase.words.count - 1
            guard word == phrase.words[offset] || isLast && Self.forms(word).contains(phrase.words[offset]) else {
                return nil
            }
        }
        return end
    }

    /// The word itself, without its plural s, and without what follows an apostrophe.
    private static func forms(_ word: String) -> [String] {
        var forms = [word]
        if let apostrophe = word.utf8.firstIndex(of: 0x27) { forms.append(String(word[..<apostrophe])) }
        if word.utf8.last == UInt8(ascii: "s"), word.utf8.count > 3 { forms.append(String(word.dropLast())) }
        return forms
    }
}
