import MendCore
import MendText

/// Asks for what was not given, one question after the other, until an answer is understood or nobody answers any more.
struct Asker {
    /// The next line that was typed; nil at the end.
    let read: () -> String?
    /// Shows a line.
    let show: (String) -> Void
    /// Shows a question, behind which the answer is typed.
    let ask: (String) -> Void

    /// Asks whoever sits at the terminal; nil where nobody does.
    static var terminal: Asker? {
        Terminal.isInteractive
            ? Asker(read: { readLine() }, show: Terminal.showNote, ask: Terminal.showQuestion) : nil
    }

    /// After so many answers that were not understood, the question is given up.
    private static let tries = 3

    /// One of a few things.
    struct Option<Value> {
        let value: Value
        /// By which it can be named.
        let word: String
        /// Its line in the list.
        let line: QuestionPhrase
    }

    /// Lets one be chosen, by its number, its word, or a beginning of the word that fits no other.
    /// - Returns: nil where there was no answer.
    func choice<Value>(
        _ question: QuestionPhrase, _ prompt: QuestionPhrase = .numberOrWord, among options: [Option<Value>]
    ) -> Value? {
        show(Speech.text(question))
        for option in options { show(Speech.text(option.line)) }
        return answer(prompt) { text in
            let found = Self.found(text, among: options)
            if found == nil { show(Speech.text(QuestionPhrase.noSuchChoice)) }
            return found
        }
    }

    /// Takes an answer that `parse` takes. What is wrong with another one is said, and it is asked again.
    /// - Parameter parse: gets the answer without spaces around it; it may be empty.
    /// - Returns: nil where there was no answer.
    func value<Value>(_ question: QuestionPhrase, parse: (String) throws -> Value) -> Value? {
        answer(question) { text in
            do {
                return try parse(text)
            } catch let error as InputError {
                show(Speech.text(InputErrorPhrase(error, on: .terminal, isAnswer: true)))
                return nil
            } catch {
                CommandError.describe(error).map(show)
                return nil
            }
        }
    }

    func confirms(_ question: QuestionPhrase) -> Bool {
        ask(Speech.text(question))
        return ["y", "yes"].contains((read() ?? "").lowercased())
    }

    private func answer<Value>(_ question: QuestionPhrase, _ understand: (String) -> Value?) -> Value? {
        for _ in 0..<Self.tries {
            ask(Speech.text(question))
            guard let line = read() else { return nil }
            if let value = understand(Self.trimmed(line)) { return value }
        }
        return nil
    }

    private static func trimmed(_ line: String) -> String {
        let words = line.split(omittingEmptySubsequences: true) { $0.isWhitespace }
        return words.joined(separator: " ")
    }

    private static func found<Value>(_ text: String, among options: [Option<Value>]) -> Value? {
        if let number = Int(text) { return options.indices.contains(number - 1) ? options[number - 1].value : nil }
        let word = text.lowercased()
        guard !word.isEmpty else { return nil }
        if let whole = options.first(where: { $0.word.lowercased() == word }) { return whole.value }
        let beginning = options.filter { $0.word.lowercased().hasPrefix(word) }
        return beginning.count == 1 ? beginning[0].value : nil
    }
}

// MARK: What several verbs ask

extension Asker {
    /// One of a fixed set.
    func choice<Value: Choice>(_ question: QuestionPhrase, _ phrase: (Value) -> ChoicePhrase) -> Value? {
        let options = Value.allCases.enumerated().map { index, value in
            Option(
                value: value, word: value.rawValue,
                line: .choice(index + 1, word: value.rawValue, phrase(value)))
        }
        return choice(question, among: options)
    }

    /// Somebody of the household, by name.
    func name(among people: [Person]) -> String? {
        let options = people.enumerated().map { index, person in
            Option(value: person.name, word: person.name, line: .name(index + 1, person.name))
        }
        return choice(.withWhom, .numberOrName, among: options)
    }
}
