/// The recurring places of a plan. Times are on the household's wall clock.
public struct Slots: Equatable, Codable, Sendable {
    /// The daily prompt for the caregiver alone.
    public var selfTime: LocalTime
    /// The daily prompt together with a person, on working days and at weekends.
    public var togetherTime: LocalTime
    public var togetherWeekendTime: LocalTime
    /// The days of the week that have a together prompt when somebody is in reach; the others have a self prompt.
    public var togetherDays: [Weekday]
    public var reflectionDay: Weekday
    public var reflectionTime: LocalTime
    /// The reading comes on the first such day of a month.
    public var readingDay: Weekday
    public var readingTime: LocalTime
    public var milestoneTime: LocalTime
    /// The themes of the caregiver's prompts after a frightening moment, for the rest of its day and on the next. Empty: the
    /// days go on as they are.
    public var gentleThemes: [String]

    public init(
        selfTime: LocalTime, togetherTime: LocalTime, togetherWeekendTime: LocalTime, togetherDays: [Weekday],
        reflectionDay: Weekday, reflectionTime: LocalTime, readingDay: Weekday, readingTime: LocalTime,
        milestoneTime: LocalTime, gentleThemes: [String] = []
    ) {
        self.selfTime = selfTime
        self.togetherTime = togetherTime
        self.togetherWeekendTime = togetherWeekendTime
        self.togetherDays = togetherDays
        self.reflectionDay = reflectionDay
        self.reflectionTime = reflectionTime
        self.readingDay = readingDay
        self.readingTime = readingTime
        self.milestoneTime = milestoneTime
        self.gentleThemes = gentleThemes
    }

    func togetherTime(on weekday: Weekday) -> LocalTime {
        weekday == .saturday || weekday == .sunday ? togetherWeekendTime : togetherTime
    }
}
