import MendCore

/// Hours that run yellow or red as the JSON that other programs read. No number of anything is in it.
public enum PatternsJSON {
    public static func text(_ patterns: HouseholdPatterns) -> String {
        let hours = patterns.hours.map { hours in
            JSONText.object([
                ("with", patterns.name(hours.with).map(JSONText.string)),
                ("days", days(hours.days)),
                ("part", hours.part.map { .string($0.rawValue) }),
                ("ahead", .string(hours.ahead.description)),
                ("near", .array(hours.near.map { .string($0.rawValue) })),
                ("offer", patterns.offered.firstIndex(of: hours).map { .number($0 + 1) }),
            ])
        }
        let planned = patterns.planned.map { offer in
            JSONText.object([
                ("id", .string(offer.id)),
                ("with", patterns.name(offer.with).map(JSONText.string)),
                ("days", days(offer.days)),
                ("part", offer.part.map { .string($0.rawValue) }),
                ("time", .string(offer.time.description)),
            ])
        }
        let weeks = patterns.weeks.map { week in
            JSONText.object([
                ("with", patterns.name(week.with).map(JSONText.string)),
                ("hours", .array(week.band.cells.compactMap(cell))),
            ])
        }
        return JSONText.object([
            ("patterns", .array(hours)), ("checkins", .array(planned)), ("weeks", .array(weeks)),
        ]).page + "\n"
    }

    private static func days(_ days: [Weekday]) -> JSONText { .array(days.map { .string($0.rawValue) }) }

    private static func cell(_ cell: WeekBand.Cell) -> JSONText? {
        cell.zone.map { zone in
            .object([
                ("day", .string(cell.day.rawValue)), ("part", .string(cell.part.rawValue)),
                ("zone", .string(zone.rawValue)),
            ])
        }
    }
}
