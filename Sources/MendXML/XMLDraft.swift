internal import CLibXML2

/// What the writer knows of the elements that have begun, and the piece that it puts together next: an element with its text,
/// or the line on which another one begins or ends. Each step hands its piece over, and returns libxml2's status.
struct XMLDraft: ~Copyable {
    private let isIndented: Bool
    private var path: [Level] = []
    private var piece = XMLPiece()

    private struct Level {
        let name: String
        var hasText = false
        var hasElements = false
    }

    init(isIndented: Bool) {
        self.isIndented = isIndented
    }

    /// Whether no element has begun.
    var isEmpty: Bool { path.isEmpty }

    /// Of the element that is being written; empty before the root.
    var name: String { path.last?.name ?? "" }

    mutating func begin(_ name: String, handingOverTo writer: xmlTextWriterPtr) -> Int32 {
        let isRoot = path.isEmpty
        if !isRoot { beginElement() }
        path.append(Level(name: name))
        return isRoot ? 0 : handOver(to: writer)
    }

    mutating func end(handingOverTo writer: xmlTextWriterPtr) -> Int32 {
        let level = path.removeLast()
        guard level.hasElements, !level.hasText else { return 0 }
        beginLine()
        return handOver(to: writer)
    }

    mutating func element(
        _ name: String, _ attributes: [XMLDocumentWriter.Attribute], _ text: String,
        handingOverTo writer: xmlTextWriterPtr
    ) -> Int32 {
        beginElement()
        piece.append("<")
        piece.append(name)
        for attribute in attributes {
            guard let value = attribute.value else { continue }
            piece.append(" ")
            piece.append(attribute.name)
            piece.append("=\"")
            piece.append(escaping: value, isValue: true)
            piece.append("\"")
        }
        if text.isEmpty {
            piece.append("/>")
        } else {
            piece.append(">")
            piece.append(escaping: text)
            piece.append("</")
            piece.append(name)
            piece.append(">")
        }
        return handOver(to: writer)
    }

    mutating func text(_ text: String, handingOverTo writer: xmlTextWriterPtr) -> Int32 {
        path[path.count - 1].hasText = true
        piece.append(escaping: text)
        return handOver(to: writer)
    }

    private mutating func beginElement() {
        path[path.count - 1].hasElements = true
        if !path[path.count - 1].hasText { beginLine() }
    }

    private mutating func beginLine() {
        guard isIndented else { return }
        piece.append("\n")
        for _ in path { piece.append(" ") }
    }

    private mutating func handOver(to writer: xmlTextWriterPtr) -> Int32 {
        let status = piece.withBytes { $1 == 0 ? 0 : xmlTextWriterWriteRawLen(writer, $0, $1) }
        piece.removeAll()
        return status
    }
}
