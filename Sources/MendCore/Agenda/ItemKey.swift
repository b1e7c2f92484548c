/// What an item is about. Its text form is the item's id in calendars, feeds, dumps and the journal; it is written and read
/// here alone.
public enum ItemKey: Hashable, Sendable {
    /// A slot of the plan on a local day: `daily.2026-01-05`.
    case slot(SlotKind, LocalDay)
    /// A birthday that changes somebody's age band: `milestone.ada.2026-04-03`.
    case milestone(person: String, LocalDay)
    /// A rung of a climb: `r1.calm`, `r1.t2.try-again.3`.
    case rung(RungKey)

    /// Reads the text form; nil for any other text.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty else { return nil }
        if parts.count == 2, let kind = SlotKind(rawValue: String(first)), let day = LocalDay(parts[1]) {
            self = .slot(kind, day)
        } else if parts.count == 3, first == "milestone", !parts[1].isEmpty, let day = LocalDay(parts[2]) {
            self = .milestone(person: String(parts[1]), day)
        } else if let key = RungKey(parts) {
            self = .rung(key)
        } else {
            return nil
        }
    }
}

extension ItemKey: CustomStringConvertible {
    public var description: String {
        switch self {
        case .slot(let kind, let day): "\(kind.rawValue).\(day)"
        case .milestone(let person, let day): "milestone.\(person).\(day)"
        case .rung(let key): key.description
        }
    }
}

/// A recurring place of the plan.
public enum SlotKind: String, CaseIterable, Sendable {
    /// The day's prompt.
    case daily
    /// The week's reflection.
    case weekly
    /// The month's reading.
    case monthly
}

/// A rung of a climb: the rupture that began the climb, the attempt on which the climb stands, the rung and its number.
public struct RungKey: Hashable, Sendable {
    /// The id of the anchor, the rupture with which the climb began.
    public let anchor: String
    /// The id of the climb's newest attempt; nil where there is none, and for calm, reflect and reconnect.
    public let attempt: String?
    public let rung: Rung
    /// The climb's running number of a try-again, from 1; a roadblock has that of the try-again it precedes; 0 for the others.
    public let number: Int

    public init(anchor: String, attempt: String? = nil, rung: Rung, number: Int = 0) {
        self.anchor = anchor
        self.attempt = attempt
        self.rung = rung
        self.number = number
    }

    fileprivate init?(_ parts: [some StringProtocol]) {
        var parts = parts.map { String($0) }[...]
        guard let anchor = parts.popFirst(), !anchor.isEmpty else { return nil }
        var attempt: String?
        if let next = parts.first, Rung(rawValue: next) == nil {
            guard !next.isEmpty else { return nil }
            attempt = next
            parts.removeFirst()
        }
        guard let rung = parts.popFirst().flatMap(Rung.init(rawValue:)) else { return nil }
        var number = 0
        if rung.isNumbered {
            guard let text = parts.popFirst(), let value = Int(text), value > 0, String(value) == text else { return nil }
            number = value
        }
        guard parts.isEmpty else { return nil }
        self.init(anchor: anchor, attempt: attempt, rung: rung, number: number)
    }
}

extension RungKey: CustomStringConvertible {
    public var description: String {
        let parts = [anchor, attempt, rung.rawValue, rung.isNumbered ? String(number) : nil]
        return parts.compactMap { $0 }.joined(separator: ".")
    }
}

extension Rung {
    /// Whether there are several of it in one climb.
    fileprivate var isNumbered: Bool { self == .tryAgain || self == .roadblock }
}
