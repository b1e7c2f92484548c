import MendCore

/// A month of a year.
struct Month: Hashable, Strideable {
    /// Months since January of year 0.
    private let number: Int
    let firstDay: LocalDay

    init(of day: LocalDay) {
        let date = day.date
        number = date.year * 12 + date.month - 1
        firstDay = day + (1 - date.day)
    }

    func distance(to other: Month) -> Int { other.number - number }

    func advanced(by months: Int) -> Month {
        var month = self
        // From the first day, 31 days lead into the next month and 1 day back into the one before.
        for _ in 0..<abs(months) { month = Month(of: month.firstDay + (months > 0 ? 31 : -1)) }
        return month
    }
}

extension Month: CustomStringConvertible {
    /// `2026-01`
    var description: String { String(firstDay.description.prefix(7)) }
}
