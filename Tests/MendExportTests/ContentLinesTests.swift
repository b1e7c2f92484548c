import MendCore
import Testing

@testable import MendExport

/// Every character that needs a look, at every place of a line and of the word that is looked at.
@Suite struct ContentLinesTests {
    @Test(arguments: [
        (",", "\\,"), (";", "\\;"), ("\\", "\\\\"), ("\n", "\\n"), ("é", "é"), ("日", "日"), ("🌱", "🌱"), ("x", "x"),
    ])
    func escapesAndFoldsEverywhere(character: String, escaped: String) throws {
        for before in 0...160 {
            let (head, tail) = (String(repeating: "a", count: before), String(repeating: "b", count: 90))
            let calendar = OneProperty("X", "NOTE", .text(PlainText(head + character + character + tail)))
            let text = String(decoding: ICalendarWriter.bytes(of: calendar), as: UTF8.self)
            let lines = text.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
            #expect(lines.allSatisfy { $0.utf8.count <= 75 })
            #expect(
                text.replacing("\r\n ", with: "")
                    == "BEGIN:X\r\nNOTE:\(head)\(escaped)\(escaped)\(tail)\r\nEND:X\r\n")
            // No fold inside an escape.
            #expect(!lines.contains { $0.hasSuffix("\\") && !$0.hasSuffix("\\\\") })
        }
    }
}
