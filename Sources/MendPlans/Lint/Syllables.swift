/// A small count of English syllables, good enough for a mean over hundreds of words.
///
/// Each run of vowels is one; a silent `e` at the end (also before `s`, `d`, `ly`, `ful`, `less`, `ment`) is none; a few
/// pairs of vowels are two. Words that matter here and break the rules are listed.
enum Syllables {
    private static let known: [String: Int] = [
        "every": 2, "everyone": 3, "everything": 3, "everybody": 4, "people": 2, "something": 2, "sometimes": 2,
        "someone": 2, "somewhere": 2, "somebody": 3, "being": 2, "quiet": 2, "doing": 2, "going": 2, "seeing": 2,
        "trying": 2, "saying": 2, "playing": 2, "crying": 2, "staying": 2, "idea": 3, "area": 3, "science": 2,
        "evening": 2, "different": 2, "family": 3, "caregiver": 3, "caregivers": 3, "themselves": 2, "ourselves": 2,
        "yourselves": 2, "usual": 3, "usually": 4, "poem": 2, "diary": 3, "giant": 2, "lion": 2, "create": 2,
        "react": 2, "homework": 2, "household": 2, "forehead": 2, "sideways": 2, "grandparent": 3, "someday": 2,
        "somehow": 2, "driveway": 2, "loosely": 2, "minute": 2, "favorite": 3, "rhythm": 2,
    ]

    static func count(_ word: String) -> Int {
        if let count = known[word] { return count }
        var letters = Array(word.utf8)
        if let apostrophe = letters.firstIndex(of: 0x27) {
            // didn't, wasn't: the n is heard; it's, we'll: nothing is added.
            let isNegation =
                letters.count > apostrophe + 1 && letters[apostrophe - 1] == UInt8(ascii: "n")
                && !["don't", "can't", "won't", "aren't", "weren't"].contains(word)
            letters = Array(letters[..<apostrophe])
            return max(1, groups(letters)) + (isNegation && letters.count > 3 ? 1 : 0)
        }
        return max(1, groups(letters))
    }

    private static func groups(_ letters: [UInt8]) -> Int {
        var count = 0
        for index in letters.indices where isVowel(letters[index]) {
            if index == 0 || !isVowel(letters[index - 1]) || isHiatus(letters, index) { count += 1 }
        }
        let text = String(decoding: letters, as: UTF8.self)
        for ending in ["e", "es", "ed", "ely", "eful", "eless", "ement"] where text.hasSuffix(ending) {
            if isSilent(letters.dropLast(ending.utf8.count), ending), count > 1 { return count - 1 }
        }
        return count
    }

    /// `i-a`, `i-o`, `e-o`, `u-ing` and the like: two syllables in a row of vowels.
    private static func isHiatus(_ letters: [UInt8], _ index: Int) -> Bool {
        let pair = String(decoding: letters[index - 1...index], as: UTF8.self)
        let before = index >= 2 ? letters[index - 2] : 0
        switch pair {
        case "ia", "io": return !"tcgsx".utf8.contains(before)
        case "eo", "ua": return before != UInt8(ascii: "q") && before != UInt8(ascii: "g")
        case "yi", "ui": return letters[(index + 1)...].starts(with: "ng".utf8)
        default: return false
        }
    }

    /// Whether the `e` of an ending is silent after these letters.
    private static func isSilent(_ stem: ArraySlice<UInt8>, _ ending: String) -> Bool {
        guard let last = stem.last, !isVowel(last) else { return false }
        switch ending {
        case "es": return !"sxzcg".utf8.contains(last) && !(last == UInt8(ascii: "h") && stem.dropLast().last != 0x74)
        case "ed": return last != UInt8(ascii: "t") && last != UInt8(ascii: "d")
        case "e": return last != UInt8(ascii: "l") || stem.dropLast().last.map(isVowel) == true
        default: return true
        }
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        "aeiouy".utf8.contains(letter)
    }
}
