import MendCore

/// What mend doctor finds.
public enum DoctorPhrase: Phrase {
    case exposed(path: String, mode: String)
    case leftover(path: String)
    case littleRoom(directory: String, megabytes: Int)
    /// The journal can be read and not be written.
    case readOnly(directory: String)
    case noTimeZoneData
    /// The year of the release.
    case oldTimeZoneData(Int)
    /// The household's zone, and the release of tzdata where it says.
    case zone(String, release: String?)
    case clockIsBehind(DatePhrase, newest: DatePhrase)
    /// In SQLite's words, or of the journal's own checks.
    case inTheJournal(IntegrityFault)
    case mostCanBeRead
    case opens(isPlanRead: Bool)
    case shippedPlanStandsIn
    case lastBackup(DatePhrase, path: String, isThere: Bool)
    case noBackupYet
    case olderJournal(path: String)
    case nothingGoesOut
    /// A page that was asked by its address.
    case pageIsWell(url: String)
    /// The web server before the page does not say who asks.
    case proxyNamesNobody
    // Of a phone, by its channel.
    case phoneIsGone(channel: String)
    case strangePushService(channel: String)
    /// What its push service answered (0: nothing; nil: its name leads to no public address), and when it is tried again.
    case phoneWasNotReached(channel: String, status: Int?, next: DatePhrase?)
}
