import MendCore

/// Dates of HTTP headers (RFC 9110 §5.6.7).
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Reads what `TimeText.rfc822` writes and the two old ones: `Monday, 05-Jan-26 23:00:00 GMT`, `Mon Jan  5 23:00:00 2026`.
    static func instant(_ text: String) -> Instant? {
        let words = text.split { " ,-".contains($0) }.map(String.init)
        switch words.count {
        case 6 where words[5] == "GMT": return instant(day: words[1], month: words[2], year: words[3], clock: words[4])
        case 5: return instant(day: words[2], month: words[1], year: words[4], clock: words[3])
        default: return nil
        }
    }

    private static func instant(day: String, month: String, year: String, clock: String) -> Instant? {
        let parts = clock.split(separator: ":").compactMap { Int($0) }
        guard let day = Int(day), let month = months.firstIndex(of: month), var year = Int(year), parts.count == 3,
            (0..<24).contains(parts[0]), (0..<60).contains(parts[1]), (0...60).contains(parts[2])
        else { return nil }
        // Two digits belong to the last century when they would be far ahead.
        if year < 100 { year += year < 70 ? 2000 : 1900 }
        // The last second of 9999 may be one that leads into a year that no header can name.
        guard (1600..<9999).contains(year), let date = LocalDay(year: year, month: month + 1, day: day) else {
            return nil
        }
        return utc.start(of: date) + parts[0].hours + parts[1].minutes + parts[2]
    }

    private static let utc = Zone(identifier: "UTC", initialOffset: 0, changes: [])
}
