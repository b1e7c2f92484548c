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

    /// Of each length, with what is escaped at each place: the last block is read otherwise, and a short text once more.
    @Test func writesTextsOfEachLength() {
        for length in 0...40 {
            for place in 0..<max(length, 1) {
                var characters = Array(repeating: "a", count: length)
                if length > 0 { characters[place] = ";" }
                let calendar = OneProperty("X", "NOTE", .text(PlainText(characters.joined())))
                let text = String(decoding: ICalendarWriter.bytes(of: calendar), as: UTF8.self)
                let escaped = characters.map { $0 == ";" ? "\\;" : $0 }.joined()
                #expect(text == "BEGIN:X\r\nNOTE:\(escaped)\r\nEND:X\r\n")
            }
        }
    }

    /// Where nearly all is escaped, the guess at the size is far too low.
    @Test(arguments: [0, 1, 15, 16, 17, 1_000, 100_000])
    func makesRoomForEscapes(_ count: Int) {
        let calendar = OneProperty("X", "NOTE", .text(PlainText(String(repeating: ",", count: count))))
        let text = String(decoding: ICalendarWriter.bytes(of: calendar), as: UTF8.self)
        #expect(
            text.replacing("\r\n ", with: "")
                == "BEGIN:X\r\nNOTE:\(String(repeating: "\\,", count: count))\r\nEND:X\r\n")
    }

    @Test func foldsAnIdentifierBetweenItsParts() {
        for length in 0...80 {
            let head = String(repeating: "a", count: length)
            let calendar = OneProperty("X", "UID", .identifier(PlainText(head), suffix: PlainText(".home,@mend")))
            let text = String(decoding: ICalendarWriter.bytes(of: calendar), as: UTF8.self)
            #expect(text.replacing("\r\n ", with: "") == "BEGIN:X\r\nUID:\(head).home\\,@mend\r\nEND:X\r\n")
            #expect(text.utf8.split(separator: 0x0A).allSatisfy { $0.count <= 76 })
        }
    }
}
