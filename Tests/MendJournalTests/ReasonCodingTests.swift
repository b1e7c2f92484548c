import MendCore
import Testing

@testable import MendJournal

@Suite struct ReasonCodingTests {
    @Test func readsWhatItWrites() {
        let reasons = [
            Reason(cause: .space(3_600), moved: 600), Reason(cause: .spacing(.days(7)), moved: -60),
            Reason(cause: .goodTime, moved: 0), Reason(cause: .pause, moved: 60),
            Reason(cause: .redThermometer, moved: 1_200), Reason(cause: .hold, moved: 60),
        ]
        #expect(ReasonCoding.reasons(ReasonCoding.json(reasons).line) == reasons)
    }

    /// Sums of what moved an item would overflow.
    @Test(arguments: [
        #"[{"cause": "slot", "moved": 9223372036854775807}, {"cause": "slot", "moved": 9223372036854775807}]"#,
        #"[{"cause": "slot", "moved": -9223372036854775808}]"#, #"[{"cause": "slot", "moved": 1000000000000}]"#,
        #"[{"cause": "space 9223372036854775807", "moved": 0}]"#, #"[{"cause": "space -1", "moved": 0}]"#,
        #"[{"cause": "spacing 9223372036854775807d", "moved": 0}]"#, #"[{"cause": "spacing -1s", "moved": 0}]"#,
        #"[{"cause": "daily-cap -9223372036854775808", "moved": 0}]"#,
        "[" + Array(repeating: #"{"cause": "slot", "moved": 0}"#, count: 101).joined(separator: ",") + "]",
    ])
    func refusesWhatNoItemHas(_ text: String) {
        #expect(ReasonCoding.reasons(text) == nil)
    }
}
