import MendCore
import MendPush
import Testing

@testable import MendDelivery

@Suite struct PushCourierTests {
    @Test(arguments: [
        (1, nil, 60), (2, nil, 120), (5, nil, 960), (7, nil, 3840), (100, nil, 3840), (1, 600, 600), (7, 60, 3840),
        (1, 1_000_000, 86_400),
    ] as [(Int, Int?, Int)])
    func waitsLongerFromTimeToTimeAndAsLongAsAsked(_ failures: Int, _ asked: Int?, _ seconds: Int) {
        #expect(PushCourier.pause(failures: failures, asked: asked) == seconds)
    }

    @Test(arguments: [
        ("120", 120), ("0", nil), ("-5", nil), ("soon", nil), ("Mon, 05 Jan 2026 15:01:00 GMT", 60),
        ("Mon, 05 Jan 2026 14:59:00 GMT", nil), ("Monday, 05-Jan-26 15:01:00 GMT", nil), ("", nil),
        ("99999999999999999999", nil),
    ] as [(String, Int?)])
    func readsWhenToComeBack(_ header: String, _ seconds: Int?) throws {
        let now = try #require(TimeText.instant(rfc3339: "2026-01-05T15:00:00Z"))
        #expect(PushSender.seconds(retryAfter: header, now: now) == seconds)
    }

    /// Apple answers BadJwtToken to what is not out on the internet.
    @Test(arguments: [
        ("https://mend.example.org", "https://mend.example.org"),
        ("https://mend.example.org:8443", "https://mend.example.org:8443"),
        ("http://127.0.0.1:8420", "mailto:nobody@example.org"), ("http://localhost:8420", "mailto:nobody@example.org"),
        ("https://localhost", "mailto:nobody@example.org"), ("https://192.168.1.7", "mailto:nobody@example.org"),
    ])
    func namesWhomToAsk(_ base: String, _ contact: String) {
        #expect(PushCourier.contact(base) == contact)
    }
}
