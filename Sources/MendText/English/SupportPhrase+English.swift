extension SupportPhrase {
    public var english: String {
        switch self {
        case .emergency(let numbers): "In an emergency: \(numbers.joined(separator: " or "))"
        case .emergencyAnywhere: "In an emergency: the emergency number of your country"
        case .reach(.plain(let text)): text
        case .reach(.word(let word, let number)): "\(word) to \(number)"
        }
    }
}
