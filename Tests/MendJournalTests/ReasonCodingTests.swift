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

    /// Not as mend writes it, and the same JSON.
    @Test(arguments: [
        #"[{"cause":"space 3600","moved":600}]"#, #"[{"moved": 600, "cause": "space 3600"}]"#,
        #" [{"cause": "sp\u0061ce 3600", "moved": 600}]"#, #"[{"cause": "space 3600", "moved": 600, "more": "}"}]"#,
    ])
    func readsTheSameJSONWrittenOtherwise(_ text: String) {
        #expect(ReasonCoding.reasons(text) == [Reason(cause: .space(3_600), moved: 600)])
    }

    @Test(arguments: [
        "", "[", "[]]", "[{}]", #"[{"cause": "slot", "moved": 0}"#, #"[{"cause": "slot", "moved": 0}{}]"#,
        #"[{"cause": "slot", "moved": x}]"#, #"[{"cause": "none", "moved": 0}]"#,
    ])
    func refusesWhatIsNone(_ text: String) {
        #expect(ReasonCoding.reasons(text) == nil)
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
