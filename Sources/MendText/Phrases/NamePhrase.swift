import MendCore

/// A word for one of a fixed set of things, as it stands in a line of the terminal or a list.
public enum NamePhrase: Phrase {
    case item(Item.Kind)
    case rupture(Rupture.Kind)
    /// What happened, in the middle of a sentence.
    case crack(Rupture.Kind)
    case relation(Person.Relation)
    case band(AgeBand)
    /// What a subscription shows; nil: everything.
    case scope(Subscription.Scope?)
    /// As a heading.
    case zone(FeelingZone)
    /// For whom a plan is shown that has no household: a baby, a child, a partner.
    case yourBaby, yourChild, yourPartner
}
