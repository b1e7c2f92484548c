/// What is said of a family's own Safe Place.
public enum PlacePhrase: Phrase {
    /// What it is called, and whose it is.
    /// - Parameters:
    ///   - named: the family's own name; nil: it has none.
    ///   - of: a name; nil: the caregiver.
    case title(named: String?, of: String?)
    /// Its name alone; nil: it has none.
    case name(String?)
    case chosen
    /// Above the plan's tools, of which none was chosen yet.
    case ideas
    case howToChoose(with: String?)
    case added, removed, renamed
    case named(String?)
    /// What a button says that takes this tool out.
    case takeOut(String)
}
