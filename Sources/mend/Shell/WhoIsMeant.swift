import ArgumentParser
import MendCore

/// The person whom a verb is about.
struct WhoIsMeant: ParsableArguments {
    @Argument(help: ArgumentHelp(.personMeant)) var name: String?
    @Option(help: ArgumentHelp(.personID)) var id: String?

    func validate() throws {
        guard (name == nil) != (id == nil) else { throw ValidationError(.nameOrID) }
    }

    func reference() throws -> PersonReference {
        guard let reference = try PersonReference(name: name, id: id) else { throw ValidationError(.nameOrID) }
        return reference
    }
}

extension PersonReference {
    /// Nil: neither was given.
    /// - Throws: `ValidationError` when both were.
    init?(name: String?, id: String?) throws {
        switch (name, id) {
        case (nil, nil): return nil
        case (let name?, nil): self = .name(name)
        case (nil, let id?): self = .id(id)
        case (_?, _?): throw ValidationError(.nameOrID)
        }
    }
}
