/// A language in which mend speaks. The words of a plan are in the plan's own language.
public enum Language: String, CaseIterable, Codable, Sendable {
    case english = "en"
    /// English between ⟦brackets⟧: a pseudo-language, in which a sentence that does not come from the catalogue stands out.
    case bracketed = "en-XA"

    /// Those that people speak; the pseudo-language is for the program's makers.
    public static let spoken = allCases.filter { $0 != .bracketed }
}
