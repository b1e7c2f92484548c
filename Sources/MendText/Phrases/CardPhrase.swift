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
    case zone(FeelingZone)
    /// How a zone feels from within, in the words of somebody of a band; a toddler and a preschooler have two of each, others
    /// three.
    /// - Parameter number: from 0.
    case feels(FeelingZone, AgeBand, number: Int)
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

    // On a screen.
    case back
    case printNow

    // The program.
    case written(String)
}
