import MendCore
import MendPlatform
import MendText

/// What an edition tells of an item: the one place where something private can come through.
struct EditionRedaction {
    let edition: Edition
    private let household: String
    private let baseURL: BaseURL?
    private let pages: BaseURL?
    private let neutral: NeutralTitles
    private let names: DiscreetNames
    private let zone: Zone
    private let catalogue: Catalogue
    /// What the identifiers of a calendar's events end with.
    private let calendarDomain: PlainText

    init(household: Household, plan: Plan, settings: ExportSettings) {
        self.household = household.id
        edition = settings.edition
        baseURL = settings.baseURL
        pages = settings.pages
        neutral = NeutralTitles(household: household, plan: plan)
        names = DiscreetNames(household)
        zone = household.zone
        catalogue = settings.catalogue
        calendarDomain = PlainText(edition == .open ? ".\(household.id)@mend" : "@mend")
    }

    /// On one line.
    func title(of item: Item) -> PlainText {
        switch edition {
        case .open: return PlainText(item.title).oneLine
        case .discreet: return PlainText(neutral.title(of: item)).oneLine
        }
    }

    func text(of item: Item) -> PlainText {
        PlainText(edition == .open ? item.text : neutral.text)
    }

    /// The title of the note in a calendar without items.
    var noteTitle: PlainText {
        PlainText(catalogue.text(ExportPhrase.nothingIsDue))
    }

    func category(of item: Item) -> PlainText {
        PlainText(catalogue.text(edition == .open ? ExportPhrase.category(item.kind) : .discreetCategory))
    }

    /// Seconds before an item's start at which an alarm helps: to meet somebody takes a moment to get up. A discreet
    /// alarm is the same for all, since the lead would tell which items are shared.
    func alarmLead(of item: Item) -> Int {
        edition == .open && item.voice == .together ? 5.minutes : 0
    }

    /// How long an event lasts. All discreet ones last as long: a length would tell which text it is.
    func minutes(of item: Item) -> Int {
        edition == .open ? max(1, item.minutes) : 10
    }

    /// When an event was changed; of a discreet one the day alone, since the moment is that of a record.
    func modified(_ shown: ShownItem) -> Instant {
        edition == .open ? shown.modified : zone.start(of: zone.day(of: shown.moves.last))
    }

    /// How often an event was changed, as far as the edition shows it.
    func sequence(_ shown: ShownItem) -> Int {
        edition == .open ? shown.sequence : shown.moves.count
    }

    /// The UID of an event, which never changes. An item's id names its rung, so a discreet edition shows only its hash.
    func calendarID(_ id: String, at start: Instant) -> PropertyValue {
        .identifier(PlainText(edition == .open ? id : names.digits(id, at: start)), suffix: calendarDomain)
    }

    /// The id of a feed or an entry, which never changes and is independent of address, scheme and title (RFC 4151).
    /// - Parameter start: an entry's; nil of a feed.
    func tag(_ id: String, at start: Instant? = nil) -> String {
        switch edition {
        case .open: "tag:mend,2026:\(PercentEncoding.segment(household))/\(PercentEncoding.segment(id))"
        case .discreet: "tag:mend,2026:\(names.digits("", at: nil))/\(names.digits(id, at: start))"
        }
    }

    /// Where an item can be read; nil where that is not known, or would tell what kind of item it is.
    func page(of item: Item) -> String? {
        if let pages { return "\(pages.text)/i/\(pageName(of: item))" }
        guard edition == .open, let baseURL else { return nil }
        return "\(baseURL.text)/i/\(PercentEncoding.segment(item.id))"
    }

    /// A feed's link to an item, which RSS and its readers demand.
    func link(to item: Item) -> String {
        page(of: item) ?? "\(home)#\(pageName(of: item))"
    }

    /// What names an item in the address of its page. Behind the discreet one somebody has to sign in.
    func pageName(of item: Item) -> String {
        edition == .open ? PercentEncoding.segment(item.id) : names.digits(item.id, at: item.start)
    }

    /// The page that feeds belong to. Readers accept only http addresses (feedparser drops `urn:` and `tag:`), so
    /// without a base URL it is one below `.invalid`, which never belongs to anybody and is never asked for (RFC 6761
    /// §6.4).
    var home: String {
        "\((pages ?? baseURL)?.text ?? "https://mend.invalid")/"
    }
}
