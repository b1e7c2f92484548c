import HTTPTypes

/// Which methods each address takes, so that a wrong method can be told apart from a wrong address.
struct MethodTable: Sendable {
    private var entries: [(pattern: [String], method: HTTPRequest.Method)] = []

    init() {}

    /// - Parameter posted: addresses that take a form.
    init(posted: [String]) {
        for path in posted { add(path, .post) }
    }

    mutating func add(_ path: String, _ method: HTTPRequest.Method) {
        entries.append((Self.parts(path), method))
    }

    func methods(at path: String) -> [HTTPRequest.Method] {
        let parts = Self.parts(path)
        let found = entries.filter { Self.matches($0.pattern, parts) }.map(\.method)
        return found.contains(.get) ? [.get, .head] + found.filter { $0 != .get } : found
    }

    private static func matches(_ pattern: [String], _ parts: [String]) -> Bool {
        if pattern.last == "**" {
            return parts.count >= pattern.count
                && matches(Array(pattern.dropLast()), Array(parts.prefix(pattern.count - 1)))
        }
        return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }

    private static func parts(_ path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }
}
