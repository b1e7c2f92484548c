/// A step of the repair ladder.
public enum Rung: String, CaseIterable, Codable, Sendable {
    case calm, reflect, reconnect
    case tryAgain = "try-again"
    case roadblock, rest

    /// Whether the other is needed for it.
    var isTogether: Bool { self == .reconnect || self == .tryAgain }

    /// Whether it takes a place under the daily cap.
    var countsInCap: Bool { self != .calm }
}
