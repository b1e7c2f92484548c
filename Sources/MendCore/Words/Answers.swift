extension Attempt.Outcome {
    /// What is said when it was written down.
    public var answer: String {
        switch self {
        case .repaired: "Noted, and closed. You came back."
        case .partial: "Noted. Part of it's better, and the rest can take its time."
        case .declined, .notReady: "Noted. A no today isn't a no forever."
        case .letGo: "Noted, and let go with kindness. You can begin again whenever you like."
        case .again: "Noted. A fresh start."
        }
    }
}

extension FeelingZone {
    /// As a heading.
    public var title: String {
        switch self {
        case .green: "Green: calm"
        case .yellow: "Yellow: rising"
        case .red: "Red: flooded, loud or quiet"
        }
    }
}
