/// Days on which somebody is elsewhere (custody, a journey), both included; they may come again and again.
public struct DaysAway: Hashable, Sendable {
    public let first: LocalDay
    /// Of the first stay.
    public let last: LocalDay
    /// How many days after the beginning of one stay the next begins; nil: it does not come again.
    public let every: Int?
    /// The last day of all, which may cut a stay short; nil: it comes again without end.
    public let until: LocalDay?

    /// How many days there may be from one stay to the next.
    public static let periods = 1...366

    /// Nil when the last day is before the first, the period is none of `periods`, or all ends before it begins.
    public init?(first: LocalDay, last: LocalDay, every: Int? = nil, until: LocalDay? = nil) {
        guard first <= last, every.map(Self.periods.contains) ?? (until == nil), until.map({ first <= $0 }) ?? true
        else { return nil }
        self.first = first
        self.last = last
        self.every = every
        self.until = until
    }

    /// Reads `2026-01-10/2026-01-17`, `2026-01-10/2026-01-17 every 14d`, and that with ` until 2027-06-30`.
    public init?(_ text: some StringProtocol) {
        let words = text.split(separator: " ")
        guard let days = words.first, [1, 3, 5].contains(words.count) else { return nil }
        let ends = days.split(separator: "/", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = LocalDay(ends[0]), let last = LocalDay(ends[1]) else { return nil }
        var (every, until): (Int?, LocalDay?)
        if words.count >= 3 {
            guard words[1] == "every", words[2].last == "d", let period = Int(words[2].dropLast()) else { return nil }
            every = period
        }
        if words.count == 5 {
            guard words[3] == "until", let day = LocalDay(words[4]) else { return nil }
            until = day
        }
        self.init(first: first, last: last, every: every, until: until)
    }

    /// Whether one stay goes on into the next, so that nobody ever comes back. Journals may hold such days; no new ones are
    /// taken.
    public var neverComesBack: Bool { every.map { $0 <= last - first + 1 } ?? false }

    public func contains(_ day: LocalDay) -> Bool {
        guard first <= day, until.map({ day <= $0 }) ?? true else { return false }
        guard let every else { return day <= last }
        return (day - first).floorModulo(every) <= last - first
    }
}

extension DaysAway: CustomStringConvertible {
    /// The form that `init` reads.
    public var description: String {
        "\(first)/\(last)" + (every.map { " every \($0)d" } ?? "") + (until.map { " until \($0)" } ?? "")
    }
}
