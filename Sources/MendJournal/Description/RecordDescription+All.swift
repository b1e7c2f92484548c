import MendCore

/// Every type of record. Whoever gives a value a new member adds its field here, in its place, and a migration to
/// `JournalSchema`.
extension RecordDescription {
    /// - Parameter zones: finds a household's zone by its name.
    package static func all(zones: @escaping ZoneFinder) -> [RecordType: RecordDescription] {
        let all = [
            household(zones), contact, person, rupture, attempt, checkIn, hold, place, offer, channel, subscription,
            published, delivery,
        ]
        return Dictionary(uniqueKeysWithValues: all.map { ($0.type, $0) })
    }

    private static func household(_ zones: @escaping ZoneFinder) -> RecordDescription {
        RecordDescription(
            .household, table: "household", key: ["id"], wrap: JournalRecord.household,
            unwrap: { if case .household(let household) = $0 { household } else { nil } },
            fields: Field("id", .text) { (household: Household) in household.id },
            Field("zone", .zone(zones)) { $0.zone },
            Field("quiet", .optional(.window, or: Household.defaultQuiet)) { $0.quiet },
            Field("cap", .optional(.number(kept: Household.caps), or: Household.defaultCap)) { $0.cap },
            Field("country", .optional(.text)) { $0.country },
            Field("shared", .optional(.flag)) { $0.shared },
            Field("closed", .closedTimes) { $0.closed },
            Field("away", .daysAway) { $0.away },
            Field("good", .optional(.timeOfDay)) { $0.good },
            Field("edited", .optional(.instant)) { $0.edited },
            Field("language", .optional(.choice)) { $0.language },
            Field("plan", .optional(.text)) { $0.plan },
            Field("lastIDs", .texts) { $0.lastIDs },
            make: Household.init(id:zone:quiet:cap:country:shared:closed:away:good:edited:language:plan:lastIDs:))
    }

    private static let contact = RecordDescription(
        .contact, table: "contact", key: ["name"], wrap: JournalRecord.contact,
        unwrap: { if case .contact(let contact) = $0 { contact } else { nil } },
        fields: Field("name", .text) { (contact: Contact) in contact.name },
        Field("number", .text) { $0.number },
        Field("for", column: "purpose", .optional(.text)) { $0.purpose },
        make: Contact.init(name:number:purpose:))

    private static let person = RecordDescription(
        .person, table: "person", key: ["id"], wrap: JournalRecord.person,
        unwrap: { if case .person(let person) = $0 { person } else { nil } },
        fields: Field("id", .text) { (person: Person) in person.id },
        Field("name", .text) { $0.name },
        Field("relation", .choice) { $0.relation },
        Field("born", .optional(.day)) { $0.born },
        Field("closed", .closedTimes) { $0.closed },
        Field("away", .daysAway) { $0.away },
        Field("sleep", .optional(.window)) { $0.sleep },
        Field("good", .optional(.timeOfDay)) { $0.good },
        Field("ended", .optional(.instant)) { $0.ended },
        Field("begun", .optional(.instant)) { $0.begun },
        make: Person.init(id:name:relation:born:closed:away:sleep:good:ended:begun:))

    private static let rupture = RecordDescription(
        .rupture, table: "rupture", key: ["id"], wrap: JournalRecord.rupture,
        unwrap: { if case .rupture(let rupture) = $0 { rupture } else { nil } },
        fields: Field("id", .text) { (rupture: Rupture) in rupture.id },
        Field("with", column: "person", .text) { $0.with },
        Field("kind", .choice) { $0.kind },
        Field("at", .instant) { $0.at },
        Field("recorded", .optional(.instant)) { $0.recorded },
        Field("zone", .optional(.choice)) { $0.zone },
        Field("theirZone", .optional(.choice)) { $0.theirZone },
        Field("frightened", .optional(.choice)) { $0.frightened },
        Field("excitedAbout", .optional(.freeText)) { $0.excitedAbout },
        Field("note", .optional(.freeText)) { $0.note },
        Field("by", column: "writer", .optional(.text)) { $0.by },
        make: Rupture.init(id:with:kind:at:recorded:zone:theirZone:frightened:excitedAbout:note:by:))

