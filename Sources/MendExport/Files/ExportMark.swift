/// Tells a file that an export has written from any other of its name: by what stands near the beginning of each.
struct ExportMark {
    private let words: [String]

    /// - Parameter path: relative to the export's folder.
    /// - Returns: nil for a path that no export has.
    init?(path: String) {
        let isPage = path == IndexPage.fileName
        guard isPage || ExportDocument.standing.contains(where: { $0.path == path }) || Self.isArchived(path),
            let words = Self.words[String(path[path.index(after: path.lastIndex(of: ".") ?? path.startIndex)...])]
        else { return nil }
        self.words = words
    }

    /// - Parameter beginning: of the file: `reach` bytes, or all where it has fewer.
    func stands(in beginning: [UInt8]) -> Bool {
        let text = String(decoding: beginning, as: UTF8.self)
        return words.allSatisfy { text.contains($0) }
    }

    static let reach = 1 << 14

    private static func isArchived(_ path: String) -> Bool {
        path.hasPrefix("archive/") && ExportDocument(path: path, only: nil) != nil
    }

    /// By the extension of a file's name. Every version has written them.
    private static let words = [
        "ics": ["PRODID:-//mend//mend//"],
        "xcal": ["-//mend//mend//"],
        "atom": ["<generator>mend</generator>"],
        "rss": ["<generator>mend</generator>"],
        "json": ["https://jsonfeed.org/version/1.1", "\"name\": \"mend\""],
        "opml": ["version=\"ATOM\"", "reflections.atom\""],
        "html": ["default-src 'none'; style-src 'unsafe-inline'", "reflections.atom\""],
    ]
}
