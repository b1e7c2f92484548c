import Foundation
import MendText

/// Standard output and standard error, with bold headings on a terminal only.
enum Terminal {
    static let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1

    private static let hasColour = isatty(STDOUT_FILENO) == 1 && Environment.value("NO_COLOR") == nil

    /// How wide lines may be: 80 columns, or what a narrower terminal has.
    static let width: Int = {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return min(max(Int(size.ws_col), 20), 80)
    }()

    /// Prints a result, with a line end. Control characters that could steer the terminal are left out.
    static func say(_ text: String) {
        put(clean(text) + "\n", to: STDOUT_FILENO)
    }

    /// Prints a result in lines that fit, some columns in.
    static func say(_ text: String, indent: Int) {
        say(TextLayout.wrap(text, width: width, indent: indent))
    }

    /// Prints a result as it is: for formats that other programs read.
    /// - Parameter isForReading: whether what could steer the terminal is left out.
    static func write(_ text: String, isForReading: Bool = false) {
        put(isForReading ? clean(text) : text, to: STDOUT_FILENO)
    }

    static func heading(_ text: String) {
        put(hasColour ? "\u{1B}[1m\(clean(text))\u{1B}[0m\n" : clean(text) + "\n", to: STDOUT_FILENO)
    }

    /// Says by the way.
    static func note(_ text: String) {
        put(clean(text) + "\n", to: STDERR_FILENO)
    }

    static func complain(_ text: String) {
        put("mend: \(clean(text))\n", to: STDERR_FILENO)
    }

    /// Puts a line in the place of the one before, on a terminal.
    static func redraw(_ line: String) {
        put("\r\u{1B}[K\(clean(line))", to: STDERR_FILENO)
    }

    static func ask(_ question: String) -> String? {
        put("\(question) ", to: STDERR_FILENO)
        return readLine()
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

    private static func put(_ text: String, to descriptor: Int32) {
        do {
            try send(text, to: descriptor)
        } catch {
            // When standard error is full as well, there is nobody left to tell.
            guard descriptor == STDOUT_FILENO else { return }
            CommandError.exit(with: error)
        }
    }
}

private func send(_ text: String, to descriptor: Int32) throws(OutputFailure) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
        let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw OutputFailure(errno) }
        bytes = bytes.dropFirst(written)
    }
}
