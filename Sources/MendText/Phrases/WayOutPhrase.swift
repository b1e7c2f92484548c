import MendCore

/// What the verbs about ways out say: serve, subscription, export, channel, cron.
public enum WayOutPhrase: Phrase {
    // serve
    /// At an address without a slash at its end.
    case openAt(String)
    case choosePassphrase
    /// Beside a new passphrase: the second adult's login.
    case secondStays(name: String)
    case howToStop
    case stopped

    // subscription
    /// What an address offers, such as `calendar`.
    case addressOf(String)
    /// The address is this machine's own.
    case onlyThisMachine
    case noSubscriptionYet
    /// A subscription by its name, with what it shows and the day on which it was fetched last.
    case subscription(String, NamePhrase, isOpen: Bool, used: LocalDay?)
    case subscriptionRevoked

    // tasks
    /// What a line of a new list gives: `caldav`, `user` or `password`.
    case partOfTaskList(String)
    case noTaskListYet
    /// A list of tasks by its name, with the user of its device and the day on which it was used last.
    case taskList(String, user: String, isOpen: Bool, prompts: Bool, used: LocalDay?)
    case taskListRevoked

    // export
    case nothingHadChanged(directory: String)
    case written(directory: String, files: Int)
    /// Of many households: how many are up to date, and whether they are all of a directory or one part.
    case manyWritten(directory: String, files: Int, done: Int, of: Int, isPart: Bool)
    /// Known exports could not be made anew.
    case exportsWait
    case progress(done: Int, of: Int)

    // channel
    case tryChannel(String)
    case thenCron
    case noChannelYet
    /// A channel by its name, with its kind, where it leads, and when it ran last (RFC 3339).
    case channel(String, Channel.Kind, to: String?, lastRun: String?)
    case sampleWent(channel: String)
    /// A channel sends mails, and nothing here takes them.
    case noMailProgram
    case channelRemoved

    // cron
    case forCron
    case forSystemd(folder: String)
    /// Units of a user run only while somebody of that name is signed in, unless told.
    case unitsNeedLinger
    /// There is no channel, so reminders are printed.
    case cronMailsWhatIsPrinted
    case askAboutCrontab
    case inYourCrontab
    case noLineInYourCrontab
    case askAboutUnits(folder: String)
    case unitsWritten
    case noUnitIsThere
}
