import MendCore
import MendText

/// What a title or notes that somebody typed on a phone mean, in the household's language. Nothing is guessed.
public struct TaskWords {
    private let people: [Person]
    private let catalogue: Catalogue

    /// - Parameter people: those with whom reminders go on.
    public init(people: [Person], catalogue: Catalogue) {
        self.people = people
        self.catalogue = catalogue
    }

    /// What a title says.
    public enum Title: Equatable {
        /// A rupture with somebody; nil: of which kind was not said.
        case rupture(with: Person, Rupture.Kind?)
        /// A kind, and the beginning of two names.
        case fitsTwo
        case nobody
    }

    /// A title that is a name and nothing else, or a kind beside a name or beside an unambiguous beginning of one. Any other word
    /// makes it somebody's own task.
    public func title(_ text: String) -> Title {
        let alike = people.filter { FoldedName($0.name) == FoldedName(text) }
        if !alike.isEmpty { return alike.count == 1 ? .rupture(with: alike[0], nil) : .fitsTwo }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count >= 2 else { return .nobody }
        if let kind = kind(words[words.count - 1]) { return title(named: words.dropLast(), kind) }
        if let kind = kind(words[0]) { return title(named: words.dropFirst(), kind) }
        return .nobody
    }

    private func title(named words: ArraySlice<Substring>, _ kind: Rupture.Kind) -> Title {
        let name = words.joined(separator: " ")
        let folded = FoldedName(name)
        let whole = people.filter { FoldedName($0.name) == folded }
        let meant =
            whole.isEmpty && name.count >= Self.leastBeginning
            ? people.filter { FoldedName($0.name).begins(with: folded) } : whole
        switch meant.count {
        case 0: return .nobody
        case 1: return .rupture(with: meant[0], kind)
        default: return .fitsTwo
        }
    }

    /// Letters of a name's beginning: fewer are a word of any title.
    private static let leastBeginning = 3

    private func kind(_ word: Substring) -> Rupture.Kind? {
        let folded = FoldedName(word)
        return Rupture.Kind.allCases.first { kind in
            ([kind.rawValue] + words(of: .kindWords(kind))).contains { FoldedName($0) == folded }
        }
    }

    /// An outcome that notes begin with, and what comes after it; nil: they begin with none.
    public func outcome(_ notes: String) -> (outcome: Attempt.Outcome, rest: String)? {
        let notes = notes.drop(while: \.isWhitespace)
        for outcome in [Attempt.Outcome.notReady, .declined, .partial] {
            for word in [outcome.rawValue] + words(of: .outcomeWords(outcome)) {
                let beginning = notes.prefix(word.count)
                guard FoldedName(beginning) == FoldedName(word) else { continue }
                let rest = notes.dropFirst(word.count)
                // `partially` is another word.
                if let next = rest.first, next.isLetter || next.isNumber || next == "-" { continue }
                let text = rest.drop { $0.isWhitespace || ".,:;!–—".contains($0) }
                return (outcome, String(text))
            }
        }
        return nil
    }

    private func words(of phrase: TaskPhrase) -> [String] {
        catalogue.text(phrase).split { ",⟦⟧".contains($0) }
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    }
}
