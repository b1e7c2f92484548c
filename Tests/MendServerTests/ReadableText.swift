/// What somebody reads on a page, or hears of it.
enum ReadableText {
    /// The pieces of text between tags, and of the attributes that are read aloud or shown. Scripts and styles stand in no page.
    static func of(html: String) -> [String] {
        let spoken = html.matches(of: /(?:aria-label|alt|placeholder|title)="([^"]*)"/).map { String($0.output.1) }
        let shown = html.split(separator: /<[^>]*>/).map(String.init)
        return (spoken + shown).map { $0.replacing(/&[a-z#0-9]+;/, with: "'") }
    }

    /// The words that stand outside of all ⟦brackets⟧, with what stands around them.
    static func unbracketed(in text: String) -> String {
        var depth = 0
        return String(
            text.filter { character in
                if character == "⟦" { depth += 1 }
                defer { if character == "⟧" { depth -= 1 } }
                return depth == 0
            })
    }
}
