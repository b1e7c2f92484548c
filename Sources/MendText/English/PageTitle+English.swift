extension PageTitle {
    public var english: String {
        switch self {
        case .today: "Today"
        case .record: "Record"
        case .calm: "Calm"
        case .plan: "Plan"
        case .lookBack: "Look back"
        case .subscribe: "Subscribe"
        case .settings: "Settings"
        case .whatHappened: "What happened?"
        case .nextWeeks: "The next weeks"
        case .lookingBack: "Looking back"
        case .newAddress: "Point, or copy"
        case .notice: "A quiet minute"
        case .addSomebody: "Add somebody"
        case .eraseEverything: "Erase everything"
        case .everythingIsErased: "Everything is erased"
        case .wayBack(let name): "A way back to \(name)"
        case .with(let name): "With \(name)"
        case .signIn: "Sign in"
        case .choosePassphrase: "Choose a passphrase"
        case .almostThere: "Almost there"
        case .usedLink: "This link has been used"
        case .sendAgain: "Send it again?"
        case .sendNow: "Send it now?"
        }
    }
}
