/// What is wrong with a file of records, and in which line. It quotes keys and ids only; MendText has the words.
public struct HouseholdFileFault: Error, Equatable, Sendable {
    /// From 1.
    public let line: Int
    public let problem: Problem

    public init(line: Int, problem: Problem) {
        self.line = line
        self.problem = problem
    }

    public enum Problem: Equatable, Sendable {
        /// Not one JSON object.
        case notAnObject
        case noType
        /// - Parameter known: the types there are.
        case unknownType(known: [String])
        /// - Parameter known: the keys of the type.
        case unknownKey(RecordType, known: [String])
        /// A key that stands twice in one object.
        case repeatedKey(String)
        /// A key without which there is no such record.
        case missing(key: String, RecordType)
        /// A value that is none of the form that its key has.
        case malformed(key: String, FieldForm)
        /// - Parameter version: of the format.
        case newerVersion(Int)
        case noHousehold
        case householdNotFirst
        case secondHousehold
        case again(RecordType)
        /// A record that cannot be true together with those before it.
        case untrue(RecordFault)
    }
}

/// What the value of a record's field looks like, for whoever has written another.
public indirect enum FieldForm: Equatable, Sendable {
    case text
    case wholeNumber
    /// True or false.
    case flag
    /// With its offset: `2026-01-05T17:40:00-05:00`.
    case instant
    /// `2022-04-03`.
    case day
    /// `17:30`.
    case timeOfDay
    /// Two times of day: `21:00-07:00`.
    case window
    /// `mon-fri 08:00-15:00`.
    case closedTime
    /// `2026-01-10/2026-01-17`, or that with ` every 14d`, and with ` until 2027-06-30` besides.
    case daysAway
    /// The IANA name of a time zone.
    case zone
    /// The id of an item of an agenda: `r1.try-again.2`.
    case itemKey
    /// Why an item stands where it stands.
    case reasons
    case oneOf([String])
    case list(FieldForm)
}
