extension PageProblem {
    public var english: String {
        switch self {
        case .twoThingsNeeded: "Two things are needed: with whom, and what happened."
        case .chooseOutcome: "Choose how it went."
        case .chooseZone: "Choose green, yellow or red."
        case .chooseUntil: "Choose until when the pause lasts."
        case .subscriptionName: "Give it a name, such as “my phone”."
        case .nothingErased(let word): "Nothing was erased. To erase everything, type the word \(word)."
        case .mendKnowsTwo(let one, let other):
            "mend knows two adults, and those are \(one) and \(other). Anybody else can have a household of their own, or subscribe to its calendar."
        case .writtenBySomebodyElse(let name):
            "\(name) wrote this, or something that would go with it, so \(name) is who can take it back. You can put right what is wrong in it."
        case .correctedByItsWriter(let name):
            "\(name) wrote this, so it is for \(name) to put right or take back."
        case .onlyTheCaregiverErases(let name):
            "This is \(name)'s household, so only \(name) can erase it. Your own login can be ended in Settings, under “A second adult”."
        case .grownChild(let years):
            "That makes them \(years) years old. If it is right, tick the box below; if not, choose the date again."
        case .wrongPassphrase: "That is not the passphrase. Take your time."
        case .wrongPassphraseWithoutName:
            "Two of you sign in here, so your name is needed with the passphrase: the one that was typed when one of you invited the other. Take your time."
        case .wrongNameOrPassphrase:
            "That name and that passphrase do not belong together. The name is the one that was typed when one of you invited the other. Take your time."
        case .wrongPresentPassphrase: "That is not the passphrase you have now."
        case .tryOnceMore: "Please try once more. If it does not work, allow cookies for this page."
        case .shortPassphrase(let least):
            "That is a little short. Take at least \(least) letters; a few words in a row are easiest to keep in mind."
        case .longPassphrase(let most): "That is longer than \(most) letters. Take fewer words."
        case .differentPassphrases: "The two do not match. Type the same passphrase twice."
        case .commonPassphrase:
            "Many people have that one, so it is easily guessed. Take a few words in a row that have nothing to do with each other."
        }
    }
}
