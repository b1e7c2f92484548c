import MendCore

/// What is said of hours that ran yellow or red, and of check-ins ahead of them. It says when: nothing of how often, of what
/// somebody is like, or of what will be.
public enum PatternPhrase: Phrase {
    /// Above all of it.
    case heading
    case whatItIs
    /// Nothing stands out.
    case nothing
    /// - Parameter of: a name; nil: the caregiver.
    case hours(HardHours, of: String?)
    case near(HardHours.Near)
    /// A check-in half an hour ahead, offered once.
    case offer(HardHours, DateStyle)
    /// The same in a line of a day, on a terminal.
    case offerOfToday(HardHours, of: String?)
    /// How it is answered on a terminal, by its number.
    case howToAnswer(Int)
    /// It was said yes or no to.
    case answered(CheckInOffer, DateStyle)
    /// What was said to it was taken back.
    /// - Parameter offer: as it was before.
    case takenBack(CheckInOffer, of: String?, DateStyle)

    /// Above check-ins that were taken up.
    case planned
    /// - Parameter of: a name; nil: the caregiver.
    case plannedCheckIn(CheckInOffer, of: String?, DateStyle)
    case howToEnd(String)
    case ended

    /// Above what was declined or ended.
    case former
    case formerOffer(CheckInOffer, of: String?, DateStyle)
    /// What a button says that brings it back, to whoever does not see the line above.
    case bringBack(CheckInOffer, of: String?, DateStyle)
    case howToBringBack(String)

    /// Above somebody's week.
    case week(of: String?)
    case weekIs
    case day(Weekday)
    /// `Mon`
    case shortDay(Weekday)
    case part(DayPart)
    /// The zone of some hours; nil: nothing was written down.
    case zone(FeelingZone?)
    /// A day of the week in words: its parts with their zones.
    case dayLine(Weekday, [WeekBand.Cell])
}
