import MendCore

/// Rules about a script as a whole (L3, L4) and its flags (L23).
enum ScriptRules {
    /// The most words a sentence, sentences and words of a script (CARE, section 2).
    static func bounds(_ band: AgeBand) -> (words: Int, sentences: Int?, total: Int?) {
        switch band {
        case .infant: (5, 3, nil)
        case .toddler: (8, 6, nil)
        case .preschool: (10, 8, 60)
        case .schoolAge: (14, nil, 90)
        case .teen: (16, nil, 80)
        case .adult: (18, nil, 110)
        }
    }

    static func warnings(_ script: Script, _ texts: [LintText]) -> [PlanFault] {
        guard let first = texts.first else { return [] }
        var found: [PlanFault] = []
        func warn(_ rule: String, _ message: String, _ suggestion: String) {
            found.append(
                PlanFault(
                    path: first.place.path, line: first.place.line, rule: rule, message: message,
                    suggestion: suggestion, severity: .warning))
        }
        /// The longer form of each move counts.
        func sum(_ measure: (LintText) -> Int) -> Int {
            [LintText.Field.reach, .own, .turn].reduce(0) { total, move in
                total + (texts.filter { $0.field == move }.map(measure).max() ?? 0)
            }
        }
        let bounds = bounds(script.band)
        let sentences = sum { $0.tokens.sentences.count }
        let words = sum { $0.tokens.count($0.tokens.words.indices) }
        if let most = bounds.sentences, sentences > most {
            warn("L4", "\(sentences) sentences for \(script.band.rawValue)", "write at most \(most)")
        }
        if let most = bounds.total, words > most {
            warn("L4", "\(words) words for \(script.band.rawValue)", "write at most \(most)")
        }
        if script.kind == .toxic {
            for flag in WordDecoding.graveFlags where first.place.lines[flag] == nil {
                warn("L23", "\(flag) is not set", "say it in the words, then write \(flag): true")
            }
        }
        return found
    }
}
