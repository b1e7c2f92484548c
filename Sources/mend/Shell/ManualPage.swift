import MendCore
import MendText

/// The manual page of a verb in mdoc(7).
struct ManualPage {
    private let command: CommandDescription
    /// The words by which it is called, from `mend` on.
    private let words: [String]
    private let day: LocalDay

    /// - Parameters:
    ///   - above: the words of the verbs above it; none for mend itself.
    ///   - day: on which the page was made.
    init(_ command: CommandDescription, below above: [String] = [], day: LocalDay) {
        self.command = command
        words = above + [command.commandName]
        self.day = day
    }

    /// Of a verb and of all below it.
    static func all(_ command: CommandDescription, below above: [String] = [], day: LocalDay) -> [ManualPage] {
        let page = ManualPage(command, below: above, day: day)
        return [page] + command.verbs.flatMap { all($0, below: page.words, day: day) }
    }

    private var name: String { words.joined(separator: "-") }
    private var isWhole: Bool { words.count == 1 }

    var fileName: String { "\(name).1" }

    var text: String {
        var page = Mdoc()
        let (year, month, number) = day.date
        page.macro("Dd \(Self.months[month - 1]) \(number), \(year)")
        page.macro("Dt \(name.uppercased()) 1")
        page.macro("Os")
        page.macro("Sh NAME")
        page.macro("Nm \(name)")
        page.macro("Nd \(Mdoc.word(Self.withoutFullStop(command.abstract ?? "")))")
        writeSynopsis(to: &page)
        page.macro("Sh DESCRIPTION")
        let (discussion, examples) = parts(of: command.discussion ?? "")
        page.sentences(command.abstract ?? "")
        if !discussion.isEmpty { page.paragraphs(discussion) }
        writeVerbs(to: &page)
        writeArguments(to: &page)
        if isWhole { writeSurroundings(to: &page) }
        if !examples.isEmpty {
            page.macro("Sh EXAMPLES")
            page.literal(examples)
        }
        page.macro("Sh SEE ALSO")
        writeOthers(to: &page)
        return page.text
    }

    private func writeSynopsis(to page: inout Mdoc) {
        page.macro("Sh SYNOPSIS")
        // Of the names of a page, the one of the synopsis is how it is called.
        page.macro("Nm mend")
        if words.count > 1 { page.macro("Cm \(words.dropFirst().joined(separator: " "))") }
        if !command.verbs.isEmpty {
            page.macro("Ar verb")
            page.macro("Op Ar ...")
            return
        }
        for argument in command.shownArguments {
            switch (argument.kind, argument.isOptional) {
            case (.positional, true): page.macro("Op Ar \(Mdoc.word(value(argument)))")
            case (.positional, false): page.macro("Ar \(Mdoc.word(value(argument)))")
            case (_, true): page.macro("Op \(flags(argument).last ?? "")")
            case (_, false): page.macro(flags(argument).last ?? "")
            }
        }
    }

    private func writeVerbs(to page: inout Mdoc) {
        guard !command.verbs.isEmpty else { return }
        page.macro("Bl -tag -width Ds")
        for verb in command.verbs {
            page.macro("It Cm \(verb.commandName)")
            page.sentences(verb.abstract ?? "")
        }
        page.macro("El")
    }

    private func writeArguments(to page: inout Mdoc) {
        let arguments = command.shownArguments
        guard command.verbs.isEmpty, !arguments.isEmpty else { return }
        page.macro("Bl -tag -width Ds")
        for argument in arguments {
            let head =
                argument.kind == .positional
                ? "Ar \(Mdoc.word(value(argument)))" : flags(argument).joined(separator: " , ")
            page.macro("It \(head)")
            page.sentences(argument.abstract ?? "")
        }
        page.macro("El")
    }

    private func writeSurroundings(to page: inout Mdoc) {
        page.macro("Sh ENVIRONMENT")
        page.macro("Bl -tag -width Ds")
        for variable in ManualPhrase.Variable.allCases {
            page.macro("It Ev \(variable.rawValue)")
            page.sentences(Speech.text(ManualPhrase.variable(variable)))
        }
        page.macro("El")
        page.macro("Sh FILES")
        page.macro("Bl -tag -width Ds")
        page.macro("It Pa ~/.local/share/mend")
        page.sentences(Speech.text(ManualPhrase.folder))
        page.macro("El")
        page.macro("Sh EXIT STATUS")
        page.macro("Bl -tag -width Ds")
        page.macro("It 0")
        page.sentences(Speech.text(ManualPhrase.success))
        for status in CommandError.Status.allCases {
            page.macro("It \(status.rawValue)")
            page.sentences(Speech.text(ManualPhrase.status(status.rawValue)))
        }
        page.macro("El")
    }

    private func writeOthers(to page: inout Mdoc) {
        let above = isWhole ? [] : [words.dropLast().joined(separator: "-")]
        let others = (above + command.verbs.map { "\(name)-\($0.commandName)" }).sorted()
        if others.isEmpty { page.macro("Xr mend 1") }
        for (index, other) in others.enumerated() {
            page.macro("Xr \(other) 1" + (index < others.count - 1 ? " ," : ""))
        }
    }

    // MARK: Helpers

    private func value(_ argument: CommandDescription.Argument) -> String {
        (argument.valueName ?? "value") + (argument.isRepeating ? " ..." : "")
    }

    /// Each name of an option, as a macro of its own; the long one last.
    private func flags(_ argument: CommandDescription.Argument) -> [String] {
        let value = argument.kind == .option ? " Ar \(Mdoc.word(value(argument)))" : ""
        let names = (argument.names ?? []).sorted { $0.name.count < $1.name.count }
        return names.map { name in (name.kind == .long ? "Fl -\(name.name)" : "Fl \(name.name)") + value }
    }

    /// What is said of a verb, and its examples, which stand behind a heading of their own.
    private func parts(of discussion: String) -> (text: String, examples: String) {
        let lines = discussion.split(separator: "\n", omittingEmptySubsequences: false)
        guard let heading = lines.firstIndex(where: { $0 == "EXAMPLE" || $0 == "EXAMPLES" }) else {
            return (discussion, "")
        }
        // Behind the examples goes on what is not put in.
        let examples = lines[(heading + 1)...].prefix { $0.hasPrefix("  ") }
        let text = lines[..<heading] + [""] + lines[(heading + 1 + examples.count)...]
        return (text.joined(separator: "\n"), examples.map { $0.dropFirst(2) }.joined(separator: "\n"))
    }

    private static func withoutFullStop(_ sentence: String) -> String {
        sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    /// As mdoc(7) writes dates, in every language.
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
