/// A hash that is the same on every machine and in every year (FNV-1a, 64 bits, with a final mix), for choices that must
/// not change. It is no secret and no checksum.
public struct StableHash: Sendable {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    public init(_ parts: String...) {
        for part in parts { add(part) }
    }

    public mutating func add(_ text: String) {
        // By a span: an iterator takes more than twice as long for each byte.
        let bytes = text.utf8.span
        for index in bytes.indices { state = (state ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
        // A separator, so that ("ab", "c") and ("a", "bc") differ.
        state = (state ^ 0xff) &* 0x100_0000_01b3
    }

    public var value: UInt64 { Self.mixed(state) }

    /// The hash together with a number.
    public func value(with number: Int) -> UInt64 {
        Self.mixed(state ^ Self.mixed(UInt64(bitPattern: Int64(number))))
    }

    /// A place in a list of `count` elements; `count` is positive.
    public func index(of count: Int) -> Int {
        Int(value % UInt64(count))
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    private static func mixed(_ bits: UInt64) -> UInt64 {
        var bits = bits &+ 0x9e37_79b9_7f4a_7c15
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }
}
