/// What is missing or wrong in a form, and what to do instead.
public enum PageProblem: Phrase, Error {
    case twoThingsNeeded, chooseOutcome, chooseZone, nameNeeded, dailyNumber
    /// Nobody of that name.
    case nobody
    /// The rupture was closed meanwhile.
    case closedAlready
    case subscriptionName
    /// - Parameter word: what has to be typed.
    case nothingErased(word: String)

    // Passphrases
    case wrongPassphrase, wrongPresentPassphrase, tryOnceMore
    /// - Parameter least: letters.
    case shortPassphrase(least: Int)
    /// - Parameter most: letters.
    case longPassphrase(most: Int)
    case differentPassphrases
}
