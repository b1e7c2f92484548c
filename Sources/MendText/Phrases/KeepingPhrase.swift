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
    case loaded(directory: String, people: Int, ruptures: Int)
    /// Addresses and channels of a file, by name, which were taken or left out.
    case addressesTaken(subscriptions: [String], channels: [String])
    case addressesLeftOut(subscriptions: [String], channels: [String])

    // forget
    /// Before a person, by name, or a rupture, by id, goes, with all that is about them.
    case askAboutPart(String, ruptures: Int, attempts: Int, checkIns: Int)
    case askAboutEverything
    case nothingForgotten
    case forgotten(String)
    case inOlderCopies([String])
    case exportsTakenAway([String])
    case backupNotThere(path: String)
    case mentionsStay(Int)
    case tracesLeaveLater
    case everythingForgotten
    case copiesUnknown
    case notOurs([String])
    case outOfReach
    case ifCronRuns
}
