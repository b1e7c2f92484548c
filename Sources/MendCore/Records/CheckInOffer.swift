/// A check-in that was offered ahead of hours that run yellow or red, and what the household said to it. It is offered once.
public struct CheckInOffer: Hashable, Sendable {
    public enum Answer: String, CaseIterable, Sendable {
        case taken, declined
    }

    public let id: String
    /// Whose hours they are, by id; nil: the caregiver's.
    public let with: String?
    /// The days of the week, Monday first; never empty.
    public let days: [Weekday]
    /// Nil: the whole day.
    public let part: DayPart?
    /// On the household's wall clock.
    public let time: LocalTime
    public let answer: Answer
    /// When it was answered, and written down.
    public let at: Instant
    /// When a check-in that was taken up came to its end; nil: it goes on.
    public var ended: Instant?

    public init(
        id: String, with: String? = nil, days: [Weekday], part: DayPart? = nil, time: LocalTime, answer: Answer,
        at: Instant, ended: Instant? = nil
    ) {
        self.id = id
        self.with = with
        self.days = Weekday.allCases.filter(days.contains)
        self.part = part
        self.time = time
        self.answer = answer
        self.at = at
        self.ended = ended
    }

    /// Whether it comes at an instant: it was taken up before, and has not ended by then.
    func isOn(at instant: Instant) -> Bool {
        answer == .taken && at <= instant && (ended.map { instant < $0 } ?? true)
    }

    /// When it was answered or, later, ended.
    public var changed: Instant { ended ?? at }

    /// Whether it was an answer to these hours too: both are of the same person, and share a day and a part of the day.
    func covers(_ hours: HardHours) -> Bool {
        with == hours.with && !Set(days).isDisjoint(with: hours.days)
            && (part == nil || hours.part == nil || part == hours.part)
    }
}
