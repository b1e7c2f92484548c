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
    /// Each says how it is changed back, by whose place it is: a name; nil: the caregiver's own.
    /// - Parameter number: the tool's place in the list, from 1.
    case added(number: Int, with: String?)
    case removed(String, with: String?)
    /// - Parameter from: its words before.
    case renamed(number: Int, from: String, with: String?)
    /// - Parameter from: the name before; nil: it had none.
    case named(String?, from: String?, with: String?)
    /// What a button says that takes this tool out.
    case takeOut(String)
}
