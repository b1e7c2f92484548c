#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The keys of the objects in a line of JSON. A decoder takes one of two values with the same key and says nothing of the other.
struct JSONKeys {
    private let bytes: [UInt8]
    private var position = 0

    init(_ line: Data) {
        bytes = Array(line)
    }

    /// The first key that stands twice in one object, however its characters are written; nil: none does.
    /// - Precondition: the line is JSON. In anything else it finds what it finds.
    mutating func repeated() -> String? {
        // Of each object that is open, its keys; nil for a list.
        var open: [Set<String>?] = []
        var isKeyNext = false
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "{"):
                open.append([])
                isKeyNext = true
            case UInt8(ascii: "["):
                open.append(nil)
                isKeyNext = false
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = open.popLast()
                isKeyNext = false
            case UInt8(ascii: ","): isKeyNext = open.last.map { $0 != nil } ?? false
            case UInt8(ascii: "\""):
                let text = string()
                guard isKeyNext, let key = text else { continue }
                isKeyNext = false
                let isNew = open[open.count - 1]?.insert(key).inserted ?? true
                if !isNew { return key }
            default: continue
            }
        }
        return nil
    }

    /// What stands up to the next quotation mark, which is passed over; nil where it is no text.
    private mutating func string() -> String? {
        let begin = position - 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\\") { position += 1 }
            if byte == UInt8(ascii: "\"") { break }
        }
        let end = min(position, bytes.count)
        return try? JSONDecoder().decode(String.self, from: Data(bytes[begin..<end]))
    }
}
