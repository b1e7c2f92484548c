import MendCore

extension ReasonPhrase {
    /// Without a capital letter at its beginning, nor a full stop.
    public var english: String {
        switch cause {
        case .slot: "its usual time"
        case .calmFloor(let zone): settling(zone)
        case .afterCalm: "settling comes first"
        case .afterReflect: "looking back comes before going to \(name)"
        case .afterRupture: "a small thing is best mended soon"
        case .space: "room for \(name) since it happened"
        case .beforeSleep: "before sleep is better than after, so there is less waiting today"
        case .spacing(.elapsed(let seconds)): "\(span(seconds)) after the time before"
        case .spacing(.days(let days)): days == 1 ? "a day after the time before" : "\(days) days after the time before"
        case .restSpacing(let days): "\(days) days after the last time"
        case .questionAhead: "a question for you, ahead of it"
        case .afterQuestion: "some time after the question for you"
        case .goodTime: "a good time of that day"
        case .attempt(let outcome): attempt(outcome)
        case .lateRecord: "not before it was written down"
        case .record: "not before the newest thing was written down"
        case .pause: "a pause"
        case .redThermometer: "time for a red thermometer to sink"
        case .hold: "a pause, or time for a red thermometer to sink"
        case .quietHours: "quiet hours"
        case .closed: "you are busy then"
        case .away: "you are away then"
        case .theirClosed: "\(name) is busy then"
        case .theirSleep: "\(name) is asleep then"
        case .theirDaysAway: "\(name) is away then"
        case .questionFirst: "the question ahead of it has no room before"
        case .dailyCap(let cap): "that day is full; it has room for \(cap)"
        case .skippedHour: "the clock skips that hour"
        }
    }

    private func span(_ seconds: Int) -> String {
        let (count, unit) = seconds % 3600 == 0 ? (seconds / 3600, "hour") : (seconds / 60, "minute")
        return count == 1 ? "one \(unit)" : "\(count) \(unit)s"
    }

    private func settling(_ zone: FeelingZone?) -> String {
        switch zone {
        case .green: "a short breath, even when calm"
        case .yellow: "time for a rising thermometer to sink"
        case .red: "time for a flooded body to settle"
        case nil: "time to settle; the thermometer was not told"
        }
    }

    private func attempt(_ outcome: Attempt.Outcome) -> String {
        switch outcome {
        case .declined: "\(name) said no, so there is room first"
        case .notReady: "\(name) was not ready, so there is room first"
        case .partial: "a part is mended; the rest may take a day"
        case .again: "begun anew, at a good time"
        case .repaired, .letGo: "one thing is mended; the rest may take a day"
        }
    }
}