    private static let attempt = RecordDescription(
        .attempt, table: "attempt", key: ["id"], wrap: JournalRecord.attempt,
        unwrap: { if case .attempt(let attempt) = $0 { attempt } else { nil } },
        fields: Field("id", .text) { (attempt: Attempt) in attempt.id },
        Field("rupture", .text) { $0.rupture },
        Field("at", .instant) { $0.at },
        Field("recorded", .optional(.instant)) { $0.recorded },
        Field("outcome", .choice) { $0.outcome },
        Field("roadblock", .optional(.choice)) { $0.roadblock },
        Field("note", .optional(.freeText)) { $0.note },
        Field("by", column: "writer", .optional(.text)) { $0.by },
        make: Attempt.init(id:rupture:at:recorded:outcome:roadblock:note:by:))

    private static let checkIn = RecordDescription(
        .checkIn, table: "checkIn", key: ["id"], wrap: JournalRecord.checkIn,
        unwrap: { if case .checkIn(let checkIn) = $0 { checkIn } else { nil } },
        fields: Field("id", .text) { (checkIn: CheckIn) in checkIn.id },
        Field("with", column: "person", .optional(.text)) { $0.with },
        Field("at", .instant) { $0.at },
        Field("recorded", .optional(.instant)) { $0.recorded },
        Field("zone", .choice) { $0.zone },
        Field("by", column: "writer", .optional(.text)) { $0.by },
        Field("shortNight", .optional(.flag, or: false), silent: false) { $0.shortNight },
        make: CheckIn.init(id:with:at:recorded:zone:by:shortNight:))

    private static let hold = RecordDescription(
        .hold, table: "hold", key: ["id"], wrap: JournalRecord.hold,
        unwrap: { if case .hold(let hold) = $0 { hold } else { nil } },
        fields: Field("id", .text) { (hold: Hold) in hold.id },
        Field("with", column: "person", .optional(.text)) { $0.with },
        Field("at", .instant) { $0.at },
        Field("recorded", .optional(.instant)) { $0.recorded },
        Field("until", .instant) { $0.until },
        make: Hold.init(id:with:at:recorded:until:))

    private static let place = RecordDescription(
        .place, table: "place", key: ["id"], wrap: JournalRecord.place,
        unwrap: { if case .place(let place) = $0 { place } else { nil } },
        fields: Field("id", .text) { (place: SafePlace) in place.id },
        Field("with", column: "person", .optional(.text)) { $0.with },
        Field("name", .optional(.text)) { $0.name },
        Field("tools", .texts) { $0.tools },
        make: SafePlace.init(id:with:name:tools:))

    private static let offer = RecordDescription(
        .offer, table: "offer", key: ["id"], wrap: JournalRecord.offer,
        unwrap: { if case .offer(let offer) = $0 { offer } else { nil } },
        fields: Field("id", .text) { (offer: CheckInOffer) in offer.id },
        Field("with", column: "person", .optional(.text)) { $0.with },
        Field("days", .weekdays) { $0.days },
        Field("part", .optional(.choice)) { $0.part },
        Field("time", .timeOfDay) { $0.time },
        Field("answer", .choice) { $0.answer },
        Field("at", .instant) { $0.at },
        Field("ended", .optional(.instant)) { $0.ended },
        make: CheckInOffer.init(id:with:days:part:time:answer:at:ended:))

    private static let channel = RecordDescription(
        .channel, table: "channel", key: ["name"], wrap: JournalRecord.channel,
        unwrap: { if case .channel(let channel) = $0 { channel } else { nil } },
        fields: Field("name", .text) { (channel: Channel) in channel.name },
        Field("kind", .choice) { $0.kind },
        Field("to", column: "destination", .optional(.text)) { $0.to },
        Field("open", .optional(.flag, or: false), silent: false) { $0.open },
        make: Channel.init(name:kind:to:open:))

    private static let subscription = RecordDescription(
        .subscription, table: "subscription", key: ["name"], wrap: JournalRecord.subscription,
        unwrap: { if case .subscription(let subscription) = $0 { subscription } else { nil } },
        fields: Field("name", .text) { (subscription: Subscription) in subscription.name },
        Field("only", column: "scope", .optional(.choice)) { $0.only },
        Field("open", .optional(.flag, or: false)) { $0.open },
        Field("secretHash", .text) { $0.secretHash },
        Field("created", .optional(.instant)) { $0.created },
        Field("used", .optional(.day)) { $0.used },
        make: Subscription.init(name:only:open:secretHash:created:used:))

