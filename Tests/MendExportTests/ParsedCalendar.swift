import Testing

/// A calendar read back from text (RFC 5545), strictly.
struct ParsedCalendar {
    enum Fault: Error {
        case noFinalLineEnd
        case bareLineEnd(String)
        case tooLong(Int)
        case notUTF8, blankLine
        case control(String)
        case badEscape(String)
        case noColon(String)
        case unbalanced(String)
    }

    final class Component {
        let name: String
        var properties: [(name: String, parameters: [String], value: String)] = []
        var components: [Component] = []

        init(name: String) { self.name = name }

        /// The value as written.
        subscript(name: String) -> String? { properties.first { $0.name == name }?.value }

        func text(_ name: String) throws -> String? { try self[name].map(ParsedCalendar.unescaped) }
    }

    let root: Component

    init(_ bytes: [UInt8]) throws {
        var unfolded: [[UInt8]] = []
        for line in try Self.lines(bytes) {
            if line.utf8.first == 0x20, !unfolded.isEmpty {
                unfolded[unfolded.count - 1] += line.utf8.dropFirst()
            } else {
                unfolded.append(Array(line.utf8))
            }
        }
        var stack = [Component(name: "")]
        for line in unfolded {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
                throw Fault.noColon(String(decoding: line, as: UTF8.self))
            }
            let head = String(decoding: line[..<colon], as: UTF8.self).split(separator: ";").map(String.init)
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
            switch head[0] {
            case "BEGIN": stack.append(Component(name: value))
            case "END":
                guard stack.count > 1, let done = stack.popLast(), done.name == value else {
                    throw Fault.unbalanced(value)
                }
                stack[stack.count - 1].components.append(done)
            default: stack[stack.count - 1].properties.append((head[0], Array(head.dropFirst()), value))
            }
        }
        guard stack.count == 1, stack[0].components.count == 1, stack[0].properties.isEmpty else {
            throw Fault.unbalanced("")
        }
        root = stack[0].components[0]
    }

    /// Physical lines; each must be valid by itself.
    static func lines(_ bytes: [UInt8]) throws -> [String] {
        guard bytes.suffix(2) == [0x0D, 0x0A] else { throw Fault.noFinalLineEnd }
        var lines: [String] = []
        var start = 0
        while start < bytes.count {
            guard let end = bytes[start...].firstIndex(of: 0x0D), bytes[end + 1] == 0x0A else {
                throw Fault.noFinalLineEnd
            }
            let line = bytes[start..<end]
            if line.isEmpty { throw Fault.blankLine }
            if line.count > 75 { throw Fault.tooLong(line.count) }
            guard let text = String(validating: line, as: UTF8.self) else { throw Fault.notUTF8 }
            for scalar in text.unicodeScalars where scalar != "\t" {
                if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) { throw Fault.control(text) }
            }
            lines.append(text)
            start = end + 2
        }
        return lines
    }

    /// RFC 5545 §3.3.11
    static func unescaped(_ text: String) throws -> String {
        var result: [UInt8] = []
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: ";"), UInt8(ascii: ","): throw Fault.badEscape(text)
            case UInt8(ascii: "\\"):
                switch bytes.next() {
                case UInt8(ascii: "n"): result.append(0x0A)
                case let next? where "\\;,".utf8.contains(next): result.append(next)
                default: throw Fault.badEscape(text)
                }
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
