import MendCore

/// What can be said to a person: a case for each sentence, with what varies in it.
///
/// Each language is one requirement, so a sentence that a language lacks does not compile.
public protocol Phrase: Sendable {
    var english: String { get }
}

/// The sentences of one language.
public struct Catalogue: Sendable {
    public let language: Language

    public init(_ language: Language) {
        self.language = language
    }

    public func text(_ phrase: some Phrase) -> String {
        switch language {
        case .english: phrase.english
        case .bracketed: "⟦\(phrase.english)⟧"
        }
    }
}

/// Where a sentence is read. A page knows no commands, and a terminal no fields and buttons.
public enum Surface: Sendable {
    case terminal, page, mail
}
