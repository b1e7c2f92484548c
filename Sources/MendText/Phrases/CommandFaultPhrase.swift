import MendCore

/// Why a verb cannot do what it was asked to do, where the fault is not one of a record or of something typed that all
/// surfaces share. Paths come first, and options with their hyphens.
public enum CommandFaultPhrase: Phrase {
    // What was typed.
    case nowNeedsItsOffset
    case noteIsNoText
    case baseURL
    case serverIsNoAddress
    /// Options that are needed, with a line that has them, on one that can't ask.
    case missing(options: [String], example: String)
    /// A word that looks like one of several choices.
    case noSuchChoice(near: String, choices: [String])
    /// A name beside the option that names somebody already.
    case unexpectedWord
    case nobodyYet
    /// There is no such verb; the one that may be meant, and below which it was looked for.
    case noSuchVerb(String, near: String?, below: String)
    case nothingToChange(help: String)
    case lastDayIsBeforeTheFirst
    case tooManyDays
    case directoryHasALineEnd
    /// A channel's name would end cron's line.
    case channelNameHasAControlCharacter
    /// The command line as a whole.
    case installAndRemove
    case everyIsNoPart(choices: [Int])
    case viaAndEveryChannel
    case outNeedsAName
    case weeksBack
    case daysAhead
    case shardAndJobsGoWithHouseholds
    case dataAndHouseholds
    case jobs
    case oneOfThree
    case forgetNeedsYes
    /// What can be done with a Safe Place, or a check-in ahead of hard hours.
    case placeNeedsWords, patternsNeedsOne
    /// Somebody is meant by a name, or else by an id.
    case nameOrID

    // What is not there, or cannot be read.
    case noItem
    case cannotBeRead(path: String)
    case noHouseholdInThere(path: String)
    /// A line of a file of records, and what is wrong with it.
    case line(path: String, Int, problem: HouseholdFileFault.Problem)
    case endlessLadder(fault: String)

    // What cannot be written.
    /// With the system's words for why.
    case outputCannotBeWritten(reason: String)
    case keptAllTheSame
    case linkStands(path: String)
    case somethingElseStands(path: String)
    case exportCannotBeWritten(path: String, reason: String)
    case exportNotOurs(path: String)
    case folderIsForeign(path: String)
    case folderIsOpen(path: String)
    case copyCannotBeChanged(path: String)
    case noCopyKnown(path: String)
    case exceedsTheBound(path: String)
    case householdIsSomebodyElses
    case memoryIsLimited
    case filesAreLimited
    case cannotBeWritten(path: String)
    /// No program that makes a PDF was found, or it failed.
    case noPDFProgram(path: String), pdfFailed(path: String, program: String)
    case fileIsNotOurs(path: String)
    case noCrontab
    case crontabIsTooLong
    case crontabRefused(status: Int)

    // Where the server would listen.
    case listenIsTaken
    case cannotListen(reason: String)
    case listenIsNoAddress
    case baseURLHasAPath
    case listenIsExposed
    case proxyIsNoAddress
    /// A page that was asked how it is, and the status of its answer; nil: none came.
    case pageIsNotWell(url: String, status: Int?)

    /// In one of many households.
    case inHousehold(directory: String, problem: String)
    /// A mistake of ours, by the name of its type.
    case internalFault(String)
}
