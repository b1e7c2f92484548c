import Testing

@testable import MendCore

extension LocalDay {
    static func written(_ text: String) throws -> LocalDay { try #require(LocalDay(text)) }
}

extension LocalTime {
    static func written(_ text: String) throws -> LocalTime { try #require(LocalTime(text)) }
}

extension Window {
    static func written(_ text: String) throws -> Window { try #require(Window(text)) }
}

extension ClosedTime {
    static func written(_ text: String) throws -> ClosedTime { try #require(ClosedTime(text)) }
}

extension DaysAway {
    static func written(_ text: String) throws -> DaysAway { try #require(DaysAway(text)) }
}

extension Instant {
    /// An instant in RFC 3339.
    static func written(_ text: String) throws -> Instant { try #require(TimeText.instant(rfc3339: text)) }
}
