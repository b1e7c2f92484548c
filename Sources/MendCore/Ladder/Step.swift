/// One move of an item on its way to its place. Steps become the `because` of an item once it is shown.
struct Step {
    /// Why it moved. The words are made of it only for items that somebody will read.
    enum Cause: Equatable {
        case calmFloor(FeelingZone?)
        case afterCalm
        case afterReflect
        case afterAttemptReflect
        case space(Int)
        case beforeSleep
        case spacing(LadderFigures.Delay)
        case restSpacing(days: Int)
        case roadblockAhead
        case goodTime
        case firstAllowed
        case endOfQuiet
        case attempt(Attempt.Outcome)
        case lateRecord
        case quiet
        case closed, sleep, away
        case roadblockFirst
        case cap(Int)
        case merged
        case skippedHour
        case slot

        var rule: Reason.Rule {
            switch self {
            case .calmFloor: .calmFloor
            case .afterCalm: .afterCalm
            case .afterReflect, .afterAttemptReflect: .afterReflect
            case .space: .space
            case .beforeSleep: .beforeSleep
            case .spacing, .restSpacing, .roadblockAhead: .spacing
            case .goodTime, .firstAllowed: .goodTime
            case .attempt: .attempt
            case .lateRecord: .lateRecord
            case .quiet, .endOfQuiet, .roadblockFirst: .quietHours
            case .closed, .sleep, .away: .closedTime
            case .cap: .dailyCap
            case .merged: .merged
            case .skippedHour: .daylightSaving
            case .slot: .slot
            }
        }
    }

    let cause: Cause
    let from: Instant
    var to: Instant
}

extension [Step] {
    /// Adds a move; one that goes on with the cause of the move before it lengthens that.
    mutating func append(_ cause: Step.Cause, from: Instant, to: Instant) {
        if let last = indices.last, self[last].cause == cause, self[last].to == from {
            self[last].to = to
        } else {
            append(Step(cause: cause, from: from, to: to))
        }
    }

    /// Adds a move from where the last one ended, unless it moves nothing and may be left out.
    mutating func move(_ cause: Step.Cause, to: Instant, evenIfStill: Bool = false) {
        guard let last = last?.to, to != last || evenIfStill else { return }
        append(cause, from: last, to: to)
    }
}
