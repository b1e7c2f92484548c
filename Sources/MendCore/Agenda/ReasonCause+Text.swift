/// The text form of a cause, as journals and dumps keep it: a word, and what it needs behind a space: `space 3600`.
extension Reason.Cause: LosslessStringConvertible {
    public var description: String {
        switch self {
        case .calmFloor(let zone): "calm-floor" + (zone.map { " \($0.rawValue)" } ?? "")
        case .space(let seconds): "space \(seconds)"
        case .spacing(.elapsed(let seconds)): "spacing \(seconds)s"
        case .spacing(.days(let days)): "spacing \(days)d"
        case .restSpacing(let days): "rest-spacing \(days)"
        case .attempt(let outcome): "attempt \(outcome.rawValue)"
        case .dailyCap(let cap): "daily-cap \(cap)"
        default: Self.words.first { $0.value == self }?.key ?? ""
        }
    }

    /// Nil for any other text.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1).map { String(Substring($0)) }
        guard let word = parts.first else { return nil }
        let value = parts.count > 1 ? parts[1] : nil
        let number = value.flatMap { Int($0) }.flatMap { Self.amounts.contains($0) ? $0 : nil }
        switch word {
        case "calm-floor": self = .calmFloor(value.flatMap(FeelingZone.init(rawValue:)))
        case "spacing":
            guard let value, let count = Int(value.dropLast()), Self.amounts.contains(count) else { return nil }
            self = .spacing(value.last == "d" ? .days(count) : .elapsed(count))
        case "attempt":
            guard let outcome = value.flatMap(Attempt.Outcome.init(rawValue:)) else { return nil }
            self = .attempt(outcome)
        case "space", "rest-spacing", "daily-cap":
            guard let number else { return nil }
            self =
                word == "space" ? .space(number) : word == "daily-cap" ? .dailyCap(number) : .restSpacing(days: number)
        default:
            guard let cause = Self.words[text] else { return nil }
            self = cause
        }
    }

    /// Of seconds, days or items: more than any plan can ask for.
    private static let amounts = 0...20 * 366 * 24.hours

    /// Those that need nothing more.
    private static let words: [String: Self] = [
        "slot": .slot, "after-calm": .afterCalm, "after-reflect": .afterReflect, "after-rupture": .afterRupture,
        "before-sleep": .beforeSleep, "question-ahead": .questionAhead, "after-question": .afterQuestion,
        "good-time": .goodTime, "late-record": .lateRecord, "record": .record, "pause": .pause,
        "red-thermometer": .redThermometer, "hold": .hold,
        "quiet-hours": .quietHours, "closed": .closed, "away": .away, "their-closed": .theirClosed,
        "their-sleep": .theirSleep, "their-days-away": .theirDaysAway, "question-first": .questionFirst,
        "skipped-hour": .skippedHour,
    ]
}
