import Foundation
import MendCore
import MendExport

/// A mail with the same items as text and as HTML (RFC 5322, RFC 2046 §5.1.4).
///
/// Its Message-ID follows from the items, so a second copy can be told. Lines end in LF, as programs that take what sendmail
/// takes expect on their standard input.
struct MailMessage {
    let bytes: [UInt8]

    /// - Parameters:
    ///   - address: whom it is to, and from: a household writes to itself.
    ///   - id: what it is about; the same id gives the same Message-ID.
    init(to address: String, subject: String, text: String, html: String, id: String, household: String, now: Instant) {
        let boundary = "mend-\(id)"
        let lines = [
            "From: mend <\(address)>",
            "To: <\(address)>",
            "Subject: \(Self.encoded(subject, after: 9))",
            "Date: \(TimeText.rfc822(now, utc: "+0000"))",
            "Message-ID: <\(id)@\(household).mend.invalid>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
            "",
            "--\(boundary)",
            Self.part("text/plain", text),
            "--\(boundary)",
            Self.part("text/html", html),
            "--\(boundary)--",
            "",
        ]
        bytes = Array(lines.joined(separator: "\n").utf8)
    }

    private static func part(_ type: String, _ content: String) -> String {
        let body = Data(content.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
        return "Content-Type: \(type); charset=utf-8\nContent-Transfer-Encoding: base64\n\n\(body)"
    }

    /// A header's text as encoded words, none of which splits a character, on lines of at most 76 (RFC 2047 §2, §5).
    /// - Parameter start: how many characters stand before it on its first line.
    static func encoded(_ text: String, after start: Int) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        if isPlain, text.utf8.count <= 60 { return text }
        var words: [String] = []
        var chunk: [UInt8] = []
        for character in text.unicodeScalars {
            let bytes = Array(String(character).utf8)
            // Three bytes make four of base64, and 12 frame them.
            let room = (76 - (words.isEmpty ? start : 1) - 12) / 4 * 3
            if chunk.count + bytes.count > room {
                words.append(word(chunk))
                chunk = []
            }
            chunk += bytes
        }
        return (words + [word(chunk)]).joined(separator: "\n ")
    }

    private static func word(_ bytes: [UInt8]) -> String {
        "=?utf-8?B?\(Data(bytes).base64EncodedString())?="
    }
}
