/// A moment in time: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX time).
public struct Instant: Hashable, Comparable, Sendable {
    public let seconds: Int

    public init(seconds: Int) {
        self.seconds = seconds
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.seconds < right.seconds
    }

    /// The moment `seconds` of elapsed time later (or earlier, if negative).
    public static func + (instant: Instant, seconds: Int) -> Instant {
        Instant(seconds: instant.seconds + seconds)
    }

    public static func - (instant: Instant, seconds: Int) -> Instant {
        Instant(seconds: instant.seconds - seconds)
    }

    /// Elapsed seconds from `earlier` to `later`.
    public static func - (later: Instant, earlier: Instant) -> Int {
        later.seconds - earlier.seconds
    }
}

extension Instant: Codable {
    public init(from decoder: any Decoder) throws {
        seconds = try decoder.singleValueContainer().decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }
}

extension Int {
    /// Seconds in this many minutes.
    public var minutes: Int { self * 60 }
    /// Seconds in this many hours.
    public var hours: Int { self * 3600 }
}
