import MendCore

/// Measures over many texts: the mean length of sentences (L4) and the reading grade (L5).
enum MeasureRules {
    /// Under this many words a mean says little.
    private static let fewestWords = 60

    static func warnings(_ texts: [LintText]) -> [PlanFault] {
        let measured = texts.filter { !$0.isSecondForm && $0.field != .title && $0.field != .caution }
        var found: [PlanFault] = []
        for (list, most) in [(ListKey.prompts, 6.0), (.safety, 6), (.reflections, 7), (.readings, 8)] {
            for (path, group) in groups(measured.filter { $0.list == list }, by: \.place.path) {
                found += grade(group, most: most, "the \(list.rawValue) of \(path)")
                if list == .prompts { found += mean(group, most: 12, "the prompts of \(path)") }
            }
        }
        for reading in measured where reading.list == .readings {
            found += mean([reading], most: 16, "this reading")
        }
        for band in AgeBand.allCases {
            let scripts = measured.filter { $0.list == .scripts && $0.bands == [band] }
            found += grade(scripts, most: scriptGrade(band), "the scripts for \(band.rawValue)")
        }
        return found
    }

    private static func scriptGrade(_ band: AgeBand) -> Double {
        switch band {
        case .infant, .toddler: 2
        case .preschool: 3
        case .schoolAge: 4
        case .teen: 6
        case .adult: 7
        }
    }

    private static func groups(_ texts: [LintText], by key: (LintText) -> String) -> [(String, [LintText])] {
        Dictionary(grouping: texts, by: key).sorted { $0.key < $1.key }
    }

    private static func mean(_ texts: [LintText], most: Double, _ what: String) -> [PlanFault] {
        let size = Size(texts)
        guard let first = texts.first, size.words >= fewestWords else { return [] }
        let mean = Double(size.words) / Double(size.sentences)
        guard mean > most else { return [] }
        return [
            first.warning(
                "L4", "a mean of \(mean.oneDecimal) words a sentence in \(what)",
                "write \(Int(most)) or fewer: make two sentences of long ones")
        ]
    }

    private static func grade(_ texts: [LintText], most: Double, _ what: String) -> [PlanFault] {
        let size = Size(texts)
        guard let first = texts.first, size.words >= fewestWords else { return [] }
        // To one decimal, so that 6.04 is 6.0.
        guard size.grade >= most + 0.05 else { return [] }
        return [
            first.warning(
                "L5", "\(what) read at grade \(size.grade.oneDecimal)",
                "write for grade \(Int(most)) or lower: shorter words, shorter sentences")
        ]
    }

    /// Words, sentences and syllables of some texts.
    struct Size {
        private(set) var words = 0
        private(set) var sentences = 0
        private(set) var syllables = 0

        init(_ texts: [LintText]) {
            for text in texts {
                words += text.tokens.count(text.tokens.words.indices)
                sentences += text.tokens.sentences.count
                syllables += text.tokens.words.reduce(0) { $0 + Syllables.count($1.text) }
            }
        }

        /// Flesch-Kincaid grade level.
        var grade: Double {
            guard words > 0 else { return 0 }
            return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
        }
    }
}

extension Double {
    /// `6.1`
    fileprivate var oneDecimal: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
