extension SupportPhrase {
    public var english: String {
        switch self {
        case .emergency(let numbers): "In an emergency: \(numbers.joined(separator: " or "))"
        case .emergencyAnywhere: "In an emergency: the emergency number of your country"
        case .reach(let number, let how): Self.way(number, how)
        }
    }

    /// `0800 1111`, `text HOME to 741741`, `call or text 988`, `13 11 14, or text 0477 13 11 14`
    private static func way(_ number: String, _ how: String) -> String {
        switch how {
        case "call", "web": number
        case _ where how.hasPrefix("call,"): number + how.dropFirst("call".count)
        case _ where how.hasPrefix("text "): "\(how) to \(number)"
        default: "\(how) \(number)"
        }
    }
}
