import MendCore

/// L28: a lead-in for a try-again says for which answer it is, and none tells a silent ladder that somebody said no.
enum AnswerRules {
    static func warnings(_ decoded: DecodedPlan, _ texts: [LintText]) -> [PlanFault] {
        let silent = decoded.plan.words.leadIns.compactMap { leadIn -> PlanFault? in
            guard leadIn.rung == .tryAgain, leadIn.answer == nil, let place = decoded.places[leadIn.id] else {
                return nil
            }
            return PlanFault(
                path: place.path, line: place.line, rule: "L28", message: "\(leadIn.id) fits every answer",
                suggestion: "write answer: refusal, partial or silence", severity: .warning)
        }
        return silent + texts.flatMap(silence)
    }

    private static func silence(_ text: LintText) -> [PlanFault] {
        guard text.traits.contains(.silence), text.list == .leadIns else { return [] }
        let words = text.tokens.words
        // "Try again" is the step.
        let step = text.field == .title ? 2 : 0
        return words.dropFirst(step).compactMap { word in
            guard ["no", "again", "still"].contains(word.text) else { return nil }
            return text.warning(
                "L28", "\"\(word.text)\" after silence",
                "nobody knows what they would say: ask, as in Did you two get to it?",
                at: word.offset)
        }
    }
}
