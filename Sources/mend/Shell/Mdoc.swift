/// Lines of mdoc(7): macros, and text in which nothing is taken for one.
struct Mdoc {
    private(set) var text = ""

    /// A line that begins with a macro, without its dot.
    mutating func macro(_ line: String) { text += ".\(line)\n" }

    /// Paragraphs, between which an empty line stands.
    mutating func paragraphs(_ words: String) {
        for paragraph in words.split(separator: "\n\n") where paragraph.contains(where: { !$0.isWhitespace }) {
            macro("Pp")
            sentences(String(paragraph))
        }
    }

    /// A text, each sentence of which begins a line, as the formatter wants it.
    mutating func sentences(_ words: String) {
        var line = ""
        var endsSentence = false
        for word in words.split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty, endsSentence || line.utf8.count + word.utf8.count + 1 > Self.width {
                text += Self.guarded(line) + "\n"
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + Self.escaped(word)
            endsSentence = word.contains { ".?!".contains($0) } && word.last.map { ".?!)\"'".contains($0) } ?? false
        }
        if !line.isEmpty { text += Self.guarded(line) + "\n" }
    }

    /// Lines that stay as they are.
    mutating func literal(_ lines: String) {
        macro("Bd -literal")
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
            text += Self.guarded(Self.escaped(line)) + "\n"
        }
        macro("Ed")
    }

    /// A word or several that stand behind a macro: none of them is taken for another macro.
    static func word(_ words: String) -> String {
        words.split(separator: " ").map { word in
            let isMacro = (2...3).contains(word.count) && word.first?.isUppercase ?? false
            return (isMacro ? "\\&" : "") + escaped(word)
        }.joined(separator: " ")
    }

    private static let width = 72

    private static func escaped(_ text: some StringProtocol) -> String {
        String(text).replacing("\\", with: "\\e")
    }

    /// A dot or an apostrophe at the beginning of a line would make it a macro.
    private static func guarded(_ line: String) -> String {
        line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
}
