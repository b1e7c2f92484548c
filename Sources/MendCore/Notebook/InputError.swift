/// Something that was typed cannot be understood or cannot be true. It names no private text.
public struct InputError: Error, Equatable, CustomStringConvertible {
    /// The option or form field that is wrong; nil when it is none in particular.
    public let field: String?
    /// What is wrong and what to type instead.
    public let problem: String

    public init(_ problem: String, field: String? = nil) {
        self.field = field
        self.problem = problem
    }

    /// As a command line says it: `--at: that is no time; …`
    public var description: String {
        field.map { "--\($0): \(problem)" } ?? problem
    }
}
