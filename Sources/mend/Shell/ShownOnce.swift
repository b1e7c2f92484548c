import MendText

/// Secrets that are printed once, when what they open is made.
enum ShownOnce {
    /// Where the page is as long as no other address is told.
    static let ownMachine = "http://127.0.0.1:8420"

    /// Prints the lines. What nobody has seen nobody ever will: then what they open is taken back.
    /// - Parameter baseURL: where they lead, as it was typed.
    static func print(_ lines: [String], at baseURL: String, orTakeBack takeBack: () throws -> Void) throws {
        do {
            try Terminal.deliver(lines.map { "\($0)\n" }.joined(), isForReading: true)
        } catch {
            try takeBack()
            throw error
        }
        if baseURL == ownMachine { Terminal.note(WayOutPhrase.onlyThisMachine) }
    }
}
