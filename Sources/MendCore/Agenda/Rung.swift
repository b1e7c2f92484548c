/// A step of the repair ladder.
public enum Rung: String, CaseIterable, Codable, Sendable {
    case calm, reflect, reconnect
    case tryAgain = "try-again"
    case roadblock, rest

    /// Whether the other is needed for it.
    var isTogether: Bool { self == .reconnect || self == .tryAgain }

    /// Whether it takes a place under the daily cap.
    var countsInCap: Bool { self != .calm }

    /// Whether it waits for a day that has a free place.
    var needsFreePlace: Bool { self == .tryAgain || self == .roadblock || self == .rest }

    /// Whether its id bears the climb's newest attempt.
    var standsOnAttempt: Bool { self == .tryAgain || self == .roadblock || self == .rest }

    /// Of items that start together: calm, reflect, reconnect, roadblock, try-again, rest.
    var order: Int {
        switch self {
        case .calm: 0
        case .reflect: 1
        case .reconnect: 2
        case .roadblock: 3
        case .tryAgain: 4
        case .rest: 5
        }
    }
}
