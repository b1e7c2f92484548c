/// What was answered last for a document of a subscription's address.
public struct DocumentAnswer: Hashable, Sendable {
    /// Of its bytes (RFC 9110 §8.8.3).
    public let tag: String
    /// When these bytes were made first.
    public let modified: Instant

    public init(tag: String, modified: Instant) {
        self.tag = tag
        self.modified = modified
    }
}

/// Remembers the answers over restarts, so that a document's Last-Modified never moves back, whatever becomes of the clock.
public protocol AnswerStore: Sendable {
    /// - Parameter document: names a document of one subscription, without its secret.
    /// - Returns: nil when it was never answered.
    func answer(for document: String) throws -> DocumentAnswer?

    func keep(_ answer: DocumentAnswer, for document: String) throws
}
