import MendCore

/// With whom something is open, as the JSON that other programs read.
public enum OutlookJSON {
    /// One array, in the household's order of people. Times have the zone's offset.
    public static func text(_ people: [PersonOutlook], zone: Zone) -> String {
        JSONText.array(people.map { object($0, zone: zone) }).page + "\n"
    }

    private static func object(_ outlook: PersonOutlook, zone: Zone) -> JSONText {
        var pausedUntil: Instant?
        if case .onHold(let until, _) = outlook.outlook { pausedUntil = until }
        return .object([
            ("person", .string(outlook.person.id)),
            ("name", .string(outlook.person.name)),
            ("since", outlook.since.map { .string(TimeText.rfc3339($0, zone)) }),
            ("open", .array(outlook.open.map { rupture($0, zone: zone) })),
            ("resting", .array(outlook.resting.map { rupture($0, zone: zone) })),
            ("pausedUntil", pausedUntil.map { .string(TimeText.rfc3339($0, zone)) }),
            ("next", outlook.outlook.item.map { AgendaJSON.object($0, zone: zone) }),
        ])
    }

    private static func rupture(_ rupture: Rupture, zone: Zone) -> JSONText {
        .object([
            ("id", .string(rupture.id)), ("kind", .string(rupture.kind.rawValue)),
            ("at", .string(TimeText.rfc3339(rupture.at, zone))),
        ])
    }
}
