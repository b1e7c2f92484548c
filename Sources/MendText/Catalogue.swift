import MendCore

/// What can be said to a person: a case for each sentence, with what varies in it as data. The cases stand in `Phrases/`, the
/// sentences of a language in a folder of its own, such as `English/`.
///
/// Each language is one requirement, so a sentence that a language lacks does not compile.
public protocol Phrase: Sendable {
    /// The whole sentence or word. It may be empty, where there is nothing to say.
    var english: String { get }
}

/// The sentences of one language.
public struct Catalogue: Sendable {
    public let language: Language

    /// The one that is always there.
    public static let english = Catalogue(.english)

    public init(_ language: Language) {
        self.language = language
    }

    public func text(_ phrase: some Phrase) -> String {
        switch language {
        case .english: phrase.english
        case .bracketed: Self.bracketed(phrase.english)
        }
    }

    private static func bracketed(_ sentence: String) -> String {
        sentence.isEmpty ? "" : "⟦\(sentence)⟧"
    }
}

/// Where a sentence is read. A page knows no commands, and a terminal no fields and buttons.
public enum Surface: Sendable {
    case terminal, page, mail
}
