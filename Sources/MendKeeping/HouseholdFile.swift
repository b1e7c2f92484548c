import MendCore
import MendJournal

/// A whole household as JSON Lines, one record a line, in the order and with the keys that other programs rely on.
public enum HouseholdFile {
    /// The version of the format, which a household's line says after its type.
    static let version = 1
    static let versionKey = "version"

    /// Times are written in the household's zone.
    public static func text(of history: History) -> String {
        let zone = history.household.zone
        let descriptions = RecordDescription.all { _ in nil }
        return history.records.map { line($0, descriptions[$0.type], zone: zone) + "\n" }.joined()
    }

    /// One record with the keys that it has there, and some members more, for programs that read the log.
    public static func object(
        _ record: JournalRecord, zone: Zone, adding members: [(key: String, value: JSONText?)]
    ) -> JSONText {
        .object(self.members(of: record, RecordDescription.all { _ in nil }[record.type], zone: zone) + members)
    }

    private static func line(_ record: JournalRecord, _ description: RecordDescription?, zone: Zone) -> String {
        JSONText.object(members(of: record, description, zone: zone)).line
    }

    private static func members(
        of record: JournalRecord, _ description: RecordDescription?, zone: Zone
    ) -> [(key: String, value: JSONText?)] {
        guard let description else { preconditionFailure("no description of \(record.type)") }
        var members: [(key: String, value: JSONText?)] = [("type", .string(record.type.rawValue))]
        if record.type == .household { members.append((versionKey, .number(version))) }
        for (field, content) in zip(description.fields, description.contents(record)) {
            guard let content, !content.isEmptyList, content != field.silent else { continue }
            members.append((field.key, json(content, zone)))
        }
        return members
    }

    private static func json(_ content: FieldContent, _ zone: Zone) -> JSONText {
        switch content {
        case .text(let text): .string(text)
        case .number(let number): .number(number)
        case .flag(let flag): .bool(flag)
        case .instant(let instant): .string(TimeText.rfc3339(instant, zone))
        case .texts(let texts): .array(texts.map(JSONText.string))
        case .numbers(let numbers): .array(numbers.map(JSONText.number))
        case .reasons(let reasons): ReasonCoding.json(reasons)
        }
    }
}
