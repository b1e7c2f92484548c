import MendPlatform
import NIOCore

/// Whose program is at the other end of a connection within this machine.
///
/// A browser gives the cookies of one port to every other on the same host (RFC 6265 §8.5), so another user of the machine who gets
/// somebody to open a page of theirs has the cookie. It is worth nothing to a program of theirs: see `SignInController`.
enum MachineUser {
    /// - Returns: the number of the user; nil where the system does not tell, as for a connection from elsewhere.
    static func number(of channel: any Channel) -> UInt32? {
        guard let peer = channel.remoteAddress?.port, let own = channel.localAddress?.port else { return nil }
        // Lines of proc(5), /proc/net/tcp: the number, the local and the remote address, the state (01: connected), …, and as the
        // eighth word the user.
        let users = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap { path -> [UInt32] in
            guard let text = FileReader.bytes(of: path, atMost: 1 << 26).map({ String(decoding: $0, as: UTF8.self) })
            else { return [] }
            return text.split(separator: "\n").dropFirst().compactMap { line in
                let words = line.split(separator: " ", omittingEmptySubsequences: true)
                guard words.count > 7, words[3] == "01", port(words[1]) == peer, port(words[2]) == own else {
                    return nil
                }
                return UInt32(words[7])
            }
        }
        // Two with the same ports, by different names of this machine, are told apart by nobody.
        return Set(users).count == 1 ? users.first : nil
    }

    private static func port(_ address: Substring) -> Int? {
        address.split(separator: ":").last.flatMap { Int($0, radix: 16) }
    }
}
