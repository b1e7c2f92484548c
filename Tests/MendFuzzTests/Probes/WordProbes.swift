import Foundation
import MendText
import MendXML

@testable import MendCore
@testable import MendExport
@testable import MendDelivery

/// Words on their way out.
enum WordProbes {
    static func plainText(_ text: String) throws(Broken) {
        let plain = PlainText(text)
        try require(isSame(PlainText(plain.string).string, plain.string), "cleaned twice is another text")
        try require(plain.string.unicodeScalars.allSatisfy(isPlain), "a character that no format takes")
        try require(!plain.oneLine.string.utf8.contains(0x0A) && !plain.summary.string.utf8.contains(0x0A), "two lines")
        // By bytes: to Swift, "<p>" and a combining mark is not "<p>".
        var html = Array(HTMLText.rendering(of: plain).utf8)[...]
        while let byte = html.first {
            let mark = marks.first { html.starts(with: $0) }
            try require(mark != nil || !"<>\"'".utf8.contains(byte), "a mark in HTML")
            html = html.dropFirst(mark?.count ?? 1)
        }
    }

    private static let marks = ["<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<br>"].map { Array($0.utf8) }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// RFC 5545: lines of at most 75 octets, whole characters, and the text back once unfolded and unescaped.
    static func calendar(_ text: String) throws(Broken) {
        let plain = PlainText(text)
        let lines = ICalendarWriter.bytes(of: Summary(text: plain)).split(
            separator: 0x0A, omittingEmptySubsequences: false)
        var value: [UInt8] = []
        for line in lines.dropFirst().dropLast(2) {
            try require(line.last == 0x0D && line.count <= 76, "a line that is too long")
            try require(String(validating: line, as: UTF8.self) != nil, "a line that cuts a character")
            value += line.first == 0x20 ? line.dropFirst().dropLast() : line.dropLast()
        }
        var read: [UInt8] = []
        var rest = value.dropFirst("SUMMARY:".utf8.count)
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                read.append(byte)
                continue
            }
            guard let next = rest.popFirst() else { throw Broken("a backslash at the end") }
            read.append(next == UInt8(ascii: "n") ? 0x0A : next)
        }
        try require(read == Array(plain.string.utf8), "another text")
    }

    /// XML 1.0: what is written is read again.
    static func feed(_ text: String) throws(Broken) {
        let allowed = text.unicodeScalars.filter { scalar in
            scalar.value >= 0x20 && ![0xFFFE, 0xFFFF].contains(scalar.value) || "\t\n\r".unicodeScalars.contains(scalar)
        }
        do {
            let writer = try XMLDocumentWriter()
            try writer.element("a", [("b", text)], text: text)
            let root = try XMLReader().root(of: writer.finish())
            try require(isSame(root.text, String(String.UnicodeScalarView(allowed))), "another text")
            try require(isSame(root.attribute("b"), root.text), "another attribute")
        } catch let broken as Broken {
            throw broken
        } catch {
            throw Broken("not read again: \(error)")
        }
    }

    /// RFC 2047: what is encoded is decoded again, on short lines.
    static func subject(_ text: String) throws(Broken) {
        let lines = MailMessage.encoded(text, after: 9).utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        var read: [UInt8] = []
        for (index, line) in lines.enumerated() {
            try require(line.count <= (index == 0 ? 67 : 76), "a line that is too long")
            try require(line.allSatisfy { (0x20...0x7E).contains($0) }, "a character that no header takes")
            let word = String(decoding: index == 0 ? line[...] : line.dropFirst(), as: UTF8.self)
            guard word.hasPrefix("=?utf-8?B?"), word.hasSuffix("?=") else {
                try require(lines.count == 1 && !word.contains("=?"), "a word that is not encoded")
                read += Array(word.utf8)
                continue
            }
            guard let data = Data(base64Encoded: String(word.dropFirst(10).dropLast(2))),
                String(validating: data, as: UTF8.self) != nil
            else { throw Broken("a word that cuts a character") }
            read += data
        }
        try require(read == Array(text.utf8), "another subject")
    }

    /// No word is lost, and each mark is escaped.
    static func markdown(_ text: String) throws(Broken) {
        let plain = PlainText(text).string
        let written = MarkdownText.paragraphs(plain)
        var read: [Unicode.Scalar] = []
        var isEscaped = false
        for scalar in written.unicodeScalars {
            if scalar == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            try require(isEscaped || !"`*_[]<>&#|~".unicodeScalars.contains(scalar), "a mark that is not escaped")
            isEscaped = false
            read.append(scalar)
        }
        try require(words(String(String.UnicodeScalarView(read))) == words(plain), "other words")
    }

    static func json(_ text: String) throws(Broken) {
        for line in [JSONText.array([.string(text)]).line, JSONText.array([.string(text)]).page] {
            let read = try? JSONDecoder().decode([String].self, from: Data(line.utf8))
            try require(isSame(read?.first, text), "another text")
        }
        let object = JSONText.object([(key: text, value: .string(text))]).line
        let read = try? JSONDecoder().decode([String: String].self, from: Data(object.utf8))
        try require(isSame(read?.first?.key, text) && isSame(read?.first?.value, text), "another member")
    }

    static func layout(_ text: String) throws(Broken) {
        let plain = PlainText(text).string
        for (width, indent) in [(20, 0), (80, 2)] {
            let wrapped = TextLayout.wrap(plain, width: width, indent: indent)
            try require(words(wrapped) == words(plain), "other words")
            for line in wrapped.split(separator: "\n") where TextLayout.columns(line) > width {
                try require(words(String(line)).count <= 2, "a line that is too wide")
            }
        }
    }

    private static func words(_ text: String) -> [[UInt8]] {
        text.utf8.split { $0 == 0x20 || $0 == 0x0A }.map(Array.init)
    }
}

/// An event with one property.
private struct Summary: ComponentTree {
    let text: PlainText
    let expectedOctets = 0

    func write<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
        try writer.begin("VEVENT")
        try writer.property("SUMMARY", .text(text))
        try writer.end("VEVENT")
    }
}
