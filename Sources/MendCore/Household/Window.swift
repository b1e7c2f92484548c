/// A stretch of every day on the wall clock, half-open. When the end is before the start it runs overnight and belongs to the
/// day on which it begins; when both are the same it is empty.
public struct Window: Hashable, Codable, Sendable {
    public let start: LocalTime
    public let end: LocalTime

    /// Nil when it starts at 24:00.
    public init?(start: LocalTime, end: LocalTime) {
        guard start.minutes < 1440 else { return nil }
        self.start = start
        self.end = end
    }

    /// Reads `21:00-07:00`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let start = LocalTime(parts[0]), let end = LocalTime(parts[1]) else { return nil }
        self.init(start: start, end: end)
    }

    public var isOvernight: Bool { end < start }

    public var isEmpty: Bool { start == end }

    /// Seconds from the 00:00 of the day on which it begins to its end; more than 24 hours for one that runs overnight.
    var endSeconds: Int { end.seconds + (isOvernight ? 86_400 : 0) }
}

extension Window: CustomStringConvertible {
    public var description: String { "\(start)-\(end)" }
}
