extension PushPhrase {
    public var english: String {
        switch self {
        case .mended: "Mended"
        case .notNow, .later: "Not now"
        case .words: "Words"
        case .done: "Done"
        case .open: "Open"
        }
    }
}
