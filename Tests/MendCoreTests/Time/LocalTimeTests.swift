import Foundation
import Testing

@testable import MendCore

@Suite struct LocalTimeTests {
    @Test(arguments: [
        ("00:00", 0, "00:00"), ("7:30", 450, "07:30"), ("07:30", 450, "07:30"), ("23:59", 1439, "23:59"),
        ("24:00", 1440, "24:00"),
    ])
    func readsHoursAndMinutes(_ text: String, minutes: Int, written: String) throws {
        let time = try LocalTime.written(text)
        #expect(time.minutes == minutes)
        #expect(time.seconds == minutes * 60)
        #expect(time.description == written)
    }

    @Test(arguments: [
        "", "7", "07:3", "07:60", "24:01", "25:00", "-1:00", "007:30", "07:30:00", " 07:30", "07.30", ":30", "07:",
    ])
    func refusesWhatIsNoTime(_ text: String) {
        #expect(LocalTime(text) == nil)
    }

    @Test func refusesMinutesOutsideTheDay() {
        #expect(LocalTime(minutes: -1) == nil)
        #expect(LocalTime(minutes: 1441) == nil)
        #expect(LocalTime(hour: 12, minute: 60) == nil)
    }

    @Test func encodesAsMinutesAndRefusesOthers() throws {
        let time = try LocalTime.written("07:30")
        #expect(try String(decoding: JSONEncoder().encode([time]), as: UTF8.self) == "[450]")
        #expect(try JSONDecoder().decode([LocalTime].self, from: Data("[450]".utf8)) == [time])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([LocalTime].self, from: Data("[1441]".utf8)) }
    }
}
