import NIOCore

/// The web servers that are believed who asks: those of this machine, and others that were named.
public struct TrustedProxies: Sendable {
    /// An address, and how many of its leading bits count.
    private struct Network: Sendable {
        let address: [UInt8]
        let bits: Int
    }

    private let networks: [Network]

    /// Those of this machine alone.
    public static let thisMachine = TrustedProxies(networks: [])

    private init(networks: [Network]) {
        self.networks = networks
    }

    /// - Parameter list: addresses such as `10.88.0.1`, `10.88.0.0/16` or `fd00::/8`, with commas between.
    /// - Returns: nil where one is no address, or has more bits than one holds.
    public init?(_ list: String) {
        var networks: [Network] = []
        for word in list.split(separator: ",") {
            guard let network = Self.network(word.filter { $0 != " " }) else { return nil }
            networks.append(network)
        }
        self.networks = networks
    }

    /// Whether a peer is one of them.
    func contains(_ peer: String) -> Bool {
        if ServerOrigin.isLoopback(peer) { return true }
        guard let address = Self.bytes(peer) else { return false }
        return networks.contains { network in
            network.address.count == address.count
                && (0..<network.bits).allSatisfy { bit in
                    (address[bit / 8] ^ network.address[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
                }
        }
    }

    private static func network(_ word: String) -> Network? {
        let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = bytes(String(first)) else { return nil }
        guard parts.count == 2 else { return Network(address: address, bits: address.count * 8) }
        guard let bits = Int(parts[1]), (0...(address.count * 8)).contains(bits) else { return nil }
        return Network(address: address, bits: bits)
    }

    /// Four or sixteen bytes. An IPv4 address that came over a socket of IPv6 (`::ffff:10.0.0.1`) is one of IPv4.
    private static func bytes(_ text: String) -> [UInt8]? {
        let bytes: [UInt8]
        switch try? SocketAddress(ipAddress: text, port: 0) {
        case .v4(let address):
            var number = address.address.sin_addr
            bytes = withUnsafeBytes(of: &number) { Array($0) }
        case .v6(let address):
            var number = address.address.sin6_addr
            bytes = withUnsafeBytes(of: &number) { Array($0) }
        default: return nil
        }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        return bytes.count == 16 && bytes.starts(with: mapped) ? Array(bytes.suffix(4)) : bytes
    }
}
