/// Why an item stands where it stands: one rule that put it there or moved it. It is data; `ReasonText` has its words.
public struct Reason: Hashable, Codable, Sendable {
    /// The names that other programs rely on.
    public enum Rule: String, CaseIterable, Sendable {
        case slot
        case calmFloor = "calm-floor"
        case afterCalm = "after-calm"
        case afterReflect = "after-reflect"
        case space
        /// The space was waived.
        case beforeSleep = "before-sleep"
        case spacing
        case goodTime = "good-time"
        case attempt
        case lateRecord = "late-record"
        /// Placed anew, not before a record.
        case record
        case hold
        case quietHours = "quiet-hours"
        case closedTime = "closed-time"
        case dailyCap = "daily-cap"
        case daylightSaving = "daylight-saving"
    }

    /// What moved it, as finely as the words need it. Whom it concerns is told by the item.
    public enum Cause: Hashable, Codable, Sendable {
        /// A place of the plan.
        case slot
        /// Time to settle first, by the caregiver's thermometer; nil: it was not told.
        case calmFloor(FeelingZone?)
        case afterCalm
        case afterReflect
        /// A small moment with neither calm nor reflect: soon after it.
        case afterRupture
        /// The other's space, in seconds.
        case space(Int)
        case beforeSleep
        /// After the together item before.
        case spacing(LadderFigures.Delay)
        /// From the last together item to rest.
        case restSpacing(days: Int)
        /// A question ahead of its try-again.
        case questionAhead
        /// A question that has been asked leaves its time before the try-again.
        case afterQuestion
        case goodTime
        case attempt(Attempt.Outcome)
        case lateRecord
        case record
        /// What held it back until later than anything else did.
        case pause, redThermometer
        /// One of the two; earlier versions did not tell which.
        case hold
        case quietHours
        /// The caregiver's closed times and days away.
        case closed, away
        /// The other's.
        case theirClosed, theirSleep, theirDaysAway
        /// The question ahead of it would stand in closed hours.
        case questionFirst
        /// How many a day may hold.
        case dailyCap(Int)
        case skippedHour
    }

    public let cause: Cause
    /// Seconds from where the rule before had put the item (the first: from what it counts from).
    public let moved: Int

    public init(cause: Cause, moved: Int) {
        self.cause = cause
        self.moved = moved
    }

    public var rule: Rule { cause.rule }
}

extension Reason.Cause {
    /// Whether it comes from the times of the person whom an item is with.
    public var isTheirs: Bool {
        switch self {
        case .theirClosed, .theirSleep, .theirDaysAway: true
        default: false
        }
    }

    /// Whether it counts whole days, so that of where it leads only the day says something.
    public var countsDays: Bool {
        switch self {
        case .spacing(.days), .restSpacing, .attempt(.partial), .attempt(.repaired), .attempt(.letGo): true
        default: false
        }
    }

    public var rule: Reason.Rule {
        switch self {
        case .slot: .slot
        case .calmFloor: .calmFloor
        case .afterCalm, .afterRupture: .afterCalm
        case .afterReflect: .afterReflect
        case .space: .space
        case .beforeSleep: .beforeSleep
        case .spacing, .restSpacing, .questionAhead, .afterQuestion: .spacing
        case .goodTime: .goodTime
        case .attempt: .attempt
        case .lateRecord: .lateRecord
        case .record: .record
        case .pause, .redThermometer, .hold: .hold
        case .quietHours, .questionFirst: .quietHours
        case .closed, .away, .theirClosed, .theirSleep, .theirDaysAway: .closedTime
        case .dailyCap: .dailyCap
        case .skippedHour: .daylightSaving
        }
    }
}
