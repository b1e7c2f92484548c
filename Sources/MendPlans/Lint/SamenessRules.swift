/// L20: no two texts share more than 60 % of their runs of three words, and no opening of three words is in more than 4 %
/// of a pool.
enum SamenessRules {
    /// Shorter texts are only held to be different.
    private static let fewestWords = 8
    /// How many texts are kept for one run, so that a plan of nothing but copies costs no more than a good one.
    private static let mostHolders = 100
    /// In a smaller pool 4 % is no text at all.
    private static let smallestPool = 50

    static func warnings(_ texts: [LintText]) -> [PlanFault] {
        let wholes = wholes(texts)
        return runs(wholes) + pools(wholes).flatMap { openings($0.texts, $0.name) }
    }

    /// A text, or the three moves of a script as one.
    private struct Whole {
        let first: LintText
        let words: [String]
    }

    private static func wholes(_ texts: [LintText]) -> [Whole] {
        var wholes: [Whole] = []
        for text in texts where ![.title, .caution, .picture, .says].contains(text.field) && !text.isSecondForm {
            let words = text.tokens.words.map(\.text)
            if text.list == .scripts, let last = wholes.last, last.first.id == text.id {
                wholes[wholes.count - 1] = Whole(first: last.first, words: last.words + words)
            } else {
                wholes.append(Whole(first: text, words: words))
            }
        }
        return wholes
    }

    // MARK: Runs

    private static func runs(_ wholes: [Whole]) -> [PlanFault] {
        var numbers: [String: Int] = [:]
        var holders: [Int: [Int]] = [:]
        var sizes: [Int] = []
        var short: [String: Int] = [:]
        var found: [PlanFault] = []
        for (index, whole) in wholes.enumerated() {
            guard whole.words.count >= fewestWords else {
                sizes.append(0)
                let text = whole.words.joined(separator: " ")
                if let other = short[text], wholes[other].first.list == whole.first.list {
                    found.append(same(whole, wholes[other], "the same words"))
                }
                short[text] = short[text] ?? index
                continue
            }
            let ids = whole.words.map { word in
                let number = numbers[word] ?? numbers.count
                numbers[word] = number
                return number
            }
            let runs = Set((2..<ids.count).map { ids[$0 - 2] << 42 | ids[$0 - 1] << 21 | ids[$0] })
            sizes.append(runs.count)
            var shared: [Int: Int] = [:]
            for run in runs {
                for other in holders[run, default: []] { shared[other, default: 0] += 1 }
                if holders[run, default: []].count < mostHolders { holders[run, default: []].append(index) }
            }
            for (other, count) in shared.sorted(by: { $0.key < $1.key }) {
                guard count * 10 > 6 * min(runs.count, sizes[other]) else { continue }
                let percent = count * 100 / min(runs.count, sizes[other])
                found.append(same(whole, wholes[other], "\(percent) % of the runs of three words"))
            }
        }
        return found
    }

    private static func same(_ whole: Whole, _ other: Whole, _ what: String) -> PlanFault {
        whole.first.warning(
            "L20", "\(what) as at \(other.first.place.path):\(other.first.line.number)", "say it another way")
    }

    // MARK: Openings

    private static func pools(_ wholes: [Whole]) -> [(name: String, texts: [Whole])] {
        ListKey.allCases.flatMap { list -> [(name: String, texts: [Whole])] in
            let pool = wholes.filter { $0.first.list == list && list != .readings }
            guard list == .prompts else {
                return Dictionary(grouping: pool, by: \.first.field.rawValue).sorted { $0.key < $1.key }
                    .map { ("\(list.rawValue) (\($0.key))", $0.value) }
            }
            return [
                ("prompts for the caregiver alone", pool.filter { $0.first.traits.contains(.alone) }),
                ("prompts together", pool.filter { $0.first.traits.contains(.withOther) }),
            ]
        }
    }

    private static func openings(_ pool: [Whole], _ name: String) -> [PlanFault] {
        guard pool.count >= smallestPool else { return [] }
        let most = pool.count * 4 / 100
        let openings = Dictionary(grouping: pool.filter { $0.words.count >= 3 }) {
            $0.words.prefix(3).joined(separator: " ")
        }
        return openings.sorted { $0.key < $1.key }.compactMap { opening, texts in
            guard texts.count > most, let last = texts.last else { return nil }
            return last.first.warning(
                "L20", "\"\(opening)\" opens \(texts.count) of \(pool.count) \(name)",
                "begin \(texts.count - most) of them otherwise")
        }
    }
}
