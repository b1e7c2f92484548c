import MendCore

/// Instants and durations as a calendar writes them. The last of each is kept: DTSTAMP and LAST-MODIFIED are the same, and so
/// are most lengths.
struct TimeOctets {
    private var last = (instant: Instant(seconds: 0), octets: format(Instant(seconds: 0)))
    private var lastDuration = (seconds: 0, text: "PT0S")

    /// In UTC, such as `20260105T230000Z` (RFC 5545 §3.3.5).
    @inline(__always)
    mutating func octets(of instant: Instant) -> ByteBlock {
        if last.instant != instant { last = (instant, Self.format(instant)) }
        return last.octets
    }

    /// Such as `-PT5M` (RFC 5545 §3.3.6).
    @inline(__always)
    mutating func text(ofDuration seconds: Int) -> String {
        // An alarm at the start.
        if seconds == 0 { return "PT0S" }
        if lastDuration.seconds != seconds { lastDuration = (seconds, TimeText.duration(seconds)) }
        return lastDuration.text
    }

    private static func format(_ instant: Instant) -> ByteBlock {
        let (day, seconds) = utc.reading(at: instant)
        let date = day.date
        var octets = ByteBlock(repeating: UInt8(ascii: "T"))
        octets.write(date.year * 10_000 + date.month * 100 + date.day, at: 0..<8)
        octets.write(seconds / 3600 * 10_000 + seconds / 60 % 60 * 100 + seconds % 60, at: 9..<15)
        octets[15] = UInt8(ascii: "Z")
        return octets
    }

    private static let utc = Zone(identifier: "UTC", initialOffset: 0, changes: [])
}

extension ByteBlock {
    /// Writes a number's last digits, as many as there are places.
    fileprivate mutating func write(_ number: Int, at places: Range<Int>) {
        var rest = number
        for place in places.reversed() {
            self[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }
}
