extension QuestionPhrase {
    public var english: String {
        switch self {
        case .zone(let offered?): "In which time zone do you live? (empty: \(offered))"
        case .zone(nil): "In which time zone do you live? (such as America/New_York)"
        case .country(let known):
            "In which country, for its support lines? (\(known.joined(separator: ", ")); empty: none)"
        case .withWhom: "With whom?"
        case .whatHappened: "What happened?"
        case .whenWasIt: "When? (such as 20m ago, 17:40, yesterday 3pm; empty: just now)"
        case .howDidItGo: "How did it go?"
        case .thermometer(nil): "Where does your thermometer stand?"
        case .thermometer(let name?): "Where does the thermometer of \(name) stand?"
        case .isItThatLongAgo(let moment): "That is \(moment.english). Is it meant? [y/N]"
        case .choice(let number, let word, let choice): "  \(number)  \(word): \(choice.english)"
        case .name(let number, let name): "  \(number)  \(name)"
        case .numberOrWord: "A number or a word:"
        case .numberOrName: "A number or a name:"
        case .noSuchChoice: "That is not in the list."
        }
    }
}
