/// The words for why an item moved, for the household's own eyes.
struct ReasonText {
    let zone: Zone
    let name: String

    func reason(_ step: Step) -> Reason {
        Reason(rule: step.cause.rule, detail: detail(step), moved: step.to - step.from)
    }

    private func detail(_ step: Step) -> String {
        switch step.cause {
        case .calmFloor(let feeling):
            switch feeling {
            case .green: "a short breath, even when calm"
            case .yellow: "time for a rising thermometer to sink"
            case .red: "time for a flooded body to settle"
            case nil: "time to settle; the thermometer was not told"
            }
        case .afterCalm: "calm comes first, then looking back"
        case .afterReflect: "looking back comes before going to \(name)"
        case .afterAttemptReflect: "looking back comes first"
        case .space: "space for \(name) since it happened"
        case .beforeSleep: "before sleep beats after: the space is waived today"
        case .spacing(.elapsed(let seconds)): "\(seconds / 3600) hours after the step before"
        case .spacing(.days(let days)): days == 1 ? "a day after the step before" : "\(days) days after the step before"
        case .restSpacing(let days): "\(days) days after the last try"
        case .roadblockAhead: "a question for you, ahead of the next try"
        case .goodTime: "the time of day at which \(name) is best met"
        case .firstAllowed: "nothing fits later that day, so it comes as soon as it can"
        case .endOfQuiet: "when quiet hours end that day"
        case .attempt(let outcome): attempt(outcome)
        case .lateRecord: "not before it was written down"
        case .quiet: "quiet hours"
        case .roadblockFirst: "the question before it falls into quiet hours"
        case .closed: "\(name) is busy then"
        case .sleep: "\(name) is asleep then"
        case .away: "\(name) is away then"
        case .cap(let cap): "no free place until then; a day has \(cap)"
        case .merged: "together with another of the kind"
        case .skippedHour: "the clock skips that hour"
        case .slot: "its place in the plan"
        }
    }

    private func attempt(_ outcome: Attempt.Outcome) -> String {
        switch outcome {
        case .declined: "\(name) said no, so there is room first"
        case .notReady: "\(name) was not ready, so there is room first"
        case .partial: "a part is mended; the rest may take a day"
        case .again: "begun anew, at the next good time"
        case .repaired, .letGo: "it is closed"
        }
    }
}
