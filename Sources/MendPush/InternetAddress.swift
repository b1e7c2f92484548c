#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A number to which a name leads: IPv4 or IPv6.
public struct InternetAddress: Hashable, Sendable {
    /// As it is written: `93.184.215.14`, `2606:2800::1`.
    public let text: String
    private let bytes: [UInt8]

    /// Nil for anything but a number.
    public init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bytes = withUnsafeBytes(of: six) { Array($0) }
        } else {
            return nil
        }
        self.text = text
    }

    /// Whether it is out on the internet: not this machine, its network, a tunnel into either, nor set aside for anything
    /// (IANA's special-purpose registries, RFC 6890).
    public var isPublic: Bool {
        if bytes.count == 4 { return !Self.setAside.contains { $0.contains(bytes) } }
        // Of IPv6 only 2000::/3 is given out (RFC 4291 §2.4).
        return bytes[0] & 0xE0 == 0x20 && !Self.setAsideSix.contains { $0.contains(bytes) }
    }

    /// The beginnings of addresses.
    private struct Block {
        let start: [UInt8]
        let bits: Int

        init(_ start: [UInt8], _ bits: Int) {
            self.start = start
            self.bits = bits
        }

        func contains(_ bytes: [UInt8]) -> Bool {
            (0..<bits).allSatisfy { bit in
                let mask: UInt8 = 0x80 >> UInt8(bit % 8)
                let own = bit / 8 < start.count ? start[bit / 8] : 0
                return own & mask == bytes[bit / 8] & mask
            }
        }
    }

    private static let setAside = [
        Block([0], 8), Block([10], 8), Block([100, 64], 10), Block([127], 8), Block([169, 254], 16),
        Block([172, 16], 12), Block([192, 0, 0], 24), Block([192, 0, 2], 24), Block([192, 88, 99], 24),
        Block([192, 168], 16), Block([198, 18], 15), Block([198, 51, 100], 24), Block([203, 0, 113], 24),
        Block([224], 3),
    ]

    /// 2001::/23 (Teredo and others), documentation, and 6to4, which carries an IPv4 address.
    private static let setAsideSix = [
        Block([0x20, 0x01, 0x00], 23), Block([0x20, 0x01, 0x0D, 0xB8], 32), Block([0x20, 0x02], 16),
        Block([0x3F, 0xFF], 20),
    ]
}

extension InternetAddress {
    /// All numbers of a name, by the system's resolver, which may wait. Empty where there is none.
    @Sendable public static func all(of host: String) -> [InternetAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "443", &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        var addresses: [InternetAddress] = []
        var next = first
        while let entry = next?.pointee {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            if getnameinfo(
                entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
            {
                let number = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
                if let address = InternetAddress(number), !addresses.contains(address) { addresses.append(address) }
            }
            next = entry.ai_next
        }
        return addresses
    }
}
