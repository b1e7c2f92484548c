extension Notebook {
    /// Adds a tool to somebody's Safe Place; the first one brings the place about.
    /// - Parameter reference: nil: the caregiver's own place.
    /// - Throws: `RecordFault` where the text cannot be a tool, or what the journal throws.
    public func addTool(_ text: String, with reference: PersonReference?) throws -> (place: SafePlace, person: Person?)
    {
        try changePlace(with: reference) { place in
            if !place.tools.contains(text) { place.tools.append(text) }
        }
    }

    /// Takes a tool away.
    /// - Parameter number: its place in the list, from 1.
    /// - Throws: `InputError.noTool`, or what the journal throws.
    public func removeTool(_ number: Int, with reference: PersonReference?) throws -> (
        place: SafePlace, person: Person?
    ) {
        try changePlace(with: reference) { place in
            guard place.tools.indices.contains(number - 1) else { throw InputError.noTool }
            place.tools.remove(at: number - 1)
        }
    }

    /// Puts other words in the place of a tool's.
    /// - Parameter number: its place in the list, from 1.
    /// - Throws: `InputError.noTool`, `RecordFault`, or what the journal throws.
    public func renameTool(_ number: Int, to text: String, with reference: PersonReference?) throws -> (
        place: SafePlace, person: Person?
    ) {
        try changePlace(with: reference) { place in
            guard place.tools.indices.contains(number - 1) else { throw InputError.noTool }
            place.tools[number - 1] = text
        }
    }

    /// Gives somebody's Safe Place a name of the family's own; an empty one takes it away.
    /// - Throws: `RecordFault` where it cannot be a name, or what the journal throws.
    public func namePlace(_ text: String, with reference: PersonReference?) throws -> (
        place: SafePlace, person: Person?
    ) {
        try changePlace(with: reference) { $0.name = text.isEmpty ? nil : text }
    }

    private func changePlace(
        with reference: PersonReference?, _ change: (inout SafePlace) throws -> Void
    ) throws -> (place: SafePlace, person: Person?) {
        try update { history in
            let person = try reference.map { try history.person(meant: $0) }
            var place =
                history.place(of: person?.id)
                ?? SafePlace(id: NumberedID.place.next(in: history), with: person?.id)
            try change(&place)
            var checker = HistoryChecker(history, now: now)
            try checker.replace(place)
            return ([.put(.place(place))], (place, person))
        }
    }
}
