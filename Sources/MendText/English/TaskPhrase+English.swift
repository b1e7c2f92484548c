import MendCore

extension TaskPhrase {
    public var english: String {
        switch self {
        case .listName(let isOpen): isOpen ? "mend" : "Reminders"
        case .stillOpen(let name): "Still open · \(name)"
        case .howToAnswer:
            "Check it off when it is mended. Or begin these notes with partial, declined or not-ready. A later date puts it off; "
                + "to delete it lets it go."
        case .kindWords(.benign): "misread, misunderstanding, benign"
        case .kindWords(.oscillating): "closeness, oscillating"
        case .kindWords(.limitSetting): "limit, limits, limit-setting"
        case .kindWords(.toxic): "frightening, toxic"
        case .outcomeWords(.partial): "partial"
        case .outcomeWords(.declined): "declined"
        case .outcomeWords(.notReady): "not-ready, not ready, notready"
        case .outcomeWords(.repaired), .outcomeWords(.letGo), .outcomeWords(.again): ""
        }
    }
}
