import Foundation
import MendText

/// A note as it was given: on the command line, where the list of processes shows it to others for a moment and the shell's
/// history keeps it, or, by `-`, on standard input, where nobody sees it.
enum TypedNote {
    /// - Throws: `CommandFault` for bytes that are no text.
    static func text(_ option: String?) throws -> String? {
        guard option == "-" else { return option }
        if Terminal.isInteractive { Terminal.note(DailyPhrase.typeTheNote) }
        let bytes = try FileHandle.standardInput.read(upToCount: most) ?? Data()
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFault(.badInput, .noteIsNoText)
        }
        let end = text.utf8.last == UInt8(ascii: "\n") ? text.utf8.dropLast() : text.utf8[...]
        return end.isEmpty ? nil : String(Substring(end))
    }

    /// One byte more than a note may hold, so that a longer one is refused and not cut.
    private static let most = 8_000_001
}
