import MendCore
import Testing

@testable import MendExport

/// Every character that needs a look, at every place of a line and of the block that is looked at.
@Suite struct ContentLineTests {
    @Test func foldsAt75OctetsBeforeAWholeCharacter() {
        let text = String(repeating: "a", count: 69) + "é, " + String(repeating: "b", count: 71) + "🌱;"
        let bytes = ICalendarWriter.bytes(of: OneProperty("X", "NOTE", .text(PlainText(text))))
        let lines = [
            "BEGIN:X",
            // 74 octets: the next character has two.
            "NOTE:" + String(repeating: "a", count: 69),
            // 75 octets.
            " é\\, " + String(repeating: "b", count: 69),
            " bb🌱\\;",
            "END:X", "",
        ]
        #expect(bytes == Array(lines.joined(separator: "\r\n").utf8))
    }

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
            // No line ends before it must: the next character has four octets at most.
            #expect(lines.dropFirst().dropLast(2).allSatisfy { $0.utf8.count >= 72 })
            #expect(
                text.replacing("\r\n ", with: "")
                    == "BEGIN:X\r\nNOTE:\(head)\(escaped)\(escaped)\(tail)\r\nEND:X\r\n")
            // No fold inside an escape.
            #expect(!lines.contains { $0.hasSuffix("\\") && !$0.hasSuffix("\\\\") })
        }
    }

    /// Of each length, with what is escaped at each place: the last block is read otherwise.
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

    /// Where all is escaped, a line takes more than twice the octets of its text.
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

    @Test(arguments: [
        ("https://example.org/a?b=1,2;c", "https://example.org/a?b=1,2;c"),
        ("https://example.org/a\r\nATTENDEE:x", "https://example.org/aATTENDEE:x"), ("a b\u{7F}é\u{0}c", "abc"),
    ])
    func writesAnAddressInVisibleASCII(address: String, written: String) {
        let bytes = ICalendarWriter.bytes(of: OneProperty("X", "URL", .uri(address)))
        #expect(String(decoding: bytes, as: UTF8.self) == "BEGIN:X\r\nURL:\(written)\r\nEND:X\r\n")
    }

    @Test(arguments: 70...80)
    func foldsALongAddress(length: Int) {
        let address = String(repeating: "a", count: length)
        let bytes = ICalendarWriter.bytes(of: OneProperty("X", "URL", .uri(address)))
        let folded = length > 71 ? "\(address.prefix(71))\r\n \(address.dropFirst(71))" : address
        #expect(String(decoding: bytes, as: UTF8.self) == "BEGIN:X\r\nURL:\(folded)\r\nEND:X\r\n")
    }
}
