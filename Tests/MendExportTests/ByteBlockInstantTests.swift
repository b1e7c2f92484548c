import MendCore
import Testing

@testable import MendExport

struct ByteBlockInstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", "19700101T000000Z"), ("2026-01-05T18:00:00-05:00", "20260105T230000Z"),
        ("2028-02-29T23:59:59Z", "20280229T235959Z"), ("1969-12-31T23:59:59Z", "19691231T235959Z"),
        ("2199-12-31T09:08:07Z", "21991231T090807Z"),
    ])
    func writesAnInstantInUTC(text: String, written: String) throws {
        let octets = ByteBlock(try TestData.instant(text))
        #expect(String(decoding: (0..<16).map { octets[$0] }, as: UTF8.self) == written)
    }

    /// Whatever the duration before was.
    @Test func writesEachDuration() {
        let durations = [(0, "PT0S"), (-300, "-PT5M"), (-300, "-PT5M"), (0, "PT0S"), (3600, "PT1H"), (5400, "PT1H30M")]
        let text = String(decoding: ICalendarWriter.bytes(of: Durations(seconds: durations.map(\.0))), as: UTF8.self)
        let lines = durations.map { "TRIGGER:\($0.1)\r\n" }
        #expect(text == "BEGIN:X\r\n\(lines.joined())END:X\r\n")
    }

    private struct Durations: ComponentTree {
        let seconds: [Int]
        let expectedOctets = 0

        func write<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
            try writer.begin("X")
            for seconds in seconds { try writer.property("TRIGGER", .duration(seconds)) }
            try writer.end("X")
        }
    }
}
