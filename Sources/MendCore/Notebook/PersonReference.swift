/// How somebody is meant: by a name that a person types, or by an id that a program passes. A name never finds an id, nor an id
/// a name.
public enum PersonReference: Hashable, Sendable {
    /// A whole name or a beginning of one, in any case.
    case name(String)
    case id(String)
}

extension PersonReference: ExpressibleByStringLiteral {
    /// A name.
    public init(stringLiteral name: String) {
        self = .name(name)
    }
}

/// A name that fits several people. It holds names, so it is for whoever typed it, and never for a log.
public struct AmbiguousName: Error, Equatable, Sendable {
    /// In the order of the household.
    public let candidates: [Person]
}

extension History {
    /// The person who is meant.
    /// - Throws: `RecordFault.nobody`, or `AmbiguousName`.
    public func person(meant reference: PersonReference) throws -> Person {
        let found: Person? =
            switch reference {
            case .name(let name): try person(named: name) ?? person(whoseNameBeginsWith: name)
            case .id(let id): person(id)
            }
        guard let found else { throw RecordFault.nobody }
        return found
    }

    /// Whether a text is somebody's name, or begins that of one or of several.
    public func isName(_ text: String) -> Bool {
        let folded = FoldedName(text)
        return people.contains { FoldedName($0.name).begins(with: folded) }
    }

    /// The person of a whole name; nil: nobody has it.
    /// - Throws: `AmbiguousName` where an older journal has two who cannot be told apart.
    func person(named name: String) throws -> Person? {
        let folded = FoldedName(name)
        guard !folded.isEmpty else { return nil }
        let alike = people.filter { FoldedName($0.name) == folded }
        return try Self.only(alike) { $0.name == name }
    }

    /// The person whose name alone begins so; nil: nobody's does.
    func person(whoseNameBeginsWith beginning: String) throws -> Person? {
        let folded = FoldedName(beginning)
        return try Self.only(people.filter { FoldedName($0.name).begins(with: folded) }) { _ in false }
    }

    private static func only(_ people: [Person], isMeant: (Person) -> Bool) throws -> Person? {
        if people.count <= 1 { return people.first }
        let meant = people.filter(isMeant)
        guard meant.count == 1 else { throw AmbiguousName(candidates: people) }
        return meant[0]
    }
}
