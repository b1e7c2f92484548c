import MendCore

/// A month of a year.
public struct Month: Hashable, Strideable, Sendable {
    /// Months since January of year 0.
    private let number: Int
    /// Its first day.
    public let firstDay: LocalDay

    /// The month in which a day lies.
    public init(of day: LocalDay) {
        let date = day.date
        number = date.year * 12 + date.month - 1
        firstDay = day + (1 - date.day)
    }

    /// Reads `2026-01`; nil for anything else.
    init?(_ text: String) {
        guard text.utf8.count == 7, let day = LocalDay("\(text)-01") else { return nil }
        self.init(of: day)
    }

    /// How many months later the other one is; negative: earlier.
    public func distance(to other: Month) -> Int { other.number - number }

    /// The month that is so many later; negative: earlier.
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
