/// The one place where text becomes HTML.
public enum HTMLText {
    /// Text for an element's content or a quoted attribute: whatever it holds, it stays text.
    public static func escaped(_ text: PlainText) -> String {
        escaped(text.string)
    }

    /// Paragraphs stand between empty lines; lines that begin with "- " are a list; other line ends stay.
    public static func rendering(of text: PlainText) -> String {
        text.paragraphs.map(paragraph).joined(separator: "\n")
    }

    private static func paragraph(_ lines: [Substring]) -> String {
        var blocks: [String] = []
        var rest = lines[...]
        while let first = rest.first {
            let isList = isListed(first)
            let run = rest.prefix { isListed($0) == isList }
            blocks.append(
                isList
                    ? "<ul>" + run.map { "<li>\(escaped(String($0.unicodeScalars.dropFirst(2))))</li>" }.joined()
                        + "</ul>"
                    : "<p>" + run.map { escaped(String($0)) }.joined(separator: "<br>") + "</p>")
            rest = rest.dropFirst(run.count)
        }
        return blocks.joined(separator: "\n")
    }

    private static func isListed(_ line: Substring) -> Bool {
        line.utf8.starts(with: "- ".utf8)
    }

    /// By bytes: to Swift, "<" and a combining mark are one character that is not "<".
    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
