import MendCore

/// One file of a plan, already read.
public struct PlanDocument: Equatable, Sendable {
    /// As it is shown to a person: `Plans/caregiver/body.yaml`.
    public let path: String
    public let text: String

    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

/// A valid plan, where each of its texts was written, and what its writer may want to look at.
public struct DecodedPlan: Sendable {
    public let plan: Plan
    /// By the id of a text; a country's contacts by its code (`US`), its lines by their number (`US.1`).
    public let places: [String: Place]
    /// Sorted by path and line.
    public let warnings: [PlanFault]
}

/// Where an entry stands.
public struct Place: Equatable, Sendable {
    public let path: String
    /// Of the entry, from 1.
    public let line: Int
    /// The lines of its keys. The value of a block scalar (`|-`) begins one line further down.
    public let lines: [String: Line]

    public struct Line: Equatable, Sendable {
        public let number: Int
        /// The value is a literal block scalar, so that each of its lines is one of the file's.
        public let isLiteral: Bool
    }
}
