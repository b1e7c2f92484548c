/// How a person or a line can be reached.
public enum SupportPhrase: Phrase {
    case emergency(numbers: [String])
    /// The household named no country.
    case emergencyAnywhere
    /// - Parameter how: as the plan says it, such as `call`, `call or text` or `text HOME`.
    case reach(number: String, how: String)
}
