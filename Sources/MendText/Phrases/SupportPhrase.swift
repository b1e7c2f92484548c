import MendCore

/// How a person or a line can be reached.
public enum SupportPhrase: Phrase {
    case emergency(numbers: [String])
    /// The household named no country.
    case emergencyAnywhere
    case reach(CountryContacts.Line.Way)
}
