import MendCore

/// A month of a year.
public struct Month: Hashable, Strideable, Sendable {
    /// Months since January of year 0.
    private let number: Int
    public let firstDay: LocalDay

    public init(of day: LocalDay) {
        let date = day.date
        number = date.year * 12 + date.month - 1
        firstDay = day + (1 - date.day)
    }

    /// Reads `2026-01`.
    init?(_ text: String) {
        guard text.utf8.count == 7, let day = LocalDay("\(text)-01") else { return nil }
        self.init(of: day)
    }

    public func distance(to other: Month) -> Int { other.number - number }

    public func advanced(by months: Int) -> Month {
        var month = self
        // From the first day, 31 days lead into the next month and 1 day back into the one before.
        for _ in 0..<abs(months) { month = Month(of: month.firstDay + (months > 0 ? 31 : -1)) }
        return month
    }
}

extension Month: CustomStringConvertible {
    /// `2026-01`
    public var description: String { String(firstDay.description.prefix(7)) }
}
