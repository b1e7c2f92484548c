/// The headings of pages, and their names in the navigation.
public enum PageTitle: Phrase {
    // In the navigation
    case today, record, calm, plan, lookBack, subscribe, settings, more
    case ahead, safePlace, cards

    // Above the pages
    case putRight, whatHappened, nextWeeks, lookingBack, newAddress, tasks, newTaskList, addSomebody, notice
    case eraseEverything, everythingIsErased
    // In the settings
    case people, hours, pauseOfEverything, support, place, channels, devices, adults, yours
    // The three steps of the beginning
    case welcomePlace, welcomePeople, welcomeHours
    /// Of a rupture that is open.
    case wayBack(to: String)
    /// Of a rupture that is closed.
    case with(String)
    case signIn, offline, cracked, choosePassphrase, almostThere, usedLink
    /// Of whoever was invited.
    case join, endedInvitation
    /// What was typed is there to be sent once more.
    case sendAgain
    /// What was typed is there to be sent for the first time.
    case sendNow
}
