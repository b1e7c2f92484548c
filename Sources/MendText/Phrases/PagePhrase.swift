import MendCore

/// Sentences of pages with what varies in them. Names, times and choices come as they are to be read.
public enum PagePhrase: Phrase {
    // Items and ruptures
    case minutes(Int)
    /// What comes next for a rupture.
    case next(moment: String, kind: String)
    case atRest

    /// Something that is open with somebody, in a list of several.
    case openSince(moment: String, kind: String)
    /// What a button of it does, for who hears it: the button's own words first.
    case about(button: String, kind: String, moment: String)
    /// What "Not now" does, for who hears it.
    case notNow(with: String)
    /// What the buttons beside somebody to turn to do, for who hears them.
    case call(String), write(String)
    /// A line on what stands on a page of the navigation; empty for those that need none.
    case whatIsIn(PageTitle)

    /// Whether what is being written down stands for what was, a moment ago.
    case insteadOfTheOne(name: String, kind: String)

    // Pauses and ends
    case everythingPaused(until: String)
    case pausedWith(String, until: String)
    /// - Parameter name: whose reminders have ended.
    case ended(name: String)
    /// In a list of people, behind who they are.
    case isPaused(until: String), hasEnded

    // Looking back
    /// - Parameter name: nil for the caregiver's own.
    case thermometer(FeelingZone, name: String?, afterShortNight: Bool)
    case ownZone(FeelingZone)
    case theirZone(FeelingZone, name: String)
    case excitedAbout(String)
    case attempt(when: String, outcome: String, roadblock: String?)
    case closed, resting, open
    /// Where a list would stand.
    case nothingWritten, nothingFound

    // Subscribing
    case lastFetched(day: String)
    case notFetched
    /// The same of a list of tasks.
    case lastUsed(day: String)
    case notUsed
    case taskListShown(name: String)
    case whoCanOpenTasks(isOpen: Bool)
    case edition(isOpen: Bool)
    case addressShown(name: String)
    case whoCanRead(isOpen: Bool)
    case onlyThisMachine(address: String)
    case codeForIPhone, codeForOthers

    // Settings
    /// - Parameters: times of day.
    case quiet(from: String, to: String)
    /// A row of a form, for who hears it; the first is 1.
    case closedTime(number: Int), daysElsewhere(number: Int)
    case step(Int, of: Int)
    case takeContactOff(name: String)
    case takeChannelAway(name: String)
    /// A phone's channel, by what the phone is.
    /// - Parameter rings: false: its push service says that it is gone.
    case phone(String, isOpen: Bool, rings: Bool)
    case thisDevice
    case lastSeen(moment: String)
    case signOut(device: String, isThis: Bool)

    // Two adults
    /// Whose an item is, in two or three words.
    case itemIsFor(name: String)
    /// Who wrote an entry.
    case writtenBy(String)
    /// That the second adult is signed in, with whom.
    case hereAs(name: String, with: String)
    case both(String, String)
    /// That an open calendar or notice is the caregiver's to have.
    case openIsTheirs(name: String)
    /// Of what the second adult wrote down.
    case wordsOfWhoeverDidIt(writer: String)
    /// One household is one caregiver's ladder.
    case oneLadder(of: String)
    case invited(name: String, by: String)
    case invitationWaits(name: String, until: String)
    case endLogin(name: String), endOwnLogin
    case endLoginNow(name: String)

    // Devices
    /// - Parameters:
    ///   - browser: its name; nil: not known.
    ///   - system: nil: not known.
    case device(browser: String?, DeviceSystem?)

    public enum DeviceSystem: String, CaseIterable, Sendable {
        case android = "Android"
        case iPhone, iPad
        case mac = "Mac OS"
        case windows = "Windows"
        case linux = "Linux"
    }
}
