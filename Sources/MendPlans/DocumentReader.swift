internal import Yams

/// YAML to nodes with lines. It refuses what a plan never needs and what could be made to exhaust the machine: anchors,
/// aliases, tags, deep nesting and very long documents.
enum DocumentReader {
    static let byteLimit = 4 << 20
    static let depthLimit = 20

    /// The document's root; nil when it is empty or `faults` tell why it cannot be read.
    static func root(of document: PlanDocument, faults: inout [PlanFault]) -> DocumentNode? {
        func fault(_ line: Int, _ message: String, _ suggestion: String) {
            faults.append(PlanFault(path: document.path, line: line, message: message, suggestion: suggestion))
        }
        var text = document.text
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        guard text.utf8.count <= byteLimit else {
            fault(1, "longer than 4 MB", "divide it into several files")
            return nil
        }
        guard !hasManyAliases(text) else {
            fault(1, "aliases (*name) are not used here", "write each text out")
            return nil
        }
        do {
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            // The parser owns the anchors; a node only borrows them.
            return try withExtendedLifetime(parser) {
                try parser.singleRoot().map { try node($0, depth: 1) }
            }
        } catch let refusal as Refusal {
            fault(refusal.line, refusal.message, refusal.suggestion)
        } catch let error as YamlError {
            let refusal = Refusal(error, in: text)
            fault(refusal.line, refusal.message, refusal.suggestion)
        } catch {
            fault(1, "cannot be read as YAML", Refusal.quotes)
        }
        return nil
    }

    private static func node(_ node: Node, depth: Int) throws(Refusal) -> DocumentNode {
        let line = node.mark?.line ?? 1
        guard depth <= depthLimit else {
            throw Refusal(line: line, message: "nested more than 20 deep", suggestion: "write it flat")
        }
        guard node.anchor == nil else {
            throw Refusal(line: line, message: "anchors (&name) are not used here", suggestion: "write each text out")
        }
        switch node {
        case .scalar(let scalar):
            try check(scalar.tag, .str, line)
            let isNothing = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
            return DocumentNode(
                content: isNothing ? .nothing : .text(scalar.string), line: line, isLiteral: scalar.style == .literal)
        case .sequence(let sequence):
            try check(sequence.tag, .seq, line)
            var items: [DocumentNode] = []
            for item in sequence { items.append(try Self.node(item, depth: depth + 1)) }
            return DocumentNode(content: .list(items), line: line)
        case .mapping(let mapping):
            try check(mapping.tag, .map, line)
            var pairs: [DocumentNode.Pair] = []
            for (key, value) in mapping {
                let keyLine = key.mark?.line ?? line
                guard case .text(let name) = try Self.node(key, depth: depth + 1).content else {
                    throw Refusal(line: keyLine, message: "a key is not a word", suggestion: "write key: value")
                }
                pairs.append(.init(key: name, line: keyLine, value: try Self.node(value, depth: depth + 1)))
            }
            return DocumentNode(content: .mapping(pairs), line: line)
        case .alias:
            throw Refusal(line: line, message: "aliases (*name) are not used here", suggestion: "write each text out")
        }
    }

    private static func check(_ tag: Tag, _ own: Tag.Name, _ line: Int) throws(Refusal) {
        // Yams gives quoted scalars, and nodes that it has compared, the tag of their own kind.
        guard tag == Tag(.implicit) || tag == Tag(own) else {
            throw Refusal(line: line, message: "tags (!name) are not used here", suggestion: "leave the tag out")
        }
    }

    /// Whether there may be so many aliases that their expansion grows out of hand before the nodes can be looked at (Yams
    /// compares the keys of each mapping while it reads). Fewer are found by their anchors, with their line.
    private static func hasManyAliases(_ text: String) -> Bool {
        var count = 0
        var last = UInt8(ascii: "\n")
        var lastInk = last
        var inkBeforeStar = last
        // What may stand before an alias; the last three end YAML's other line breaks (U+0085, U+2028, U+2029).
        let openings = Array("\n\r-?:,[{".utf8) + [0x85, 0xA8, 0xA9]
        for byte in text.utf8 {
            // A word before the star makes it part of a text.
            if last == UInt8(ascii: "*"), byte > 0x2F || byte == 0x2D, openings.contains(inkBeforeStar) { count += 1 }
            if byte == UInt8(ascii: "*") { inkBeforeStar = lastInk }
            if byte != 0x20, byte != 0x09 { lastInk = byte }
            last = byte
        }
        return count > 8
    }
}

/// Why a document cannot be read.
private struct Refusal: Error {
    let line: Int
    let message: String
    let suggestion: String

    static let quotes =
        "put a text that holds \": \" or \" #\", or begins with a sign, in double quotes, and indent by two spaces"
}

extension Refusal {
    init(_ error: YamlError, in text: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            self.init(line: mark.line, message: "cannot be read as YAML: \(problem)", suggestion: Self.quotes)
        case .composer(_, let problem, let mark, _) where problem.contains("alias"):
            self.init(line: mark.line, message: "aliases (*name) are not used here", suggestion: "write each text out")
        case .composer(_, _, let mark, _):
            self.init(line: mark.line, message: "a second document (---)", suggestion: "put it into a file of its own")
        case .reader(_, let offset, _, _):
            let start = text.prefix(offset ?? 0)
            self.init(
                line: 1 + start.utf8.count { $0 == 0x0A }, message: "holds a character that YAML does not allow",
                suggestion: "leave it out")
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            let second = Self.line(of: key, after: context.mark, in: text)
            self.init(
                line: second ?? context.mark.line, message: "key \"\(key)\" stands here twice",
                suggestion: second == nil ? "keep one" : "keep one (the other is on line \(context.mark.line))")
        default:
            self.init(line: 1, message: "cannot be read as YAML", suggestion: Self.quotes)
        }
    }

    /// The next line on which a key stands in the same column.
    private static func line(of key: String, after mark: Mark, in text: String) -> Int? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.dropFirst(mark.line).first { index in
            lines[index].dropFirst(mark.column - 1).hasPrefix("\(key):")
        }.map { $0 + 1 }
    }
}
