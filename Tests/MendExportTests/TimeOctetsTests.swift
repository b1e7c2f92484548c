import MendCore
import Testing

@testable import MendExport

struct TimeOctetsTests {
    @Test func writesEachInstantWhateverCameBefore() throws {
        var times = TimeOctets()
        let instants = [
            ("1970-01-01T00:00:00Z", "19700101T000000Z"), ("2026-01-05T18:00:00-05:00", "20260105T230000Z"),
            ("2026-01-05T18:00:00-05:00", "20260105T230000Z"), ("2028-02-29T23:59:59Z", "20280229T235959Z"),
            ("1969-12-31T23:59:59Z", "19691231T235959Z"),
        ]
        for (text, written) in instants {
            let octets = times.octets(of: try TestData.instant(text))
            #expect(String(decoding: (0..<16).map { octets[$0] }, as: UTF8.self) == written)
        }
    }

    @Test func writesEachDurationWhateverCameBefore() {
        var times = TimeOctets()
        let durations = [(0, "PT0S"), (-300, "-PT5M"), (-300, "-PT5M"), (0, "PT0S"), (3600, "PT1H"), (5400, "PT1H30M")]
        for (seconds, written) in durations { #expect(times.text(ofDuration: seconds) == written) }
    }
}
