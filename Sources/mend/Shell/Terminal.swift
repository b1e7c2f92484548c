import Foundation
import MendText
import Synchronization

/// Standard output and standard error, with bold headings on a terminal only.
enum Terminal {
    static let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1

    private static let hasColour =
        isatty(STDOUT_FILENO) == 1 && Environment.value("NO_COLOR") == nil && Environment.value("TERM") != "dumb"

    /// How wide lines may be: 80 columns, or what a narrower terminal has.
    static let width: Int = {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return min(max(Int(size.ws_col), 20), 80)
    }()

    // A sentence that does not come from the catalogue is not taken by `say`, `heading`, `note` and `ask`.

    /// Says a result, in a line of its own. Control characters that could steer the terminal are left out.
    static func say(_ phrase: some Phrase) {
        show(Speech.text(phrase))
    }

    /// Says a result in lines that fit, some columns in.
    static func say(_ phrase: some Phrase, indent: Int) {
        show(Speech.text(phrase), indent: indent)
    }

    /// Prints what has its words already: a plan's, a household's, or a line put together from phrases.
    static func show(_ text: String = "") {
        put(clean(text) + "\n", to: STDOUT_FILENO)
    }

    /// The same in lines that fit, some columns in.
    static func show(_ text: String, indent: Int) {
        show(TextLayout.wrap(text, width: width, indent: indent))
    }

    /// Prints a result as it is: for formats that other programs read.
    /// - Parameter isForReading: whether what could steer the terminal is left out.
    static func write(_ text: String, isForReading: Bool = false) {
        put(isForReading ? clean(text) : text, to: STDOUT_FILENO)
    }

    static func heading(_ phrase: some Phrase) {
        showHeading(Speech.text(phrase))
    }

    static func showHeading(_ text: String) {
        put(hasColour ? "\u{1B}[1m\(clean(text))\u{1B}[0m\n" : clean(text) + "\n", to: STDOUT_FILENO)
    }

    /// Says by the way, on standard error.
    static func note(_ phrase: some Phrase) {
        showNote(Speech.text(phrase))
    }

    static func showNote(_ text: String) {
        put(clean(text) + "\n", to: STDERR_FILENO)
    }

    static func complain(_ text: String) {
        put("mend: \(clean(text))\n", to: STDERR_FILENO)
    }

    /// Puts a line in the place of the one before, on a terminal.
    static func redraw(_ line: String) {
        put("\r\u{1B}[K\(clean(line))", to: STDERR_FILENO)
    }

    /// Asks on standard error; nil when there is no answer.
    static func ask(_ question: some Phrase) -> String? {
        showQuestion(Speech.text(question))
        return readLine()
    }

    /// Shows a question on standard error, behind which the answer is typed.
    static func showQuestion(_ text: String) {
        put(clean(text) + " ", to: STDERR_FILENO)
    }

    /// Whether a question was answered with yes.
    static func confirms(_ question: some Phrase) -> Bool {
        ["y", "yes"].contains((ask(question) ?? "").lowercased())
    }

    private static func clean(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    switch scalar.value {
                    case 0x0A: true
                    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: false
                    default: true
                    }
                }))
    }

    /// Prints what must not be lost: whoever calls it takes the failure.
    /// - Parameter isForReading: whether what could steer the terminal is left out.
    static func deliver(_ text: String, isForReading: Bool = false) throws {
        try send(isForReading ? clean(text) : text, to: STDOUT_FILENO)
    }

    private static let isKept = Mutex(false)

    /// From now on what was to be written down is. Output that cannot be written takes nothing back, so it is no failure: whoever
    /// tried again would write it down twice.
    static func keep() {
        isKept.withLock { $0 = true }
    }

    private static func put(_ text: String, to descriptor: Int32) {
        do {
            try send(text, to: descriptor)
        } catch {
            // When standard error is full as well, there is nobody left to tell.
            guard descriptor == STDOUT_FILENO else { return }
            guard isKept.withLock(\.self) else { CommandError.exit(with: error) }
            note(CommandFaultPhrase.keptAllTheSame)
            exit(0)
        }
    }
}

private func send(_ text: String, to descriptor: Int32) throws(CommandFault) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
        let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw output(errno) }
        bytes = bytes.dropFirst(written)
    }
}

/// Standard output takes no more.
private func output(_ code: Int32) -> CommandFault {
    CommandFault(.cannotWrite, .outputCannotBeWritten(reason: String(cString: strerror(code))))
}
