/// A compiled tzdata file (TZif, RFC 9636), read from bytes that the caller has fetched.
public struct ZoneFile {
    public enum Fault: Error, Equatable {
        case notTZif
        case cutOff
        /// Its changes are not in order, or an offset is one that no clock has (RFC 9636 §3.2).
        case disordered
        /// The footer's rule (RFC 9636 §3.3) is not one that POSIX.1 or its extension describes.
        case badRule(String)
    }

    /// The last year to which a recurring rule is written out.
    static let lastYear = 2200

    public let initialOffset: Int
    public let changes: [(from: Int, offset: Int)]

    public init(_ bytes: [UInt8]) throws(Fault) {
        var reader = Reader(bytes: bytes)
        var header = try Header(&reader)
        if header.version >= UInt8(ascii: "2") {
            // The first block repeats the data in 32 bits; the second has it in 64.
            try reader.skip(header.bodySize(timeSize: 4))
            header = try Header(&reader)
        }
        let timeSize = header.version >= UInt8(ascii: "2") ? 8 : 4
        var instants: [Int] = []
        for _ in 0..<header.times { instants.append(try reader.signed(timeSize)) }
        var kinds: [Int] = []
        for _ in 0..<header.times { kinds.append(Int(try reader.byte())) }
        var offsets: [Int] = []
        for _ in 0..<header.types {
            offsets.append(try reader.signed(4))
            try reader.skip(2)
        }
        guard let first = offsets.first, kinds.allSatisfy({ $0 < offsets.count }) else { throw .cutOff }
        guard offsets.allSatisfy({ (1 - 25.hours..<26.hours).contains($0) }),
            zip(instants, instants.dropFirst()).allSatisfy(<)
        else { throw .disordered }
        try reader.skip(header.characters + header.leaps * (timeSize + 4) + header.standards + header.universals)

        var changes: [(from: Int, offset: Int)] = []
        for (instant, kind) in zip(instants, kinds) {
            changes.append((instant, offsets[kind]))
        }
        if timeSize == 8, let rule = try ZoneRule(footer: try reader.line()) {
            changes += rule.changes(after: changes.last?.from ?? -1 << 59, through: Self.lastYear)
        }
        initialOffset = first
        self.changes = changes
    }

    public func zone(_ identifier: String) -> Zone {
        Zone(identifier: identifier, initialOffset: initialOffset, changes: changes)
    }
}

extension ZoneFile {
    /// The counts that precede each data block (RFC 9636 §3.1).
    private struct Header {
        let version: UInt8
        let universals, standards, leaps, times, types, characters: Int

        init(_ reader: inout Reader) throws(Fault) {
            guard try reader.take(4) == Array("TZif".utf8) else { throw .notTZif }
            version = try reader.byte()
            try reader.skip(15)
            universals = try reader.signed(4)
            standards = try reader.signed(4)
            leaps = try reader.signed(4)
            times = try reader.signed(4)
            types = try reader.signed(4)
            characters = try reader.signed(4)
            guard [universals, standards, leaps, times, types, characters].allSatisfy({ (0...100_000).contains($0) })
            else { throw .notTZif }
        }

        func bodySize(timeSize: Int) -> Int {
            times * timeSize + times + types * 6 + characters + leaps * (timeSize + 4) + standards + universals
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        mutating func skip(_ count: Int) throws(Fault) {
            guard count <= bytes.count - position else { throw .cutOff }
            position += count
        }

        mutating func take(_ count: Int) throws(Fault) -> [UInt8] {
            let start = position
            try skip(count)
            return Array(bytes[start..<position])
        }

        mutating func byte() throws(Fault) -> UInt8 {
            try skip(1)
            return bytes[position - 1]
        }

        /// A big-endian two's complement number.
        mutating func signed(_ size: Int) throws(Fault) -> Int {
            var value = Int(Int8(bitPattern: try byte()))
            for _ in 1..<size { value = value << 8 | Int(try byte()) }
            return value
        }

        /// The footer: text between two newlines.
        mutating func line() throws(Fault) -> String {
            guard try byte() == 0x0A else { throw .cutOff }
            guard let end = bytes[position...].firstIndex(of: 0x0A) else { throw .cutOff }
            return String(decoding: bytes[position..<end], as: UTF8.self)
        }
    }
}
