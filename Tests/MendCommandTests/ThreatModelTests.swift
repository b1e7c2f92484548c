import Foundation
import Testing

/// The threat model names tests; each of them is there.
@Suite struct ThreatModelTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func namesTestsThatAreThere() throws {
        let document = Self.root.appending(path: "Sources/mend/mend.docc/Threats.md")
        let rows = try String(contentsOf: document, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("| ") }
        let names = rows.compactMap { $0.split(separator: "|").last }
            .flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.output.1) } }
        #expect(names.count > 80)
        let tests = try Self.files()
        let missing = Set(names).filter { name in !tests.contains { Self.isThere(name, in: $0) } }
        #expect(missing.sorted() == [])
    }

    /// - Parameter name: `Suite.function`, or what a check in Python is called.
    private static func isThere(_ name: String, in file: (name: String, text: String)) -> Bool {
        if let test = name.wholeMatch(of: /(\w+Tests)\.(\w+)/) {
            return file.name == "\(test.output.1).swift" && file.text.contains("func \(test.output.2)(")
        }
        return file.name.hasSuffix(".py") && (file.text.contains("\"\(name)\": ") || file.text.contains("def \(name)("))
    }

    private static func files() throws -> [(name: String, text: String)] {
        let tests = root.appending(path: "Tests")
        return try FileManager.default.subpathsOfDirectory(atPath: tests.path)
            .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".py") }
            .map { (URL(filePath: $0).lastPathComponent, try String(contentsOf: tests.appending(path: $0), encoding: .utf8)) }
    }
}
