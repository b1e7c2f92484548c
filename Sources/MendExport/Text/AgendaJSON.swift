import MendCore
import MendText

/// Agenda items as the JSON that other programs read.
public enum AgendaJSON {
    /// One array, in the order of the items. Times have the zone's offset.
    /// - Parameters:
    ///   - neutral: adds a `discreetTitle` to each, for programs that hand it on to where others may read it.
    ///   - more: what else is told of an item; a nil value leaves its key out.
    public static func text(
        _ items: [Item], zone: Zone, neutral: NeutralTitles? = nil,
        adding more: (Item) -> [(key: String, value: JSONText?)] = { _ in [] }
    ) -> String {
        let objects = items.map { object($0, zone: zone, discreetTitle: neutral?.title(of: $0), adding: more($0)) }
        return JSONText.array(objects).page + "\n"
    }

    /// One item. Times have the zone's offset, lengths are in minutes.
    /// - Parameters:
    ///   - discreetTitle: nil: is not told.
    ///   - more: what else is told, last.
    public static func object(
        _ item: Item, zone: Zone, discreetTitle: String? = nil, adding more: [(key: String, value: JSONText?)] = []
    ) -> JSONText {
        let members: [(key: String, value: JSONText?)] = [
            ("id", .string(item.id)),
            ("kind", .string(item.kind.name)),
            ("start", .string(TimeText.rfc3339(item.start, zone))),
            ("minutes", .number(item.minutes)),
            ("for", .string(item.voice.rawValue)),
            ("with", .array(item.with.map(JSONText.string))),
            ("ruptures", .array(item.ruptures.map(JSONText.string))),
            ("number", .number(item.number)),
            ("title", .string(item.title)),
            ("discreetTitle", discreetTitle.map(JSONText.string)),
            ("text", .string(item.text)),
            ("prompt", item.prompt.map(JSONText.string)),
            ("band", item.band.map { .string($0.rawValue) }),
            ("tips", .array(item.tips.map(JSONText.number))),
            ("because", .array(item.because.map { reason($0, of: item) })),
        ]
        return .object(members + more)
    }

    private static func reason(_ reason: Reason, of item: Item) -> JSONText {
        .object([
            ("rule", .string(reason.rule.rawValue)), ("detail", .string(ReasonPhrase(reason, of: item).english)),
            ("moved", .string(TimeText.duration(reason.moved))),
        ])
    }
}
