import MendCore

/// Rules about a script as a whole (L3, L4), its apology (L8), its flags (L23), and its blanks (L27).
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
        var found = lengths(script, texts)
        if script.kind == .toxic, script.isFirst {
            for flag in WordDecoding.graveFlags where first.place.lines[flag] == nil {
                found.append(
                    warning(first.place, "L23", "\(flag) is not set", "say it in the words, then write \(flag): true"))
            }
        }
        return found
    }

    private static func warning(_ place: Place, _ rule: String, _ message: String, _ suggestion: String) -> PlanFault {
        PlanFault(
            path: place.path, line: place.line, rule: rule, message: message, suggestion: suggestion,
            severity: .warning)
    }

    // MARK: L4

    /// The bounds of the band, whatever the caregiver typed: each breach with the first filling that shows it.
    private static func lengths(_ script: Script, _ texts: [LintText]) -> [PlanFault] {
        let bounds = bounds(script.band)
        var found: [PlanFault] = []
        var told: Set<Int> = []
        for (number, text) in texts.enumerated() {
            for filling in fillings(of: text) {
                let tokens = Tokens(LintText.filled(text.template, with: filling))
                for range in tokens.sentences where tokens.count(range) > bounds.words {
                    guard told.insert(number * 100 + tokens.words[range.lowerBound].sentence).inserted else { continue }
                    let start = tokens.words[range].prefix(4).map(\.text).joined(separator: " ")
                    found.append(
                        text.warning(
                            "L4", "sentence of \(tokens.count(range)) words (\(start) ...)",
                            "write at most \(bounds.words): make two of it", at: tokens.words[range.lowerBound].offset))
                }
            }
        }
        /// The longest form of each move counts.
        func sum(_ measure: (Tokens) -> Int) -> Int {
            [LintText.Field.reach, .own, .turn, .next].reduce(0) { total, move in
                let sizes = texts.filter { $0.field == move }.flatMap { text in
                    fillings(of: text).map { measure(Tokens(LintText.filled(text.template, with: $0))) }
                }
                return total + (sizes.max() ?? 0)
            }
        }
        let (sentences, words) = (sum { $0.sentences.count }, sum { $0.count($0.words.indices) })
        if let most = bounds.sentences, sentences > most {
            found.append(
                warning(
                    texts[0].place, "L4", "\(sentences) sentences for \(script.band.rawValue)", "write at most \(most)")
            )
        }
        if let most = bounds.total, words > most {
            found.append(
                warning(texts[0].place, "L4", "\(words) words for \(script.band.rawValue)", "write at most \(most)"))
        }
        return found
    }

    private static func fillings(of text: LintText) -> [String] {
        text.template.utf8.contains(UInt8(ascii: "{")) ? LintText.fillings : [""]
    }

    // MARK: L8, L27

    /// What holds for the scripts of one kind and band beside each other.
    static func warnings(_ decoded: DecodedPlan) -> [PlanFault] {
        let scripts = decoded.plan.words.scripts
        return apologies(scripts.filter(\.isFirst), decoded.places) + blanks(scripts, decoded.places)
    }

    private struct Cell: Hashable {
        let kind: Rupture.Kind?
        let band: AgeBand
    }

    private static func apologies(_ scripts: [Script], _ places: [String: Place]) -> [PlanFault] {
        let cells = Dictionary(grouping: scripts.filter { $0.band > .infant }) { Cell(kind: $0.kind, band: $0.band) }
        return cells.flatMap { cell, scripts -> [PlanFault] in
            let without = scripts.filter { !saysSorry($0) }
            let suggestion = "begin own with I'm sorry, and say what for"
            if cell.kind == .toxic {
                return without.compactMap { script in
                    places[script.id].map { warning($0, "L8", "no sorry in \(script.id)", suggestion) }
                }
            }
            guard without.count * 3 > scripts.count, let last = without.last, let place = places[last.id] else {
                return []
            }
            let name = "\(cell.kind?.rawValue ?? "any kind") and \(cell.band.rawValue)"
            return [
                warning(
                    place, "L8", "\(scripts.count - without.count) of \(scripts.count) scripts for \(name) say sorry",
                    suggestion)
            ]
        }
    }

    /// "Sorry" with what for: "sorry I", "sorry for", "sorry that I", "sorry about".
    static func saysSorry(_ script: Script) -> Bool {
        guard let own = script.own else { return false }
        return [own.with, own.without].compactMap(\.self).allSatisfy { form in
            let words = Tokens(form.replacing("\u{2019}", with: "'")).words
            return words.indices.contains { index in
                guard words[index].text == "sorry", index + 1 < words.count,
                    words[index + 1].sentence == words[index].sentence
                else { return false }
                return ["i", "for", "that", "about"].contains(words[index + 1].text)
            }
        }
    }

    private static func blanks(_ scripts: [Script], _ places: [String: Place]) -> [PlanFault] {
        scripts.compactMap { script in
            guard hasBlank(script), let place = places[script.id] else { return nil }
            let hasSibling = scripts.contains {
                $0.kind == script.kind && $0.band == script.band && $0.occasion == script.occasion
                    && $0.answer == script.answer && $0.number == script.number && $0.frightened == script.frightened
                    && !hasBlank($0)
            }
            guard !hasSibling else { return nil }
            return warning(
                place, "L27", "\(script.id) has a blank, and no script beside it is without",
                "write one more that is general, as in I'm sorry for how I spoke to you.")
        }
    }

    private static func hasBlank(_ script: Script) -> Bool {
        [script.reach, script.own, script.turn, script.next].contains { text in
            [text?.with, text?.without].contains { $0?.utf8.contains(UInt8(ascii: "[")) ?? false }
        }
    }
}
