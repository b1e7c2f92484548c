import MendCore

/// Everybody of a household as the JSON that other programs read.
public enum PeopleJSON {
    /// One array, in the household's order. Keys are those of a person in a file of records, with the age band of today.
    /// - Parameter now: `ended` is told of those whose reminders have ended by then.
    public static func text(_ people: [Person], zone: Zone, now: Instant) -> String {
        let today = zone.day(of: now)
        let objects = people.map { person in
            JSONText.object([
                ("id", .string(person.id)),
                ("name", .string(person.name)),
                ("relation", .string(person.relation.rawValue)),
                ("born", person.born.map { .string($0.description) }),
                ("band", .string(person.band(on: today).rawValue)),
                ("closed", list(person.closed)),
                ("away", list(person.away)),
                ("sleep", person.sleep.map { .string($0.description) }),
                ("good", person.good.map { .string($0.description) }),
                (
                    "ended",
                    person.hasEnded(by: now) ? person.ended.map { .string(TimeText.rfc3339($0, zone)) } : nil
                ),
            ])
        }
        return JSONText.array(objects).page + "\n"
    }

    private static func list(_ values: [some CustomStringConvertible]) -> JSONText? {
        values.isEmpty ? nil : .array(values.map { .string($0.description) })
    }
}
