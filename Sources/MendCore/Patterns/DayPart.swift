/// A part of the day on the wall clock, as people speak of it.
public enum DayPart: String, CaseIterable, Comparable, Sendable {
    /// 00:00–06:00
    case night
    /// 06:00–09:00
    case earlyMorning = "early-morning"
    /// 09:00–12:00
    case morning
    /// 12:00–15:00
    case midday
    /// 15:00–17:00
    case afternoon
    /// 17:00–19:00
    case beforeSupper = "before-supper"
    /// 19:00–21:00
    case evening
    /// 21:00–24:00
    case lateEvening = "late-evening"

    /// Minutes since 00:00.
    public var minutes: Range<Int> {
        switch self {
        case .night: 0..<360
        case .earlyMorning: 360..<540
        case .morning: 540..<720
        case .midday: 720..<900
        case .afternoon: 900..<1020
        case .beforeSupper: 1020..<1140
        case .evening: 1140..<1260
        case .lateEvening: 1260..<1440
        }
    }

    /// The one that holds a minute of the day, 0–1439.
    init(minute: Int) {
        self = Self.allCases.first { $0.minutes.contains(minute) } ?? .lateEvening
    }

    /// Whether a family is up then on any day. Only these are held against each other: hours of sleep would make all others
    /// look hard.
    var isAwake: Bool { self != .night && self != .lateEvening }

    public static func < (left: DayPart, right: DayPart) -> Bool {
        left.minutes.lowerBound < right.minutes.lowerBound
    }
}
