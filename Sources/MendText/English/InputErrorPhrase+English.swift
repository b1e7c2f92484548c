import MendCore

extension InputErrorPhrase {
    public var english: String {
        switch surface {
        case .terminal where isAnswer: EnglishSentence.whole(terminalProblem)
        case .terminal: option.map { "--\($0): \(terminalProblem)" } ?? terminalProblem
        case .page, .mail: EnglishSentence.whole(pageProblem)
        }
    }

    /// The option whose value it is, where only one can be meant.
    private var option: String? {
        switch error {
        case .notATime, .timeAhead, .laterThanWritten: "at"
        case .pauseInThePast, .notALaterTime: "until"
        case .notABirthDate: "born"
        case .notATimeOfDay: "good"
        case .notAClosedTime: "closed"
        case .notDaysAway, .notAPeriod, .neverBack: "away"
        case .unknownZone, .fixedZone: "zone"
        case .frightenedWithoutFright: "frightened"
        case .noSuchField(let field, _): field.rawValue
        case .unknownCountry: "country"
        case .notAMailAddress, .printingLeadsNowhere, .commandMissing: "to"
        case .phoneAddsItself: "kind"
        default: nil
        }
    }

    /// What is wrong and what to type instead.
    private var problem: String {
        switch error {
        case .notATime: "that is no time; write it like 17:40, 'yesterday 17:40', '2026-01-05 17:40' or '20m ago'"
        case .pauseInThePast:
            "that is over already; give a time or a day still to come, such as tomorrow, monday or +7d"
        case .notALaterTime: "that is no time; write it like 18:00, tomorrow, 'monday 08:00', 2026-01-12 or +7d"
        case .ambiguousDay(let one, let other): "that may be \(one) or \(other); write the day like \(one)"
        case .notADay: "that is no day; write it like 2026-01-05, today or tomorrow"
        case .notABirthDate: "that is no birth date; write it like 2022-04-03"
        case .notHours: "those are no hours; write them like 21:00-07:00"
        case .notATimeOfDay: "that is no time of day; write it like 17:30"
        case .notAClosedTime:
            "that is no closed time; write it like 'mon-fri 08:00-15:00' or 'daily 12:00-13:30'"
        case .notDaysAway:
            "those are no days away; write them like 2026-01-10/2026-01-17, the first not after the last, or "
                + "'2026-01-10/2026-01-17 every 14d until 2027-06-30'"
        case .notAPeriod:
            "days away come again after 1 to 366 days; write them like '2026-01-10/2026-01-17 every 14d'"
        case .neverBack(let days):
            "\(Self.awayAgain(days)); write every \(days + 1)d or more, or leave every out"
        case .notADailyCap: "the daily number is a whole number, such as 3"
        case .notAMailAddress: "give one mail address, such as me@example.org"
        case .laterThanWritten:
            "that is later than it was written down; what happened since is a record of its own, and this one can be taken back"
        case .timeAhead: "that time is still to come; for the day before, write 'yesterday 17:40'"
        case .unknownZone(nil): "there is no such time zone; give one like America/New_York or Europe/London"
        case .unknownZone(let near?): "there is no such time zone; did you mean \(near)?"
        case .fixedZone(let place):
            "that is the same all year and knows no summer time; give the place where you live, such as "
                + (place ?? "America/New_York")
        case .noTimeZoneData: "this machine has no time zone data; install the package tzdata"
        case .unknownCountry(let known):
            "lines are known for \(known.joined(separator: ", ")); for another country leave it out, and add its lines with "
                + "mend contact add"
        case .nameMissing: "a name is needed"
        case .personNameTaken:
            "somebody of that name is here already; add a second name or initial to tell them apart"
        case .adultsShareAName: "the two of you need names that can be told apart"
        case .writerNameTaken:
            "somebody of that name wrote here before, and their notes stay theirs; choose another name, such as “Jo 2”"
        case .contactNameTaken: "a contact of that name is there already; remove it first, or choose another name"
        case .channelNameTaken: "a channel of that name is there already; remove it first, or choose another name"
        case .subscriptionNameTaken:
            "a subscription of that name is there already; revoke it first, or choose another name"
        case .taskListNameTaken:
            "a list of tasks of that name is there already; revoke it first, or choose another name"
        case .noContact: "no contact of that name; mend contact list shows them"
        case .twoAdultsSeeIt: "a second adult sees what is here, so it stays shared; their login is ended on the page"
        case .noSubscription: "no subscription of that name; mend subscription list shows them"
        case .noTaskList: "no list of tasks of that name; mend tasks list shows them"
        case .printingLeadsNowhere: "standard output leads nowhere else"
        case .phoneAddsItself: "a phone adds itself: open the page there, and Settings, Channels, Ring on this phone"
        case .commandMissing: "give the command to run, such as 'ntfy publish my-topic'"
        case .frightenedWithoutFright:
            "only a frightening moment has somebody who frightened; leave it out, or record one with --kind toxic"
        case .noTool: "no tool has that number; mend place shows them"
        case .noOffer: "no check-in is offered under that number; mend patterns shows what is"
        case .noPlannedCheckIn: "no check-in of that id goes on; mend patterns shows those that do"
        case .noAnswer: "nothing of that id can be brought back; mend patterns shows what can"
        case .stillOpen(let rupture):
            "\(rupture) is still open, so there is nothing to begin anew; mend open shows what comes next"
        case .nothingToCorrect: "say what to correct, such as --at '20m ago' or --kind benign"
        case .noSuchField(_, .rupture): "a rupture has none; correct one of its attempts instead"
        case .noSuchField(_, .attempt): "an attempt has none; correct its rupture instead"
        case .noSuchField(_, let type): "a \(type.rawValue) has none; leave it out"
        case .pausesAreReplaced:
            "a pause is not corrected; `mend pause` puts another in its place, `mend resume` ends it"
        }
    }

    /// `a stay of 7 days comes again after 8 days at the earliest`
    private static func awayAgain(_ days: Int) -> String {
        "a stay of " + (days == 1 ? "one day" : "\(days) days") + " comes again after \(days + 1) days at the earliest"
    }

    /// On a terminal there is a way to have it all the same.
    private var terminalProblem: String {
        if case .fixedZone = error { return problem + "; to have it all the same, add --fixed" }
        return problem
    }

    /// The same where commands and ids say nothing.
    private var pageProblem: String {
        switch error {
        case .noTimeZoneData: "this machine has no time zone data, and needs its package tzdata"
        case .unknownCountry(let known):
            "lines are known for \(known.joined(separator: ", ")); for another country leave it out, and add its lines as "
                + "people to call"
        case .neverBack(let days): "\(Self.awayAgain(days)); choose a longer time, or once"
        case .noContact: "that contact is no longer here"
        case .twoAdultsSeeIt: "another adult sees mend, too, so what others may see stays as it is"
        case .noSubscription: "that address is no longer here"
        case .noTaskList: "that list is no longer here"
        case .noTool: "that tool is no longer here"
        case .noOffer: "that check-in is not offered any more"
        case .noPlannedCheckIn: "that check-in has ended already"
        case .noAnswer: "that was brought back already"
        case .frightenedWithoutFright:
            "who frightened whom is told of a frightening moment alone; choose that, or leave it out"
        case .nothingToCorrect: "nothing was changed; change something first"
        case .noSuchField: "that cannot be said of this; leave it out"
        case .pausesAreReplaced: "a pause is not corrected; pause anew, or go on"
        case .stillOpen: "this is still open, so there is nothing to begin anew"
        default: problem
        }
    }
}
