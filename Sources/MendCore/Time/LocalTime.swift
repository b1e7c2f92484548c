/// A reading of the wall clock, to the minute, from 00:00 to 24:00 (the end of a day, as the end of a window).
public struct LocalTime: Hashable, Comparable, Sendable {
    /// Minutes since the day's 00:00, 0–1440.
    public let minutes: Int

    public init?(minutes: Int) {
        guard (0...1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    public init?(hour: Int, minute: Int) {
        guard (0...24).contains(hour), (0...59).contains(minute) else { return nil }
        self.init(minutes: hour * 60 + minute)
    }

    /// Reads `07:30`.
    public init?(_ text: some StringProtocol) {
        let parts = Substring(text).utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = decimal(parts[0].span), let minute = decimal(parts[1].span)
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// Seconds since the day's 00:00.
    public var seconds: Int { minutes * 60 }

    public static func < (left: LocalTime, right: LocalTime) -> Bool {
        left.minutes < right.minutes
    }
}

extension LocalTime: CustomStringConvertible {
    /// `07:30`
    public var description: String {
        "\((minutes / 60).padded(2)):\((minutes % 60).padded(2))"
    }
}

extension LocalTime: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = LocalTime(minutes: try container.decode(Int.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "minutes out of 0...1440")
        }
        self = time
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(minutes)
    }
}
