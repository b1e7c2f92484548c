import MendCore

/// Why a verb cannot do what it was asked to do, where the fault is not one of a record or of something typed that all
/// surfaces share. Paths come first, and options with their hyphens.
public enum CommandFaultPhrase: Phrase {
    // What was typed.
    case nowNeedsItsOffset
    case noteIsNoText
    case baseURL
    case lastDayIsBeforeTheFirst
    case tooManyDays
    case directoryHasALineEnd
    /// The command line as a whole.
    case installAndRemove
    case everyIsNoPart(choices: [Int])
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
    case linkStands(path: String)
    case somethingElseStands(path: String)
    case exportCannotBeWritten(path: String, reason: String)
    case copyCannotBeChanged(path: String)
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

    /// In one of many households.
    case inHousehold(directory: String, problem: String)
    /// A mistake of ours, by the name of its type.
    case internalFault(String)
}
