/// A value of a document and the line on which it begins.
struct DocumentNode {
    indirect enum Content {
        /// Scalars stay as they were written: `07:30`, `000` and `no` are texts until somebody asks for something else.
        case text(String)
        case list([DocumentNode])
        case mapping([Pair])
        /// Nothing, `~` or `null`.
        case nothing
    }

    struct Pair {
        let key: String
        let line: Int
        let value: DocumentNode
    }

    let content: Content
    let line: Int
    var isLiteral = false

    /// In words, for a message.
    var kind: String {
        switch content {
        case .text: "a text"
        case .list: "a list"
        case .mapping: "a mapping"
        case .nothing: "nothing"
        }
    }
}
