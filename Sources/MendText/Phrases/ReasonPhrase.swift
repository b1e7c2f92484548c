import MendCore

/// Why an item stands where it stands, for the household's own eyes.
public struct ReasonPhrase: Phrase {
    let cause: Reason.Cause
    /// Whom the item is with.
    let name: String

    /// - Parameter name: whom it concerns.
    public init(_ cause: Reason.Cause, of name: String) {
        self.cause = cause
        self.name = name
    }

    public init(_ reason: Reason, of item: Item) {
        cause = reason.cause
        name = item.with.first ?? "them"
    }
}
