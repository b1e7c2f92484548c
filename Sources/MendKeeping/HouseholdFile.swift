import MendCore

/// A whole household as JSON Lines, one record a line, in the order and with the keys that other programs rely on.
public enum HouseholdFile {
    /// The version of the format.
    static let version = 1

    /// Times are written in the household's zone.
    public static func text(of history: History) -> String {
        history.records.map { line($0, zone: history.household.zone) + "\n" }.joined()
    }

    static func line(_ record: JournalRecord, zone: Zone) -> String {
        func time(_ instant: Instant) -> JSONText { .string(TimeText.rfc3339(instant, zone)) }
        func text(_ value: String?) -> JSONText? { value.map(JSONText.string) }
        func texts(_ values: [some CustomStringConvertible]) -> JSONText? {
            values.isEmpty ? nil : .array(values.map { .string($0.description) })
        }
        let members: [(String, JSONText?)]
        switch record {
        case .household(let household):
            members = [
                ("type", .string("household")), ("version", .number(version)), ("id", .string(household.id)),
                ("zone", .string(household.zone.identifier)), ("quiet", .string(household.quiet.description)),
                ("cap", .number(household.cap)), ("country", text(household.country)),
                ("shared", household.shared.map(JSONText.bool)),
            ]
        case .contact(let contact):
            members = [
                ("type", .string("contact")), ("name", .string(contact.name)), ("number", .string(contact.number)),
                ("for", text(contact.purpose)),
            ]
        case .person(let person):
            members = [
                ("type", .string("person")), ("id", .string(person.id)), ("name", .string(person.name)),
                ("relation", .string(person.relation.rawValue)), ("born", text(person.born?.description)),
                ("closed", texts(person.closed)), ("away", texts(person.away)),
                ("sleep", text(person.sleep?.description)),
                ("good", text(person.good?.description)),
            ]
        case .rupture(let rupture):
            members = [
                ("type", .string("rupture")), ("id", .string(rupture.id)), ("with", .string(rupture.with)),
                ("kind", .string(rupture.kind.rawValue)), ("at", time(rupture.at)),
                ("recorded", time(rupture.recorded)),
                ("zone", text(rupture.zone?.rawValue)), ("theirZone", text(rupture.theirZone?.rawValue)),
                ("excitedAbout", text(rupture.excitedAbout)), ("note", text(rupture.note)),
            ]
        case .attempt(let attempt):
            members = [
                ("type", .string("attempt")), ("id", .string(attempt.id)), ("rupture", .string(attempt.rupture)),
                ("at", time(attempt.at)), ("recorded", time(attempt.recorded)),
                ("outcome", .string(attempt.outcome.rawValue)), ("roadblock", text(attempt.roadblock?.rawValue)),
                ("note", text(attempt.note)),
            ]
        case .checkIn(let checkIn):
            members = [
                ("type", .string("checkin")), ("id", .string(checkIn.id)), ("with", text(checkIn.with)),
                ("at", time(checkIn.at)), ("zone", .string(checkIn.zone.rawValue)),
            ]
        case .channel(let channel):
            members = [
                ("type", .string("channel")), ("name", .string(channel.name)), ("kind", .string(channel.kind.rawValue)),
                ("to", text(channel.to)), ("open", channel.open ? .bool(true) : nil),
            ]
        case .subscription(let subscription):
            members = [
                ("type", .string("subscription")), ("name", .string(subscription.name)),
                ("only", text(subscription.only?.rawValue)), ("open", .bool(subscription.open)),
                ("secretHash", .string(subscription.secretHash)), ("created", subscription.created.map(time)),
                ("used", text(subscription.used?.description)),
            ]
        case .published(let published):
            members = [
                ("type", .string("published")), ("item", .string(published.item)), ("prompt", text(published.prompt)),
                ("start", time(published.start)), ("sequence", .number(published.sequence)),
                ("modified", time(published.modified)), ("words", text(published.words)),
            ]
        case .delivery(let delivery):
            members = [
                ("type", .string("delivery")), ("item", .string(delivery.item)), ("channel", .string(delivery.channel)),
                ("at", time(delivery.at)), ("outcome", .string(delivery.outcome.rawValue)),
            ]
        }
        return JSONText.object(members.map { (key: $0.0, value: $0.1) }).line
    }
}
