import MendCore
import MendJournal

/// One line of a file of records: an object whose keys are those of its type.
struct JSONLine: Decodable {
    let type: RecordType
    private let container: KeyedDecodingContainer<Key>

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// What is wrong with the line.
    struct Fault: Error {
        let problem: HouseholdFileFault.Problem

        init(_ problem: HouseholdFileFault.Problem) { self.problem = problem }
    }

    init(from decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: Key.self)
        guard let name = try? container.decode(String.self, forKey: Key(stringValue: "type")) else {
            throw Fault(.noType)
        }
        guard let type = RecordType(rawValue: name) else {
            throw Fault(.unknownType(known: RecordType.allCases.map(\.rawValue).sorted()))
        }
        self.type = type
    }

    /// - Parameter householdID: for a household without an id.
    /// - Throws: `Fault`.
    func record(_ description: RecordDescription, householdID: () -> String) throws -> JournalRecord {
        let version = type == .household ? [HouseholdFile.versionKey] : []
        let known = version + description.fields.map(\.key)
        for key in container.allKeys.map(\.stringValue) where key != "type" && !known.contains(key) {
            throw Fault(.unknownKey(type, known: known))
        }
        guard type == .household else { return try description.make(Fields(line: self, householdID: nil)) }
        if let version = try decoded(HouseholdFile.versionKey, .wholeNumber, as: Int.self),
            version > HouseholdFile.version
        {
            throw Fault(.newerVersion(version))
        }
        let id = try decoded("id", .text, as: String.self) ?? householdID()
        return try description.make(Fields(line: self, householdID: id))
    }

    /// Nil where the key is not there, or null.
    private func decoded<Value: Decodable>(_ key: String, _ form: FieldForm, as type: Value.Type) throws -> Value? {
        do {
            return try container.decodeIfPresent(type, forKey: Key(stringValue: key))
        } catch {
            throw Fault(.malformed(key: key, form))
        }
    }

    /// Its values, as the fields of a record.
    private struct Fields: FieldSource {
        let line: JSONLine
        /// Stands in for an id that is not there.
        let householdID: String?

        func content(of field: FieldDescription, at place: Int) throws -> FieldContent? {
            if let householdID, field.key == "id" { return .text(householdID) }
            switch field.kind {
            case .text, .freeText: return try line.decoded(field.key, .text, as: String.self).map(FieldContent.text)
            case .number: return try line.decoded(field.key, .wholeNumber, as: Int.self).map(FieldContent.number)
            case .flag: return try line.decoded(field.key, .flag, as: Bool.self).map(FieldContent.flag)
            case .instant:
                guard let text = try line.decoded(field.key, .text, as: String.self) else { return nil }
                guard let instant = TimeText.instant(rfc3339: text) else { throw malformed(field, at: place) }
                return .instant(instant)
            case .texts: return try line.decoded(field.key, field.form, as: [String].self).map(FieldContent.texts)
            case .numbers: return try line.decoded(field.key, field.form, as: [Int].self).map(FieldContent.numbers)
            case .reasons:
                let coded = try line.decoded(field.key, field.form, as: [ReasonCoding.CodedReason].self)
                guard let coded else { return nil }
                guard let reasons = ReasonCoding.reasons(coded) else { throw malformed(field, at: place) }
                return .reasons(reasons)
            }
        }

        func missing(_ field: FieldDescription, at place: Int) -> any Error {
            Fault(.missing(key: field.key, line.type))
        }

        func malformed(_ field: FieldDescription, at place: Int) -> any Error {
            Fault(.malformed(key: field.key, field.form))
        }
    }
}
