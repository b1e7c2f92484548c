/// Something in a plan that has to change, or that its writer may want to look at.
///
/// It prints as `Plans/caregiver/body.yaml:12: unknown key "titel"; did you mean "title"?`
public struct PlanFault: Hashable, Error, Sendable {
    public enum Severity: String, Sendable {
        /// The plan cannot be used.
        case fault
        case warning
    }

    public let path: String
    /// From 1; 0 when it is about a whole file or directory.
    public let line: Int
    /// The rule of tone that is broken (`L7`); nil when it is about the form of the document.
    public let rule: String?
    public let message: String
    /// What to write instead.
    public let suggestion: String
    public let severity: Severity

    public init(
        path: String, line: Int, rule: String? = nil, message: String, suggestion: String, severity: Severity = .fault
    ) {
        self.path = path
        self.line = line
        self.rule = rule
        self.message = message
        self.suggestion = suggestion
        self.severity = severity
    }
}

extension PlanFault: CustomStringConvertible {
    public var description: String {
        let place = line > 0 ? "\(path):\(line): " : "\(path): "
        let label = severity == .warning ? "warning: " : ""
        return "\(place)\(label)\(rule.map { "\($0) " } ?? "")\(message); \(suggestion)"
    }
}

/// Every fault that was found, sorted by path and line.
public struct PlanFaults: Error, Equatable, Sendable, CustomStringConvertible {
    public let faults: [PlanFault]

    public init(_ faults: [PlanFault]) {
        self.faults = faults.inOrder
    }

    /// One fault a line.
    public var description: String {
        faults.map(\.description).joined(separator: "\n")
    }
}

extension [PlanFault] {
    /// Each once, by path, line and words.
    var inOrder: [PlanFault] {
        Set(self).sorted {
            ($0.path, $0.line, $0.rule ?? "", $0.message, $0.suggestion)
                < ($1.path, $1.line, $1.rule ?? "", $1.message, $1.suggestion)
        }
    }
}
