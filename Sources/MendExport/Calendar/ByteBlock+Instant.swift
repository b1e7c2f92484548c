import MendCore

extension ByteBlock {
    /// An instant as a calendar writes it, in UTC: `20260105T230000Z` (RFC 5545 §3.3.5).
    init(_ instant: Instant) {
        let (day, seconds) = Self.utc.reading(at: instant)
        let date = day.date
        let clock = seconds / 3600 * 10_000 + seconds / 60 % 60 * 100 + seconds % 60
        let low = Self.digits(date.year * 10_000 + date.month * 100 + date.day, count: 8)
        let high = UInt64(UInt8(ascii: "T")) | Self.digits(clock, count: 6) << 8 | UInt64(UInt8(ascii: "Z")) << 56
        self = unsafeBitCast(SIMD2(low.littleEndian, high.littleEndian), to: ByteBlock.self)
    }

    /// A number's last digits as text, the first of them in the lowest byte.
    private static func digits(_ number: Int, count: Int) -> UInt64 {
        var (rest, word) = (UInt32(number), UInt64(0))
        for _ in 0..<count {
            word = word << 8 | UInt64(UInt8(ascii: "0")) + UInt64(rest % 10)
            rest /= 10
        }
        return word
    }

    private static let utc = Zone(identifier: "UTC", initialOffset: 0, changes: [])
}
