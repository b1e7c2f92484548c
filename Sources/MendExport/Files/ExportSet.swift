import MendCore
import MendXML

/// Every file that an export writes, as values: the same history, plan, items and settings give the same bytes.
public struct ExportSet: Sendable {
    /// One file of an export.
    public struct File: Equatable, Sendable {
        /// Relative to the export's folder, with `/`.
        public let path: String
        /// All that is in it.
        public let bytes: [UInt8]

        /// A file with this path and these bytes.
        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// The standing documents and the page, then the archive pages, the oldest first.
    public let files: [File]
    /// What was shown for the first time, or changed. It belongs into the journal, once the files are written.
    public let publication: Publication

    /// - Parameter items: the agenda of `settings.days(for: history)`. With fewer days, archive pages would lose
    ///   entries.
    /// - Throws: what libxml2 could not do.
    public init(history: History, plan: Plan, items: [Item], settings: ExportSettings) throws(XMLWritingError) {
        publication = Publication(items: items, history: history, plan: plan, now: settings.now)
        let writer = DocumentWriter(history: history, plan: plan, publication: publication, settings: settings)
        var documents = ExportDocument.standing
        for month in writer.months {
            documents += FeedFormat.allCases.reversed().filter(\.hasArchive).map { .archive(month, $0) }
        }
        var files: [File] = []
        for document in documents {
            guard let bytes = try writer.bytes(of: document) else { continue }
            files.append(File(path: document.path, bytes: bytes))
            if document == .feeds {
                files.append(File(path: IndexPage.fileName, bytes: IndexPage(settings: settings).bytes()))
            }
        }
        self.files = files
    }
}
