/// What is missing or wrong in a form, and what to do instead.
public enum PageProblem: Phrase {
    case twoThingsNeeded, chooseOutcome, chooseZone, chooseUntil
    case subscriptionName
    /// - Parameter word: what has to be typed.
    case nothingErased(word: String)

    /// A child would be this old.
    case grownChild(years: Int)

    // Passphrases
    case wrongPassphrase, wrongPresentPassphrase, tryOnceMore
    /// - Parameter least: letters.
    case shortPassphrase(least: Int)
    /// - Parameter most: letters.
    case longPassphrase(most: Int)
    case differentPassphrases
    /// Among those that everybody tries first.
    case commonPassphrase
}
