/// What is missing or wrong in a form, and what to do instead.
public enum PageProblem: Phrase {
    case twoThingsNeeded, chooseOutcome, chooseZone, chooseUntil
    case subscriptionName
    /// - Parameter word: what has to be typed.
    case nothingErased(word: String)

    /// Two names: there is no third adult.
    case mendKnowsTwo(String, String)
    /// What another adult wrote is theirs to take back.
    case writtenBySomebodyElse(name: String)
    /// Of a frightening moment.
    case correctedByItsWriter(name: String)
    /// - Parameter name: the caregiver's.
    case onlyTheCaregiverErases(name: String)

    /// A child would be this old.
    case grownChild(years: Int)

    // Passphrases
    case wrongPassphrase, wrongPassphraseWithoutName, wrongNameOrPassphrase, wrongPresentPassphrase, tryOnceMore
    /// - Parameter least: letters.
    case shortPassphrase(least: Int)
    /// - Parameter most: letters.
    case longPassphrase(most: Int)
    case differentPassphrases
    /// Among those that everybody tries first.
    case commonPassphrase
}
