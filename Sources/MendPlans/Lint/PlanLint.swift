import MendCore

/// The tone rules L1 to L28 (CARE, section 4), beside `words` (words for readers) and `spelling` (alike in the US and the UK).
///
/// They are advice: a plan that breaks them can be used. Who writes a text may well know better.
public enum PlanLint {
    /// Every rule that a text breaks, sorted by path and line.
    ///
    /// - Parameters:
    ///   - isShipped: also count the texts (L1), which binds the plan that comes with mend only.
    ///   - isStrict: make a fault of every warning.
    public static func findings(
        in decoded: DecodedPlan, isShipped: Bool = false, isStrict: Bool = false
    ) -> [PlanFault] {
        let texts = LintTexts.texts(of: decoded)
        var found = texts.flatMap { WordLists.table.warnings($0) + FormRules.warnings($0) }
        let scripts = Dictionary(grouping: texts.filter { $0.list == .scripts }, by: \.id)
        found += decoded.plan.words.scripts.flatMap { ScriptRules.warnings($0, scripts[$0.id] ?? []) }
        found += ScriptRules.warnings(decoded)
        found += texts.flatMap(TitleRules.warnings) + SpeechRules.warnings(texts)
        found += AnswerRules.warnings(decoded, texts)
        found += ThemeRules.warnings(decoded)
        found += MeasureRules.warnings(texts)
        found += SamenessRules.warnings(texts)
        found += ContactsLint.warnings(decoded)
        if isShipped { found += CountRules.warnings(decoded) }
        return found.inOrder.map { isStrict ? $0.asFault : $0 }
    }
}

extension PlanFault {
    fileprivate var asFault: PlanFault {
        PlanFault(path: path, line: line, rule: rule, message: message, suggestion: suggestion)
    }
}

/// L1: the first tip of a prompt is the one of its theme; and what is built into one description is not too long (L3).
enum ThemeRules {
    static func warnings(_ decoded: DecodedPlan) -> [PlanFault] {
        let themes = decoded.plan.prompts.compactMap { prompt -> PlanFault? in
            guard let tip = Themes.firstTip(prompt.voice, prompt.theme), prompt.tips.first != tip,
                let place = decoded.places[prompt.id]
            else { return nil }
            return PlanFault(
                path: place.path, line: place.lines["tips"]?.number ?? place.line, rule: "L1",
                message: "the first tip does not go with theme \(prompt.theme)", suggestion: "write \(tip) first",
                severity: .warning)
        }
        let lengths = decoded.plan.reflections.compactMap { reflection -> PlanFault? in
            let length = reflection.intro.count + reflection.questions.reduce(0) { $0 + $1.count + 2 }
            guard length > 1000, let place = decoded.places[reflection.id] else { return nil }
            return PlanFault(
                path: place.path, line: place.line, rule: "L3", message: "\(length) characters in all",
                suggestion: "write at most 1000: a calendar holds no more", severity: .warning)
        }
        return themes + lengths
    }
}
