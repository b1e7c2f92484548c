/// The page beside exported files: what each is, how to subscribe, and what mend is not.
public enum IndexPhrase: Phrase, CaseIterable {
    case title, discreetTitle

    // Calendars
    case calendars
    case everything
    case prompts, repairs
    case discreetPart, discreetRest
    case xcal
    case subscribe, orCopy
    case howToSubscribe
    case apple, thunderbird, google

    // Feeds
    case feeds
    case atom, rss, json
    case discreetAtom, discreetRSS, discreetJSON
    case opml
    case oneIsEnough

    // Limits
    case whatMendIsNot
    case limits, privacy
    case discreetLimits, discreetPrivacy
}
