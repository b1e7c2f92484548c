/// Lines of plain text that fit a width.
public enum TextLayout {
    /// Breaks each line of `text` between words so that none is wider than `width` columns, with `indent` spaces in front.
    /// A list line (`- …`) hangs. A word wider than the line stands alone.
    public static func wrap(_ text: String, width: Int, indent: Int = 0) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { wrap(line: $0, width: width, indent: indent) }
            .joined(separator: "\n")
    }

    private static func wrap(line: Substring, width: Int, indent: Int) -> String {
        guard !line.isEmpty else { return "" }
        let margin = String(repeating: " ", count: indent)
        let hanging = line.hasPrefix("- ") ? margin + "  " : margin
        var lines: [String] = []
        var current = margin
        var used = indent
        var isFresh = true
        // By code points: to Swift, a space and a combining mark are one character that is no space.
        for word in line.unicodeScalars.split(separator: " ").map({ Substring($0) }) {
            let needed = columns(word)
            if !isFresh, used + 1 + needed > width {
                lines.append(current)
                current = hanging
                used = hanging.utf8.count
                isFresh = true
            }
            if !isFresh {
                current += " "
                used += 1
            }
            current += word
            used += needed
            isFresh = false
        }
        lines.append(current)
        return lines.joined(separator: "\n")
    }

    /// How many columns a terminal gives a text: two for East Asian wide characters and emoji, none for marks.
    public static func columns(_ text: some StringProtocol) -> Int {
        text.reduce(0) { count, character in
            guard let scalar = character.unicodeScalars.first else { return count }
            return count + (isWide(scalar) ? 2 : 1)
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
