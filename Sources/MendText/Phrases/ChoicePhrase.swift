import MendCore

/// The names of what can be chosen on a page, and of what was.
public enum ChoicePhrase: Phrase {
    case rupture(Rupture.Kind)
    /// Examples of it.
    case examples(Rupture.Kind)
    case outcome(Attempt.Outcome)
    case roadblock(Roadblock)
    case zone(FeelingZone)
    /// Its colour alone.
    case zoneWord(FeelingZone)
    /// The zone as a heading.
    case zoneHeading(FeelingZone)
    case relation(Person.Relation)
    /// In a list of people.
    case relationWord(Person.Relation)
    case band(AgeBand)
    /// Nil: everything.
    case scope(Subscription.Scope?)
    case item(Item.Kind)
    case ago(Ago)
    /// Who frightened whom.
    case frightened(Rupture.Frightened)
    case until(Until)
    /// How long "Not now" is.
    case wait(Wait)
    /// A day of the week, short.
    case weekday(Weekday)
    /// How days elsewhere come again.
    case once, everyDays(Int)
    case channel(Channel.Kind)
    case otherCountry
    case othersSeeCalendar, onlyISeeCalendar

    /// How long ago something happened.
    public enum Ago: CaseIterable, Sendable {
        case now, tenMinutes, halfAnHour, anHour, threeHours
    }

    /// How long what comes with somebody waits.
    public enum Wait: CaseIterable, Sendable {
        case anHour, tonight, tomorrow
    }

    /// The day at whose beginning a pause is over.
    public enum Until: CaseIterable, Sendable {
        case tomorrow, threeDays, aWeek, twoWeeks
    }
}
