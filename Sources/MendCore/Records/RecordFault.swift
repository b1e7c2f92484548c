/// Why a record cannot be taken. No case carries private text, nor a person's id, which is made of the name.
public enum RecordFault: Error, Equatable {
    public enum Field: String, Sendable {
        case personName = "a name"
        case contactName = "a contact's name"
        case number = "a contact's number"
        case purpose = "what a contact is for"
        case channelName = "a channel's name"
        case subscriptionName = "a subscription's name"
        case destination = "where a channel leads"
        case secretHash = "the hash of a secret"
        case item = "an item's id"
        case prompt = "a prompt's id"
        case excitedAbout = "what they were excited about"
        case note = "a note"

        var limit: Int {
            switch self {
            case .destination: 1_000
            case .purpose, .item, .prompt, .secretHash: 200
            default: 80
            }
        }
    }

    case duplicate(_ type: String)
    case nobody
    case noRupture(String)
    case noChannel(String)
    case badID
    case empty(Field)
    case tooLong(Field, limit: Int)
    case controlCharacter(Field)
    case childWithoutBirthDate
    case bornInFuture(LocalDay)
    case tooOld(LocalDay)
    case beforeBirth(String)
    case noOpenHour
    case noQuietEnd
    case capOutOfRange(Int)
    case badCountry
    case inFuture
    case recordedBefore
    case endsBeforeItBegins
    case attemptBeforeRupture(String)
    case afterClosing(String)
    case sequenceOutOfRange(String)
}

extension RecordFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .duplicate(let type): "there is a \(type) with this id already; give this one another"
        case .nobody:
            "nobody here goes by that name; `mend person list` shows who is there, `mend person add` adds somebody"
        case .noRupture(let id): "there is no rupture \(id); `mend open` shows the open ones"
        case .noChannel(let name): "there is no channel \(name); `mend channel list` shows them"
        case .badID: "an id has 1 to 64 letters, digits, hyphens or underscores"
        case .empty(let field): "\(field.rawValue) must not be empty"
        case .tooLong(let field, let limit): "\(field.rawValue) may have at most \(limit) characters; shorten it"
        case .controlCharacter(let field):
            "\(field.rawValue) holds a control character or one that turns the direction of text; leave it out"
        case .childWithoutBirthDate: "a child needs a birth date; give it like 2022-04-03"
        case .bornInFuture(let day): "the birth date \(day) is still to come; add them once they are born"
        case .tooOld(let day): "the birth date \(day) makes them older than 120 years; check the year"
        case .beforeBirth(let id): "rupture \(id) lies before the person was born; check the time"
        case .noOpenHour:
            "closed times, quiet hours and sleep together leave no hour of the week; leave at least one hour open"
        case .noQuietEnd: "quiet hours leave no hour of the day; shorten them, for example 21:00-07:00"
        case .capOutOfRange(let cap): "a daily cap of \(cap) is out of range; give one from 1 to 24"
        case .badCountry: "a country is two capital letters, such as US, GB or NZ"
        case .inFuture: "that time is still to come; give one up to now"
        case .recordedBefore: "it cannot have been written down before it happened; `recorded` must not be before `at`"
        case .endsBeforeItBegins: "the pause would end before it begins; give a later time"
        case .attemptBeforeRupture(let id): "the attempt lies before rupture \(id); give a later time"
        case .afterClosing(let id):
            "rupture \(id) is closed by then; to begin anew, record an attempt with the outcome `again`"
        case .sequenceOutOfRange(let item):
            "the sequence of \(item) must be a number from 0 to \(Published.sequences.upperBound)"
        }
    }
}
