/// Tells a file that an export has written from any other of its name: by what stands near the beginning of each.
struct ExportMark {
    private let words: [String]

    /// - Parameter path: relative to the export's folder.
    /// - Returns: nil for a path that no export has.
    init?(path: String) {
        if path == IndexPage.fileName {
            words = ["default-src 'none'; style-src 'unsafe-inline'", "reflections.atom\""]
        } else if let document = ExportDocument.standing.first(where: { $0.path == path }) ?? Self.archived(path) {
            words = document.mark
        } else {
            return nil
        }
    }

    /// - Parameter beginning: of the file: `reach` bytes, or all where it has fewer.
    func stands(in beginning: [UInt8]) -> Bool {
        let text = String(decoding: beginning, as: UTF8.self)
        return words.allSatisfy { text.contains($0) }
    }

    static let reach = 1 << 14

    private static func archived(_ path: String) -> ExportDocument? {
        path.hasPrefix("archive/") ? ExportDocument(path: path, only: nil) : nil
    }
}

extension ExportDocument {
    /// What every version has written near its beginning.
    fileprivate var mark: [String] {
        switch self {
        case .calendar: ["PRODID:-//mend//mend//"]
        case .xcal: ["-//mend//mend//"]
        case .feed(let format), .archive(_, let format):
            switch format {
            case .atom, .rss: ["<generator>mend</generator>"]
            case .json: ["https://jsonfeed.org/version/1.1", "\"name\": \"mend\""]
            }
        case .feeds: ["version=\"ATOM\"", "reflections.atom\""]
        }
    }
}
