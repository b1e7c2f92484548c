/// What a verb is called on the command line: a language has other words for what it does, not for its name.
public enum Verb: String, CaseIterable, Sendable {
    case mend
    case calm
    case channel
    case channelAdd = "channel add"
    case channelList = "channel list"
    case channelTest = "channel test"
    case channelRemove = "channel remove"
    case contact
    case contactAdd = "contact add"
    case contactList = "contact list"
    case contactRemove = "contact remove"
    case cron
    case demo
    case doctor
    case due
    case dump
    case explain
    case export
    case forget
    case household
    case householdShow = "household show"
    case householdEdit = "household edit"
    case makeHousehold = "init"
    case load
    case manual
    case open
    case pause
    case resume
    case place
    case patterns
    case cards
    case person
    case personAdd = "person add"
    case personList = "person list"
    case personEdit = "person edit"
    case personEnd = "person end"
    case personBegin = "person begin"
    case plan
    case planShow = "plan show"
    case planCheck = "plan check"
    case undo
    case edit
    case remove
    case log
    case attempt
    case checkin
    case rupture
    case restore
    case serve
    case agenda
    case guide
    case subscription
    case subscriptionAdd = "subscription add"
    case subscriptionList = "subscription list"
    case subscriptionRevoke = "subscription revoke"
    case tasks
    case tasksAdd = "tasks add"
    case tasksList = "tasks list"
    case tasksRevoke = "tasks revoke"
    case today
    case backup

    /// The last word of it, by which it is called below the verb above.
    public var name: String { rawValue.split(separator: " ").last.map(String.init) ?? rawValue }
}

/// What help says of verbs and options.
public enum HelpPhrase: Phrase {
    /// What a verb does, in a line.
    case abstract(Verb)
    /// More of it, and examples; empty for a verb that only has others below it.
    case discussion(Verb)
    case option(HelpOption)
    case group(HelpGroup)
}

/// A group of verbs.
public enum HelpGroup: Sendable {
    case everyDay, whatComesWhen, waysOut, household, keepAndErase
}

/// An option, a flag or an argument; one that several verbs have in the same meaning stands here once.
public enum HelpOption: Sendable {
    case data
    case now
    case plan
    case calmZone
    case ageOf
    case everyPractice
    case wholeGuide
    case channelName
    case channelKind
    case channelTo
    case openMails
    case itsName
    case who
    case number
    case purpose
    case install
    case remove
    case systemd
    case every
    case out
    case keep
    case dueFormat
    case via
    case everyChannel
    case itemID
    case filesAddress
    case pagesAddress
    case readableByAll
    case weeksBack
    case daysAhead
    case households
    case shard
    case jobs
    case whichRupture
    case wholeHousehold
    case doNotAsk
    case zone
    case quiet
    case cap
    case country
    case shared
    case file
    case closed
    case away
    case sleep
    case good
    case personName
    case relation
    case bornNewly
    case newName
    case born
    case clearClosed
    case clearAway
    case wholeYear
    case firstDayOrToday
    case band
    case planDirectory
    case strict
    case shipped
    case ruptureID
    case outcome
    case when
    case roadblock
    case note
    case zoneNow
    case shortNight
    case with
    case kind
    case ownZone
    case theirZone
    case excitedAbout
    case backup
    case replaceJournal
    case listen
    case trustProxy
    case serverAsked
    case outsideAddress
    case insecure
    case newPassphrase
    case firstDay
    case lastDay
    case format
    case subscriptionName
    case scope
    case openFeeds
    case taskListName
    case promptTasks
    case serverAddress
    case whereTo
    case replaceFile
    case disownCopy
    case withAddresses
    case language
    case openEdition, discreetEdition
    /// The caregiver's own.
    case ownClosed, ownAway, ownGood
    case personMeant
    case pauseWith, resumeWith
    case until
    case frightened
    /// Words without an option.
    case nameAndKind, ruptureAndOutcome, zoneAndName
    case attemptWith
    /// A zone that is the same all year.
    case fixed
    case placeWith, placeAction, placeWords
    case patternsAction, patternsWhich, patternsAt
    case cardsOut, cardsWith
    case recordID
    /// What is to be empty.
    case without
    case newWith, newAt, newNote
    case logWith, logFrom, logTo, grep
    /// An id in place of a name.
    case personID
}
