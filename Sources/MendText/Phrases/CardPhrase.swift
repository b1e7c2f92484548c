import MendCore

/// What stands on the pages for paper, beside the plan's own texts.
public enum CardPhrase: Phrase {
    /// The whole document.
    case title
    case howToPrint
    /// Above what is for one person by name.
    case pagesFor(String)
    case pagesForYou

    case thermometer
    case whereAmI
    case zone(FeelingZone)
    /// Above blank lines for the family's own signs.
    case ourSigns
    case myPlace
    case goingThereIsFree
    case wordsToSay
    case makeThemYours
    /// A kind of crack, above words for it.
    case after(Rupture.Kind)
    case fan
    case howToFan
    case whatHelpsMe
    case helps(FeelingZone)
    case drawOrWrite
    case name
    case pictures
    case fold
    case faces
    case face(Face)
    case lap
    case softFeet
    case knock(FeelingZone)

    /// Four feelings to point at.
    public enum Face: CaseIterable, Sendable {
        case glad, sad, mad, scared
    }

    // The program.
    case written(String)
}
