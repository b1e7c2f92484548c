import MendCore
import MendXML

/// Every file that an export writes, as values: the same history, plan, items and settings give the same bytes.
public struct ExportSet: Sendable {
    public struct File: Equatable, Sendable {
        /// Relative to the export's folder, with `/`.
        public let path: String
        public let bytes: [UInt8]

        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// In the order of the contract, archive pages last, oldest first.
    public let files: [File]
    /// Its changes belong into the journal, once the files are written.
    public let publication: Publication

    /// - Parameter items: the agenda of `settings.days(for: history)`. With fewer days, archive pages would lose
    ///   entries.
    public init(history: History, plan: Plan, items: [Item], settings: ExportSettings) throws(XMLWritingError) {
        publication = Publication(items: items, history: history, plan: plan, now: settings.now)
        let writer = DocumentWriter(history: history, plan: plan, publication: publication, settings: settings)
        var documents = ExportDocument.standing
        for month in writer.months { documents += [.archive(month, .atom), .archive(month, .rss)] }
        var files: [File] = []
        for document in documents {
            guard let bytes = try writer.bytes(of: document) else { continue }
            files.append(File(path: document.path, bytes: bytes))
            if document == .feeds {
                files.append(File(path: "index.html", bytes: IndexPage(settings: settings).bytes()))
            }
        }
        self.files = files
    }
}
