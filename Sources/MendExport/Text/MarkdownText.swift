import MendText

/// Plain text in Markdown, so that it reads as it was written.
enum MarkdownText {
    private static let width = 80

    /// One line in which nothing is a mark.
    static func escaped(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
                    "\\`*_[]<>&#|~".unicodeScalars.contains(scalar) ? ["\\", scalar] : [scalar]
                }))
    }

    /// Lines of a width, with list lines (`- ...`) as lists and everything else as paragraphs.
    static func paragraphs(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let isList = line.hasPrefix("- ")
            let lines = TextLayout.wrap(escaped(String(line)), width: width).split(separator: "\n")
            return lines.enumerated().map { isList && $0 == 0 ? String($1) : unlisted($1) }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// A line that begins no list, by the mark that it begins with.
    private static func unlisted(_ line: Substring) -> String {
        let indent = line.prefix { $0 == " " }
        let rest = line.dropFirst(indent.count)
        let number = rest.prefix { $0.isASCII && $0.isNumber }
        let mark = rest.dropFirst(number.count)
        let isList = number.isEmpty ? "-+=".contains(mark.first ?? " ") : ".)".contains(mark.first ?? " ")
        return isList ? "\(indent)\(number)\\\(mark)" : String(line)
    }
}
