import Testing

/// A calendar read back from text (RFC 5545), strictly.
struct ParsedCalendar {
    enum Fault: Error {
        case noFinalLineEnd, bareLineEnd(String), tooLong(Int), notUTF8, blankLine, control(String), badEscape(String)
        case noColon(String), unbalanced(String)
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
        var unfolded: [String] = []
        for line in try Self.lines(bytes) {
            if line.unicodeScalars.first == " ", !unfolded.isEmpty {
                unfolded[unfolded.count - 1].unicodeScalars.append(contentsOf: line.unicodeScalars.dropFirst())
            } else {
                unfolded.append(line)
            }
        }
        var stack = [Component(name: "")]
        for line in unfolded {
            guard let colon = line.unicodeScalars.firstIndex(of: ":") else { throw Fault.noColon(line) }
            let head = line[..<colon].split(separator: ";").map(String.init)
            let value = String(line.unicodeScalars[line.unicodeScalars.index(after: colon)...])
            switch head[0] {
            case "BEGIN": stack.append(Component(name: value))
            case "END":
                guard stack.count > 1, let done = stack.popLast(), done.name == value else { throw Fault.unbalanced(value) }
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
            guard let end = bytes[start...].firstIndex(of: 0x0D), bytes[end + 1] == 0x0A else { throw Fault.noFinalLineEnd }
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
        var result = String.UnicodeScalarView()
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            if scalar == ";" || scalar == "," { throw Fault.badEscape(text) }
            guard scalar == "\\" else {
                result.append(scalar)
                continue
            }
            switch scalars.next() {
            case "n": result.append("\n")
            case let next? where "\\;,".unicodeScalars.contains(next): result.append(next)
            default: throw Fault.badEscape(text)
            }
        }
        return String(result)
    }
}
