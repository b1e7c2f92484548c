import MendCore

extension RecordFaultPhrase {
    public var english: String {
        switch surface {
        case .terminal: terminal
        case .page, .mail: EnglishSentence.whole(page)
        }
    }

    private var terminal: String {
        switch fault {
        case .duplicate(let type): "there is a \(type) with this id already; give this one another"
        case .nobody:
            "nobody here goes by that name; `mend person list` shows who is there, `mend person add` adds somebody"
        case .sameName:
            "somebody here has a name that reads the same; add a second name or initial to tell them apart"
        case .noRupture(let id): "there is no rupture \(id); `mend open` shows the open ones"
        case .neitherRuptureNorPerson:
            "that is neither a rupture nor the name of somebody here; `mend open` shows what is open, `mend person list` who "
                + "is here"
        case .nothingOpen:
            "nothing is open there; give a rupture's id, such as r1, or record what happened: `mend rupture`"
        case .noChannel(let name): "there is no channel \(name); `mend channel list` shows them"
        case .badID: "an id has 1 to 64 letters, digits, hyphens or underscores"
        case .badHouseholdID: "a household's id has 1 to 64 letters, digits, hyphens or underscores"
        case .badChannelName: "a channel's name has small letters, digits and hyphens, such as mail or my-phone"
        case .numberIsAScript: "a contact's number is an address that a browser would run; give a number or words"
        case .empty(let field): "\(Self.name(of: field)) must not be empty"
        case .tooLong(let field, let limit):
            "\(Self.name(of: field)) may have at most \(limit) characters; shorten it"
        case .controlCharacter(let field):
            "\(Self.name(of: field)) holds a control character or one that turns the direction of text; leave it out"
        case .childWithoutBirthDate: "a child needs a birth date; give it like 2022-04-03"
        case .bornInFuture(let day): "the birth date \(day) is still to come; add them once they are born"
        case .tooOld(let day): "the birth date \(day) makes them older than 120 years; check the year"
        case .beforeBirth(let id): "rupture \(id) lies before the person was born; check the time"
        case .noOpenHour:
            "closed times, quiet hours and sleep together leave no hour of the week; leave at least one hour open"
        case .noOwnOpenHour:
            "your own closed times and the quiet hours together leave no hour of the week; leave at least one hour open"
        case .noQuietEnd: "quiet hours leave no hour of the day; shorten them, for example 21:00-07:00"
        case .capOutOfRange(let cap): "a daily cap of \(cap) is out of range; give one from 1 to 24"
        case .badCountry: "a country is two capital letters, such as US, GB or NZ"
        case .inFuture: "that time is still to come; give one up to now"
        case .recordedBefore: "it cannot have been written down before it happened; `recorded` must not be before `at`"
        case .endsBeforeItBegins: "the pause would end before it begins; give a later time"
        case .tooManyTools(let limit): "a Safe Place holds up to \(limit) tools; take one away first"
        case .attemptBeforeRupture(let id): "the attempt lies before rupture \(id); give a later time"
        case .afterClosing(let id):
            "rupture \(id) is closed by then; to begin anew, record an attempt with the outcome `again`"
        case .noRecord: "nothing with that id was written down; `mend log` shows what was"
        case .nothingWritten: "nothing is written down that could be taken back"
        case .laterAttemptsRestOnIt(let id):
            "later attempts at \(id) rest on this one; take those back first, `mend log` shows them"
        case .sequenceOutOfRange(let item):
            "the sequence of \(item) must be a number from 0 to \(Published.sequences.upperBound)"
        }
    }

    /// The same where commands and ids say nothing.
    private var page: String {
        switch fault {
        case .nobody: "nobody here goes by that name. Choose somebody from the list"
        case .noRupture, .neitherRuptureNorPerson, .nothingOpen, .noRecord: "what this was about is no longer here"
        case .noChannel: "that channel is no longer here"
        case .beforeBirth: "what happened would lie before the person was born; check the day"
        case .recordedBefore: "it cannot have been written down before it happened; check the time"
        case .laterAttemptsRestOnIt: "later attempts rest on this one; take those back first"
        case .attemptBeforeRupture: "that lies before what it would mend; give a later time"
        case .afterClosing: "this is closed already, so nothing was added. You can begin again below"
        default: terminal
        }
    }

    private static func name(of field: RecordFault.Field) -> String {
        switch field {
        case .personName: "a name"
        case .contactName: "a contact's name"
        case .writerName: "an adult's name"
        case .number: "a contact's number"
        case .purpose: "what a contact is for"
        case .channelName: "a channel's name"
        case .subscriptionName: "a subscription's name"
        case .destination: "where a channel leads"
        case .secretHash: "the hash of a secret"
        case .prompt: "a prompt's id"
        case .excitedAbout: "what they were excited about"
        case .note: "a note"
        case .placeName: "the name of a Safe Place"
        case .placeTool: "a tool"
        case .shownText: "what was shown of an item"
        }
    }
}
