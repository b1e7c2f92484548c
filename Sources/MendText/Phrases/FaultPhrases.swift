import MendCore

/// Why something that was typed cannot be taken. On a terminal it names the option, on a page the field stands beside it.
public struct InputErrorPhrase: Phrase {
    let error: InputError
    let surface: Surface
    let isAnswer: Bool

    /// - Parameter isAnswer: whether it was typed to a question, and to no option.
    public init(_ error: InputError, on surface: Surface, isAnswer: Bool = false) {
        self.error = error
        self.surface = surface
        self.isAnswer = isAnswer
    }
}

/// Why a record cannot be taken. On a terminal it names ids and commands, on a page neither.
public struct RecordFaultPhrase: Phrase {
    let fault: RecordFault
    let surface: Surface

    public init(_ fault: RecordFault, on surface: Surface) {
        self.fault = fault
        self.surface = surface
    }
}

/// Who may be meant by a name that fits several people, by name: for whoever typed it alone.
extension AmbiguousName: Phrase {}

/// What went wrong with a journal's files: the place, what is wrong, and what to do instead.
extension JournalError: Phrase {}

/// What is found wrong with a journal that is examined.
extension IntegrityFault: Phrase {}

/// What is wrong with a line of a file of records, without the line's number.
extension HouseholdFileFault.Problem: Phrase {}
