/// L2: a title says what to do, in few words.
enum TitleRules {
    static func warnings(_ text: LintText) -> [PlanFault] {
        guard text.field == .title else { return [] }
        var found: [PlanFault] = []
        func warn(_ message: String, _ suggestion: String) { found.append(text.warning("L2", message, suggestion)) }
        let least = text.list == .discreetTitles ? 1 : 8
        let length = text.text.count
        if !(least...60).contains(length) { warn("title of \(length) characters", "write \(least) to 60") }
        let scalars = text.text.unicodeScalars
        if let last = scalars.last, ".!?…:;,".unicodeScalars.contains(last) {
            warn("title with an end mark", "leave it out")
        }
        if scalars.contains(where: { $0.properties.numericType != nil }) {
            warn("title with a digit", "write it as a word, or leave it out")
        }
        if scalars.dropFirst().contains(where: { $0.properties.isUppercase }) {
            warn("title with a capital after the first letter", "write small letters (turn an I round)")
        }
        return found + words(text)
    }

    /// The steps of the ladder, which its titles begin with.
    static let steps: [(list: ListKey, start: String, step: String)] = [
        (.leadIns, "lead.calm.", "Settle: "), (.leadIns, "lead.reflect.", "Look back: "),
        (.leadIns, "lead.reconnect.", "Go back: "), (.leadIns, "lead.try-again.", "Try again: "),
        (.leadIns, "lead.roadblock.", "Ask yourself: "), (.roadblocks, "roadblock.", "Ask yourself: "),
    ]

    private static let longest = 6

    private static func words(_ text: LintText) -> [PlanFault] {
        guard ![.discreetTitles, .shelves].contains(text.list) else { return [] }
        let words = text.tokens.words
        let count = text.tokens.count(words.indices)
        if let step = steps.first(where: { $0.list == text.list && text.id.hasPrefix($0.start) })?.step {
            guard text.text.hasPrefix(step) else {
                return [text.warning("L2", "title without its step", "write \(step)and what to do")]
            }
            let rest = count - step.split(separator: " ").count
            guard rest > longest else { return [] }
            return [text.warning("L2", "\(rest) words after the step", "write at most \(longest)")]
        }
        var found: [PlanFault] = []
        if count > longest { found.append(text.warning("L2", "title of \(count) words", "write at most \(longest)")) }
        guard let first = words.first, !isVerb(words) else { return found }
        let advice = "begin with what to do, as in Sit near, say nothing"
        return found + [text.warning("L2", "\"\(first.text)\" opens the title", advice)]
    }

    /// Whether the first word is a verb in the imperative, alone or after "don't", or between two of the list's adverbs.
    private static func isVerb(_ words: [Tokens.Word]) -> Bool {
        words.first { !["don't", "just", "only", "gently", "slowly", "first"].contains($0.text) }.map {
            ImperativeVerbs.all.contains($0.text)
        } ?? false
    }
}
