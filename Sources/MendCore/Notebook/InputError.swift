/// Why something that was typed cannot be understood or cannot be true. It is data without private text: `InputErrorPhrase`
/// in MendText has the words.
public enum InputError: Error, Equatable, Sendable {
    // What cannot be read.
    case notATime
    case notADay
    case notABirthDate
    /// Not two times such as 21:00-07:00.
    case notHours
    case notATimeOfDay
    case notAClosedTime
    case notDaysAway
    /// Days away come again after a number of days that is none of `DaysAway.periods`.
    case notAPeriod
    /// Days away, so many of them, come again before somebody is back.
    case neverBack(days: Int)
    case notADailyCap
    case notAMailAddress

    /// A time that is later than now.
    case timeAhead
    /// A correction after the time at which the record was written down.
    case laterThanWritten
    /// A pause would end by now.
    case pauseInThePast
    /// A day such as 05/01/2026 that may be either of two.
    case ambiguousDay(LocalDay, LocalDay)
    /// Neither a time nor a day that is still to come.
    case notALaterTime
    /// No time zone has that name; the one that may be meant.
    case unknownZone(near: String?)
    /// The zone is the same all year and no place, such as `EST`; a place that may be meant.
    case fixedZone(place: String?)
    /// The machine has no time zone data at all.
    case noTimeZoneData
    /// The plan has no support lines for that country; it has them for these (ISO 3166-1 alpha-2).
    case unknownCountry(known: [String])

    case nameMissing
    /// Two people of one name could not be told apart.
    case personNameTaken
    case contactNameTaken
    /// The two adults of a household, whom their names tell apart.
    case adultsShareAName
    /// Somebody wrote under that name before, and has no login any more.
    case writerNameTaken
    case channelNameTaken
    case subscriptionNameTaken
    /// A list of tasks has that name, or a device that signs in by it.
    case taskListNameTaken
    /// A household is shared as long as a second adult has a login.
    case twoAdultsSeeIt
    case noContact
    case noSubscription
    case noTaskList

    /// A channel that prints was given a place to lead to.
    case printingLeadsNowhere
    /// A channel that runs a command was given none.
    case commandMissing
    /// The channel of a phone was to be added elsewhere than on the phone.
    case phoneAddsItself
    /// Who frightened whom was told of something else than a frightening moment.
    case frightenedWithoutFright
    /// A Safe Place has no tool of that number.
    case noTool
    /// No check-in is offered, or not under that number.
    case noOffer
    /// No check-in of that id goes on.
    case noPlannedCheckIn
    /// Nothing was said to an offer of that id.
    case noAnswer
    /// To begin anew is for what is closed or at rest; this rupture is neither.
    case stillOpen(rupture: String)

    /// A correction that says nothing.
    case nothingToCorrect
    /// A record of that type has no such field.
    case noSuchField(Correction.Field, of: RecordType)
    /// A pause is replaced by another, not corrected.
    case pausesAreReplaced
}
