/// What an item is about. Its text form is the item's id in calendars, feeds, dumps and the journal; it is written and read
/// here alone.
public enum ItemKey: Hashable, Sendable {
    /// A slot of the plan on a local day: `daily.2026-01-05`.
    case slot(SlotKind, LocalDay)
    /// A birthday that changes somebody's age band: `milestone.ada.2026-04-03`.
    case milestone(person: String, LocalDay)
    /// A check-in that was taken up, on a local day, by the offer's id: `checkin.a1.2026-01-06`.
    case checkIn(offer: String, LocalDay)
    /// A rung of a climb: `r1.calm`, `r1.t2.try-again.3`.
    case rung(RungKey)

    /// Reads the text form; nil for any other text.
    public init?(_ text: some StringProtocol) {
        // By bytes: to find characters takes ten times as long, and a journal has one of these a day.
        let parts = Substring(text).utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map(Substring.init)
        guard let first = parts.first, !first.isEmpty else { return nil }
        if parts.count == 2, let kind = SlotKind(rawValue: String(first)), let day = LocalDay(parts[1]) {
            self = .slot(kind, day)
        } else if parts.count == 3, first == "milestone", !parts[1].isEmpty, let day = LocalDay(parts[2]) {
            self = .milestone(person: String(parts[1]), day)
        } else if parts.count == 3, first == "checkin", !parts[1].isEmpty, let day = LocalDay(parts[2]) {
            self = .checkIn(offer: String(parts[1]), day)
        } else if let key = RungKey(parts) {
            self = .rung(key)
        } else {
            return nil
        }
    }
}

extension ItemKey {
    /// The rupture with which the climb began of which it is a rung; nil of anything else.
    public var anchor: String? {
        if case .rung(let key) = self { key.anchor } else { nil }
    }

    /// The climb's newest attempt, on which a rung stands; nil where there is none, and of anything else.
    public var attempt: String? {
        if case .rung(let key) = self { key.attempt } else { nil }
    }

    /// Whose birthday it is; nil of anything else.
    public var birthdayPerson: String? {
        if case .milestone(let person, _) = self { person } else { nil }
    }

    /// The offer that was taken up, of a check-in; nil of anything else.
    public var offer: String? {
        if case .checkIn(let offer, _) = self { offer } else { nil }
    }

    /// The local day to which it belongs by its nature; nil of a rung, whose day is that of its start.
    public var day: LocalDay? {
        switch self {
        case .slot(_, let day), .milestone(_, let day), .checkIn(_, let day): day
        case .rung: nil
        }
    }

    /// What kind of thing it is about, in one word: `daily`, `milestone`, `try-again`.
    public var kindName: String {
        switch self {
        case .slot(let kind, _): kind.rawValue
        case .milestone: "milestone"
        case .checkIn: "checkin"
        case .rung(let key): key.rung.rawValue
        }
    }
}

extension ItemKey {
    /// Whether a climb comes to rest with it.
    var isRest: Bool {
        if case .rung(let key) = self { key.rung == .rest } else { false }
    }
}

extension ItemKey: CustomStringConvertible {
    public var description: String {
        switch self {
        case .slot(let kind, let day): "\(kind.rawValue).\(day)"
        case .milestone(let person, let day): "milestone.\(person).\(day)"
        case .checkIn(let offer, let day): "checkin.\(offer).\(day)"
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

    /// From the last part on: ruptures and attempts may bear the name of a rung, or a number.
    fileprivate init?(_ parts: [some StringProtocol]) {
        var rest = parts.map { String($0) }[...]
        guard let last = rest.popLast() else { return nil }
        var number = 0
        var name = last
        if Rung(rawValue: last) == nil {
            guard let value = Int(last), value > 0, String(value) == last, let numbered = rest.popLast() else {
                return nil
            }
            (number, name) = (value, numbered)
        }
        guard let rung = Rung(rawValue: name), rung.isNumbered == (number > 0), (1...2).contains(rest.count),
            !rest.contains(where: \.isEmpty), let anchor = rest.first
        else { return nil }
        self.init(anchor: anchor, attempt: rest.count == 2 ? rest.last : nil, rung: rung, number: number)
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
