import MendCore

/// The words of a command line that stand without an option: a name, and a choice from a fixed set, in any order.
struct BareWords<Value: Choice> {
    /// A name or an id, which may have several words; nil: there is none.
    let name: String?
    let choice: Value?

    /// - Parameters:
    ///   - name: what was given by an option.
    ///   - choice: what was given by an option; then no bare word is taken for one.
    ///   - isKnown: whether somebody goes by that name, so that it is no choice that was written wrongly.
    /// - Throws: `CommandFault` where something was given twice, or looks like a choice that was written wrongly.
    init(_ words: [String], name: String?, choice: Value?, isKnown: (String) -> Bool) throws(CommandFault) {
        var rest = words
        var found = choice
        if found == nil, let index = rest.lastIndex(where: { Self.value($0) != nil }) {
            found = Self.value(rest.remove(at: index))
        }
        let typed = rest.isEmpty ? nil : rest.joined(separator: " ")
        self.choice = found
        self.name = name ?? typed
        guard let typed, name != nil || !isKnown(typed) else { return }
        let choices = Value.allCases.map(\.rawValue)
        if found == nil, let near = rest.lazy.compactMap({ Nearest.choice(for: $0, among: choices) }).first {
            throw CommandFault(.badCommandLine, .noSuchChoice(near: near, choices: choices))
        }
        if name != nil { throw CommandFault(.badCommandLine, .unexpectedWord) }
    }

    private static func value(_ word: String) -> Value? { Value(rawValue: word.lowercased()) }
}
