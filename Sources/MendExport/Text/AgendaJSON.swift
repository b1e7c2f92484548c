import MendCore
import MendText

/// Agenda items as the JSON that other programs read.
public enum AgendaJSON {
    /// One array, in the order of the items. Times have the zone's offset.
    /// - Parameter neutral: adds a `discreetTitle` to each, for programs that hand it on to where others may read it.
    public static func text(_ items: [Item], zone: Zone, neutral: NeutralTitles? = nil) -> String {
        let objects = items.map { object($0, zone: zone, discreetTitle: neutral?.title(of: $0)) }
        return JSONText.array(objects).page + "\n"
    }

    /// One item. Times have the zone's offset, lengths are in minutes.
    /// - Parameter discreetTitle: nil: is not told.
    public static func object(_ item: Item, zone: Zone, discreetTitle: String? = nil) -> JSONText {
        .object([
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
        ])
    }

    private static func reason(_ reason: Reason, of item: Item) -> JSONText {
        .object([
            ("rule", .string(reason.rule.rawValue)), ("detail", .string(ReasonPhrase(reason, of: item).english)),
            ("moved", .string(TimeText.duration(reason.moved))),
        ])
    }
}
