import MendCore

/// What calendars and feeds say beside the items' own words. Discreet editions tell nothing.
public enum ExportPhrase: Phrase {
    /// The name of a calendar. Nil: of everything.
    case calendar(Subscription.Scope?)
    case discreetCalendar(Subscription.Scope?)
    /// The note in a calendar without items.
    case nothingIsDue
    case category(Item.Kind)
    case discreetCategory

    case feedTitle, discreetFeedTitle
    case feedSubtitle, discreetFeedSubtitle
    /// What a weekly reflection says of the repairs of the week.
    case foundBack(to: [String])
    case stillOpen(with: [String])
}
