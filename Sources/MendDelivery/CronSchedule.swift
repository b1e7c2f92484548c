import MendText

/// What makes a machine run `mend due` by itself: lines for cron, units for systemd.
///
/// It does not matter when, or whether twice: what is due follows from the journal, not from the hour of a run.
public struct CronSchedule: Equatable, Sendable {
    private let program: String
    private let directory: String
    private let baseURL: String?
    private let arguments: [String]
    private let minutes: Int

    /// Why there can be no schedule.
    public enum Fault: Error, Equatable {
        /// What stands on the command line.
        public enum Argument: Sendable {
            case program, directory, channelName, baseURL
        }

        /// A line end or another control character, which would end the line and begin one of its own.
        case controlCharacter(in: Argument)
    }

    /// How often a run may come; all divide an hour.
    public static let choices = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60]

    /// - Parameters:
    ///   - program: the path of mend.
    ///   - channels: names; with none, cron mails what is printed.
    ///   - minutes: one of `choices`.
    ///   - baseURL: where the household's page is reached, for links in reminders; nil: there are none.
    /// - Throws: `Fault` for an argument that no quotes keep on its line.
    public init(
        program: String, directory: String, channels: [String], minutes: Int, baseURL: String? = nil
    ) throws(Fault) {
        try Self.check(program, as: .program)
        try Self.check(directory, as: .directory)
        for channel in channels { try Self.check(channel, as: .channelName) }
        if let baseURL { try Self.check(baseURL, as: .baseURL) }
        self.program = program
        self.minutes = minutes
        self.directory = directory
        self.baseURL = baseURL
        arguments =
            ["due"] + channels.flatMap { ["--via", $0] } + (baseURL.map { ["--base-url", $0] } ?? [])
            + ["--data", directory]
    }

    private static func check(_ text: String, as argument: Fault.Argument) throws(Fault) {
        // By code points: to Swift, a carriage return and a line feed are one character.
        let isPlain = text.unicodeScalars.allSatisfy {
            ![.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        }
        guard isPlain else { throw .controlCharacter(in: argument) }
    }

    // MARK: cron (crontab(5))

    // A crontab keeps these lines for years: they stay as they are in every language.
    private static let begin = "# mend: begin (mend cron --remove takes these lines away)"
    private static let end = "# mend: end"

    /// Lines for a crontab, between two comments by which they are found again.
    public var crontab: String {
        let when = minutes == 60 ? "0" : minutes == 1 ? "*" : "*/\(minutes)"
        let command = ([program] + arguments).map(Self.quoted).joined(separator: " ")
        return "\(Self.begin)\n\(when) * * * * \(command)\n\(Self.end)\n"
    }

    /// A crontab with these lines in the place of those that were there, or at its end; every other byte as it was.
    public func installed(in table: [UInt8]) -> [UInt8] {
        let rest = Self.removed(from: table)
        return rest + (rest.isEmpty || rest.last == Self.newline ? [] : [Self.newline]) + crontab.utf8
    }

    /// A crontab without mend's lines; every other byte as it was.
    public static func removed(from table: [UInt8]) -> [UInt8] {
        var kept: [ArraySlice<UInt8>] = []
        // From a beginning on; one without its end was edited by somebody, so nothing of it is touched.
        var held: [ArraySlice<UInt8>] = []
        var hasOpenBeginning = false
        for line in table.split(separator: newline, omittingEmptySubsequences: false) {
            if line.elementsEqual(begin.utf8) {
                kept += held
                hasOpenBeginning = hasOpenBeginning || !held.isEmpty
                held = [line]
            } else if line.elementsEqual(end.utf8), !held.isEmpty {
                held = []
            } else if line.elementsEqual(end.utf8), hasOpenBeginning {
                // The next run would take it for the end of what others wrote below that beginning.
                hasOpenBeginning = false
            } else if held.isEmpty {
                kept.append(line)
            } else {
                held.append(line)
            }
        }
        return Array((kept + held).joined(separator: [newline]))
    }

    private static let newline = UInt8(ascii: "\n")

    /// As the shell reads it back.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-_./:=,+@".utf8.contains(byte)
        }
        if isPlain, !word.isEmpty { return word }
        // By code points: to Swift, a quote and a combining mark are one character that is no quote.
        let text = word.unicodeScalars.map { scalar in
            switch scalar {
            case "'": "'\\''"
            // The quotes end and begin again, so that no backslash stands before a %, where cron would take it for its own.
            case "\\": "\\''"
            // A bare % ends the command in a crontab.
            case "%": "\\%"
            default: String(scalar)
            }
        }
        return "'\(text.joined())'"
    }

    // MARK: systemd (systemd.service(5), systemd.timer(5))

    /// The name and the text of each unit: of the due runs and their timer, and of the page.
    public func units(in catalogue: Catalogue) -> [(name: String, text: String)] {
        let command = ([program] + arguments).map(Self.unitQuoted).joined(separator: " ")
        let calendar = minutes == 60 ? "hourly" : "*:0/\(minutes)"
        let service = """
            \(Self.unitMark)
            [Unit]
            Description=\(catalogue.text(DeliveryPhrase.unit))

            [Service]
            Type=oneshot
            ExecStart=\(command)

            """
        let timer = """
            \(Self.unitMark)
            [Unit]
            Description=\(catalogue.text(DeliveryPhrase.timerUnit))

            [Timer]
            OnCalendar=\(calendar)
            Persistent=true

            [Install]
            WantedBy=timers.target

            """
        let options = (baseURL.map { ["--base-url", $0] } ?? []) + ["--data", directory]
        let serve = ([program, "serve"] + options).map(Self.unitQuoted).joined(separator: " ")
        let page = """
            \(Self.unitMark)
            [Unit]
            Description=\(catalogue.text(DeliveryPhrase.pageUnit))

            [Service]
            ExecStart=\(serve)
            Restart=on-failure

            [Install]
            WantedBy=default.target

            """
        return zip(Self.unitNames, [service, timer, page]).map { (name: $0, text: $1) }
    }

    /// The names of the units, whatever is in them.
    public static let unitNames = ["mend.service", "mend.timer", "mend-serve.service"]

    /// By which mend knows its own units, in every language.
    public static let unitMark = "# Written by mend cron."

    private static func unitQuoted(_ word: String) -> String {
        var text = ""
        for scalar in word.unicodeScalars {
            switch scalar {
            case "%", "$": text += "\(scalar)\(scalar)"
            case "\"", "\\": text += "\\\(scalar)"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return "\"\(text)\""
    }
}
