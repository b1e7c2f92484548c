import MendCore

/// What the verbs about keeping and erasing say: backup, restore, load, forget.
public enum KeepingPhrase: Phrase {
    // backup
    case backedUp(file: String)
    /// The journal could not note where its backup is.
    case backupNotNoted
    case diskKeepsNoPermissions
    case copyDisowned(path: String)

    // restore, load
    case restored(directory: String, people: Int, ruptures: Int)
    case keptAside(path: String)
    case noChecksum(file: String)
    case addressesLeadHereAgain
    /// Ways out that are back, each by its name and kind.
    /// Lists of tasks, by their names.
    case taskListsAreBack([String])
    case channelsAreBack([(name: String, kind: Channel.Kind)])
    /// So many phones rang when a backup was made, and do not now.
    case phonesAreGone(Int)
    /// After a restore: the names of adults besides the caregiver; nil: there is none.
    case passphrasesAreBack(second: String?)
    case loaded(directory: String, people: Int, ruptures: Int)
    /// Addresses and channels of a file, by name, which were taken or left out.
    case addressesTaken(subscriptions: Int, channels: Int)
    case addressesLeftOut(subscriptions: Int, channels: Int)

    // forget
    /// Who is meant, by name and relation, or which rupture, by its id and what it was, with all that goes along.
    case person(String, Person.Relation, RecordCounts)
    case rupture(String, RecordPhrase, RecordCounts)
    /// Before that goes.
    indirect case askAboutPart(KeepingPhrase)
    case askAboutEverything
    case nothingForgotten
    case forgotten(String)
    case inOlderCopies([String])
    /// Calendars and feeds were written anew in these directories.
    case exportsWrittenAnew([String])
    /// What comes with somebody may be something else now: a rupture of theirs is gone.
    case whatComesNextMayDiffer
    /// They are gone, and could not be written anew.
    case exportsTakenAway([String])
    case backupNotThere(path: String)
    /// Tasks of one's own that name somebody who was forgotten.
    case tasksStay(Int)
    case mentionsStay(Int)
    case tracesLeaveLater
    case everythingForgotten
    case copiesUnknown
    case notOurs([String])
    /// Of somebody who is, or was, the second adult.
    case loginStays(name: String)
    /// Copies that another journal noted, or from which a household was brought here.
    case ofAnotherJournal([String])
    case outOfReach
    case ifCronRuns
}

/// How many records of each kind go along with somebody, or with something.
public struct RecordCounts: Sendable {
    let ruptures, attempts, checkIns, pauses: Int

    public init(ruptures: Int, attempts: Int, checkIns: Int, pauses: Int) {
        self.ruptures = ruptures
        self.attempts = attempts
        self.checkIns = checkIns
        self.pauses = pauses
    }
}
