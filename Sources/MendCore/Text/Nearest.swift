/// Finds what somebody meant to write.
package enum Nearest {
    /// `did you mean "title"?`, or the choices when none is near.
    package static func suggestion(for word: String, among choices: [String]) -> String {
        if let choice = choice(for: word, among: choices) { return "did you mean \"\(choice)\"?" }
        return "write one of \(choices.joined(separator: ", "))"
    }

    /// The nearest choice that is not too far: one slip in three letters, case and `_` aside.
    package static func choice(for word: String, among choices: [String]) -> String? {
        let written = folded(word)
        var best: (choice: String, slips: Int)?
        for choice in choices {
            let other = folded(choice)
            let most = max(1, min(written.count, other.count) / 3)
            // Each letter more or less is a slip.
            guard abs(written.count - other.count) <= most else { continue }
            let count = slips(written, other)
            if count <= most, count < best?.slips ?? .max { best = (choice, count) }
        }
        return best?.choice
    }

    private static func folded(_ word: String) -> [UInt8] {
        word.lowercased().utf8.prefix(60).filter { !" _-".utf8.contains($0) }
    }

    /// Letters left out, added, changed, or two changed round (Damerau-Levenshtein, adjacent transpositions).
    private static func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var older: [Int] = []
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var next = [i + 1]
            for (j, b) in right.enumerated() {
                var cost = min(row[j] + (a == b ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, older[j - 1] + 1) }
                next.append(cost)
            }
            (older, row) = (row, next)
        }
        return row[right.count]
    }
}
