import MendCore

/// What the verbs about the household say: init, household, person, contact, plan, demo.
public enum HouseholdPhrase: Phrase {
    // init
    case made(directory: String)
    case supportLinesCanStand
    case askWhetherShared

    // household
    case settings(Household)

    // person
    case added(String, NamePhrase)
    case changed(String)
    case nobodyYet
    /// A name with what the person is, and since when, for those whose birth date is known.
    case person(String, NamePhrase, born: LocalDay?, NamePhrase)
    case closed(ClosedTime)
    case away(DaysAway)
    case sleep(Window)
    case goodTime(LocalTime)
    case endedSince(DatePhrase)
    /// Reminders with somebody end, and begin again.
    case ended(String), begun(String)

    // contact
    case contactAdded(String)
    case contactRemoved
    case noLinesOfACountry
    /// The numbers to call in an emergency, of a country by its name.
    case emergency(country: String, numbers: [String])

    // plan
    case shippedPlanWasChecked
    /// How much is in a plan, and how many things in it deserve a look.
    case checked(plan: String, prompts: Int, reflections: Int, readings: Int, scripts: Int, findings: Int)
    /// A plan by its title, from a day on; nil: today.
    case fourWeeks(plan: String, from: LocalDay?)
    case planHasAFault(folder: String)
    /// While the page runs.
    case newerPlanHasAFault(folder: String)

    // demo
    case demoWeek(from: DatePhrase)
    case demoPage(directory: String, now: String)
    case demoFiles(directory: String)
}
