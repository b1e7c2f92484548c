import MendCore

/// What a year of a plan on paper says beside the items' own words.
public enum YearPhrase: Phrase {
    /// From the first to the last day, and with whom.
    case span(from: String, to: String, with: [String])
    case limits
    /// How long, and what it is.
    case length(minutes: Int, what: String)

    // What an item is
    case forYou
    case with([String])
    case questions, reading
    case birthday([String])
    case rung(Rung)
}
