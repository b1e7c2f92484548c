import Foundation
import MendCore
import Testing

@testable import MendDelivery

@Suite struct MailMessageTests {
    @Test(arguments: [
        ("A way back", "A way back"),
        ("A way back · Ada", "=?utf-8?B?QSB3YXkgYmFjayDCtyBBZGE=?="),
        ("=?utf-8?Q?no?=", "=?utf-8?B?PT91dGYtOD9RP25vPz0=?="),
        ("a\u{0}b", "=?utf-8?B?YQBi?="),
    ])
    func encodesAHeaderOnlyWhereItMust(_ text: String, _ header: String) {
        #expect(MailMessage.encoded(text, after: 9) == header)
    }

    /// RFC 2047 §2: at most 75 characters a word; §5: no character in two words.
    @Test(arguments: [String(repeating: "👩‍👧‍👦", count: 40), String(repeating: "a long title ", count: 20)])
    func foldsALongHeader(_ text: String) throws {
        let words = MailMessage.encoded(text, after: 9).split(separator: "\n ")
        #expect("Subject: \(words[0])".utf8.count <= 76)
        #expect(words.count > 1)
        var read = ""
        for word in words {
            #expect(word.utf8.count <= 75)
            let base64 = word.dropFirst("=?utf-8?B?".count).dropLast(2)
            let bytes = try #require(Data(base64Encoded: String(base64)))
            read += try #require(String(bytes: bytes, encoding: .utf8))
        }
        #expect(read == text)
    }

    @Test func isAWholeMessage() {
        let message = MailMessage(
            to: "me@example.org", subject: "A way back", text: "One.\n", html: "<p>One.</p>\n", id: "00ff",
            household: "k7Qm2xW9", now: Instant(seconds: 1_767_654_000))
        #expect(
            String(decoding: message.bytes, as: UTF8.self) == """
                From: mend <me@example.org>
                To: <me@example.org>
                Subject: A way back
                Date: Mon, 05 Jan 2026 23:00:00 +0000
                Message-ID: <00ff@k7Qm2xW9.mend.invalid>
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="mend-00ff"

                --mend-00ff
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                T25lLgo=
                --mend-00ff
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: base64

                PHA+T25lLjwvcD4K
                --mend-00ff--

                """)
    }

    @Test(arguments: [
        ("me@example.org", true), ("zoë@exämple.org", true), ("me", false), ("a@b@c", false), ("@b", false),
        ("a@", false), ("a b@c", false), ("a@b\nBcc: c@d", false), ("-oQ/tmp@x", false), ("a,b@c", false), ("", false),
    ])
    func knowsAnAddress(_ text: String, _ isOne: Bool) {
        #expect(Channel.isMailAddress(text) == isOne)
    }
}
