extension IndexPhrase {
    /// Lines end as they do in the page's source.
    public var english: String {
        switch self {
        case .title: "mend: calendars and feeds"
        case .discreetTitle: "Reminders: calendars and feeds"
        case .calendars: "Calendars"
        case .everything: "Everything."
        case .prompts: "Daily prompts, weekly reflections and monthly readings."
        case .repairs: "Reminders to repair."
        case .discreetPart: "Part of it."
        case .discreetRest: "The rest of it."
        case .xcal: "Everything, as XML (xCal) for other programs."
        case .subscribe: "Subscribe"
        case .orCopy: "or copy"
        case .howToSubscribe:
            """
            To subscribe, copy an address into your calendar app, under “subscribe” or “add by URL”. If you import
            the file instead, it will not follow later changes.
            """
        case .apple: "Apple Calendar asks every hour if you choose so. Untick “Remove alerts” to keep the alarms."
        case .thunderbird: "Thunderbird and ICSx⁵ ask every hour."
        case .google:
            """
            Google and Outlook ask once or twice a day and drop the alarms. What is planned is there ahead of time,
            but what you write down now reaches them late: use mail or notifications beside them.
            """
        case .feeds: "Feeds"
        case .atom: "The weekly reflections, as Atom."
        case .rss: "The weekly reflections, as RSS."
        case .json: "The weekly reflections, as JSON Feed."
        case .discreetAtom: "One note a week, as Atom."
        case .discreetRSS: "One note a week, as RSS."
        case .discreetJSON: "One note a week, as JSON Feed."
        case .opml: "A list for feed readers that import one."
        case .oneIsEnough: "Paste one address into your feed reader. The three feeds hold the same."
        case .whatMendIsNot: "What mend is not"
        case .limits:
            """
            mend is not therapy, not medical advice and no emergency service. It keeps no score, and it does not say who
            was right. If you or somebody else is not safe, call your local emergency number now.
            """
        case .privacy: "These files are as private as a diary. Whoever has an address can read what is behind it."
        case .discreetLimits: "mend is a set of small reminders. It is not medical advice and no emergency service."
        case .discreetPrivacy: "This is the discreet edition: titles are neutral, and the words stay in mend."
        }
    }
}