    private static let published = RecordDescription(
        .published, table: "published", key: ["item"], wrap: JournalRecord.published,
        unwrap: { if case .published(let published) = $0 { published } else { nil } },
        fields: Field("item", .itemKey) { (published: Published) in published.item },
        Field("prompt", .optional(.text)) { $0.prompt },
        Field("start", .instant) { $0.start },
        Field("sequence", .number(kept: Published.sequences)) { $0.sequence },
        Field("modified", .instant) { $0.modified },
        Field("moves", .optional(.number(kept: Published.sequences))) { $0.ownMoves },
        Field("moved", .optional(.instant)) { $0.ownMoved },
        Field("words", .optional(.text)) { $0.words },
        Field("reworded", .optional(.instant)) { $0.reworded },
        // What stays with an item that has begun: all of it is there, or nothing.
        Field("with", column: "withPerson", .optional(.text)) { $0.settled?.person },
        Field("ruptures", .optional(.texts)) { $0.settled?.ruptures },
        Field("minutes", .optional(.number(of: SettledItem.lengths))) { $0.settled?.minutes },
        Field("for", column: "voice", .optional(.choice)) { $0.settled?.voice },
        Field("title", .optional(.freeText)) { $0.settled?.title },
        Field("text", .optional(.freeText)) { $0.settled?.text },
        Field("band", .optional(.choice)) { $0.settled?.band },
        Field("tips", .optional(.numbers)) { $0.settled?.tips },
        Field("grave", .optional(.flag)) { $0.settled?.isGrave },
        Field("because", .optional(.reasons)) { $0.settled?.because },
        derived: ItemColumns.of(\.item),
        make: Published.init(
            item:prompt:start:sequence:modified:moves:moved:words:reworded:with:ruptures:minutes:for:title:text:band:
            tips:grave:
            because:))

    private static let delivery = RecordDescription(
        .delivery, table: "delivery", key: ["item", "channel"], wrap: JournalRecord.delivery,
        unwrap: { if case .delivery(let delivery) = $0 { delivery } else { nil } },
        fields: Field("item", .deliveredItem) { (delivery: Delivery) in delivery.item },
        Field("channel", .text) { $0.channel },
        Field("at", .instant) { $0.at },
        Field("outcome", .choice) { $0.outcome },
        derived: ItemColumns.of(\.item), make: Delivery.init(item:channel:at:outcome:))
}

/// What an item is about, in columns: its kind, the rupture with which its climb began, whose birthday it is, its local day.
private enum ItemColumns {
    static func of<Record>(_ item: @escaping @Sendable (Record) -> ItemKey?) -> [DerivedColumn<Record>] {
        [
            DerivedColumn(name: "kind") { .text(item($0)?.kindName ?? Delivery.beginningWord) },
            DerivedColumn(name: "rupture") { (item($0)?.anchor).map(FieldContent.text) },
            DerivedColumn(name: "person") { (item($0)?.birthdayPerson).map(FieldContent.text) },
            DerivedColumn(name: "day") { (item($0)?.day).map { .text($0.description) } },
        ]
    }
}

extension Published {
    /// What is written down of `moves`: what differs from the item's changes.
    fileprivate var ownMoves: Int? { moves.count == sequence ? nil : moves.count }
    fileprivate var ownMoved: Instant? { moves.last == modified ? nil : moves.last }

    /// - Throws: `MissingField` where some of what stays with an item that has begun is there, and some is not.
    fileprivate init(
        item: ItemKey, prompt: String?, start: Instant, sequence: Int, modified: Instant, moves: Int?, moved: Instant?,
        words: String?,
        reworded: Instant?, with person: String?,
        ruptures: [String]?, minutes: Int?, for voice: Voice?, title: String?, text: String?, band: AgeBand?,
        tips: [Int]?,
        grave: Bool?, because: [Reason]?
    ) throws(MissingField) {
        let parts: [Any?] = [person, ruptures, minutes, voice, title, text, band, tips, grave, because]
        var settled: SettledItem?
        if parts.contains(where: { $0 != nil }) {
            guard let minutes else { throw MissingField(key: "minutes") }
            guard let voice else { throw MissingField(key: "for") }
            guard let title else { throw MissingField(key: "title") }
            guard let text else { throw MissingField(key: "text") }
            settled = SettledItem(
                person: person, ruptures: ruptures ?? [], minutes: minutes, voice: voice, title: title, text: text,
                band: band,
                tips: tips ?? [], isGrave: grave ?? false, because: because ?? [])
        }
        self.init(
            item: item, prompt: prompt, start: start, sequence: sequence, modified: modified,
            moves: .init(count: moves ?? sequence, last: moved ?? modified), words: words, reworded: reworded,
            settled: settled)
    }
}

extension SettledItem {
    /// How many minutes an item may have taken: far more than any has.
    fileprivate static let lengths = 0...(366 * 24 * 60)
}
