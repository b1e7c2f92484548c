import Foundation
import Testing

@testable import MendCore

@Suite struct JSONTextTests {
    private static let sample = JSONText.object([
        ("b", .number(-7)), ("a", .array([.null, .bool(true), .bool(false), .string("x")])), ("left out", nil),
        ("empty", .array([])),
        ("none", .object([])), ("in", .object([("k", .array([.number(1), .object([("deep", .string(""))])]))])),
    ])

    @Test func writesOneLineInTheGivenOrder() {
        #expect(
            Self.sample.line
                == #"{"b": -7, "a": [null, true, false, "x"], "empty": [], "none": {}, "in": {"k": [1, {"deep": ""}]}}"#
        )
    }

    @Test func writesAPageIndentedByTwo() {
        let expected = """
            {
              "b": -7,
              "a": [
                null,
                true,
                false,
                "x"
              ],
              "empty": [],
              "none": {},
              "in": {
                "k": [
                  1,
                  {
                    "deep": ""
                  }
                ]
              }
            }
            """
        #expect(Self.sample.page == expected)
    }

    @Test(arguments: [
        ("", #""""#), ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#), ("a/b", #""a/b""#), ("a\nb\r\tc", #""a\nb\r\tc""#),
        ("\u{0}\u{1F}\u{7F}\u{85}", "\"\\u0000\\u001f\\u007f\\u0085\""), ("\u{2028}\u{2029}", "\"\\u2028\\u2029\""),
        ("é 👩‍👧 عائشة", "\"é 👩‍👧 عائشة\""), ("\r\n", #""\r\n""#), ("e\u{301}", "\"e\u{301}\""),
    ])
    func escapesWhatMustNotStandInAString(_ text: String, expected: String) throws {
        #expect(JSONText.string(text).line.unicodeScalars.elementsEqual(expected.unicodeScalars))
        let read = try JSONSerialization.jsonObject(with: Data("[\(JSONText.string(text).line)]".utf8)) as? [String]
        #expect(try #require(read?.first).unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test func isReadBackByOtherReaders() throws {
        for text in [Self.sample.line, Self.sample.page] {
            let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            #expect(object?["b"] as? Int == -7)
            #expect(object?.count == 5)
        }
        #expect(JSONText.number(.min).line == "-9223372036854775808")
    }

    @Test func isEqualByWhatItWrites() {
        #expect(JSONText.object([("a", nil)]) == .object([]))
        #expect(JSONText.object([("a", .null)]) != .object([]))
        #expect(JSONText.object([("a", .null), ("b", .null)]) != .object([("b", .null), ("a", .null)]))
    }
}
