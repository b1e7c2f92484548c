import MendText

/// A verb cannot do what it was asked to do.
struct CommandFault: Error {
    let status: CommandError.Status
    let phrase: CommandFaultPhrase

    init(_ status: CommandError.Status, _ phrase: CommandFaultPhrase) {
        self.status = status
        self.phrase = phrase
    }
}
