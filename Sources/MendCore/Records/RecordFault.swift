/// Why a record cannot be taken. It is data: `RecordFaultPhrase` in MendText has the words. No case carries private text, nor
/// a person's id, which is made of the name; those with an id carry a rupture's or an item's.
public enum RecordFault: Error, Equatable, Sendable {
    /// What cannot be taken as it is.
    public enum Field: Sendable {
        case personName
        case contactName
        /// The name of the household's second adult.
        case writerName
        case number
        case purpose
        case channelName
        case subscriptionName
        case destination
        case secretHash
        case prompt
        case excitedAbout
        case note
        /// What the family calls a Safe Place, and a tool in it.
        case placeName
        case placeTool
        /// The words that an item was shown with.
        case shownText

        /// How many characters it may have.
        var limit: Int {
            switch self {
            case .destination: 1_000
            case .purpose, .prompt, .secretHash, .placeTool: 200
            default: 80
            }
        }
    }

    case duplicate(_ type: String)
    case nobody
    /// Two people whose names cannot be told apart.
    case sameName
    case noRupture(String)
    /// Neither the id of a rupture nor a name.
    case neitherRuptureNorPerson
    /// No rupture is open with those who are meant.
    case nothingOpen
    case noChannel(String)
    case badID
    case badHouseholdID
    /// A channel's name has other characters than small letters, digits and hyphens.
    case badChannelName
    /// A contact's number is an address that a browser would run, such as `javascript:`.
    case numberIsAScript
    case empty(Field)
    case tooLong(Field, limit: Int)
    case controlCharacter(Field)
    case childWithoutBirthDate
    case bornInFuture(LocalDay)
    case tooOld(LocalDay)
    case beforeBirth(String)
    case noOpenHour
    /// The caregiver's own closed times and the quiet hours leave no hour of the week.
    case noOwnOpenHour
    case noQuietEnd
    case capOutOfRange(Int)
    case badCountry
    case inFuture
    case recordedBefore
    case endsBeforeItBegins
    case tooManyTools(limit: Int)
    case attemptBeforeRupture(String)
    case afterClosing(String)
    /// It is not there: the id of a rupture, an attempt, a check-in or a pause was given.
    case noRecord
    /// Nothing was written down that could be taken back.
    case nothingWritten
    /// Later attempts on this rupture rest on the one that would go.
    case laterAttemptsRestOnIt(String)
    case sequenceOutOfRange(String)
}
