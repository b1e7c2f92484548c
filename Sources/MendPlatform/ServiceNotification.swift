import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a service tells the manager that started it (sd_notify(3)): that it is ready, that it is alive, that it ends.
package struct ServiceNotification: Sendable {
    package enum State: String, Sendable {
        case ready = "READY=1"
        case alive = "WATCHDOG=1"
        case stopping = "STOPPING=1"
    }

    private let path: String
    /// How often `alive` must be told at least, in seconds, halved so that one may be late; nil: nobody waits for it.
    package let heartbeat: Double?

    /// - Parameters:
    ///   - socket: of `NOTIFY_SOCKET`: a path, or a name of Linux's own after `@`.
    ///   - watchdogMicroseconds: of `WATCHDOG_USEC`; nil: no watchdog.
    /// - Returns: nil where no manager listens, or where the socket's name is too long to be one.
    package init?(socket: String?, watchdogMicroseconds: String?) {
        guard let socket, let first = socket.utf8.first, [UInt8(ascii: "/"), UInt8(ascii: "@")].contains(first),
            socket.utf8.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path)
        else { return nil }
        path = socket
        heartbeat = watchdogMicroseconds.flatMap(Double.init).flatMap { $0 > 0 ? $0 / 2_000_000 : nil }
    }

    /// Tells it, or does not: a manager that has gone away is no fault of ours.
    package func tell(_ state: State) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { bytes in
            bytes.copyBytes(from: path.utf8)
            if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
        }
        #if canImport(Glibc)
            let kind = Int32(SOCK_DGRAM.rawValue)
        #else
            let kind = SOCK_DGRAM
        #endif
        let descriptor = FileDescriptor(rawValue: socket(AF_UNIX, kind, 0))
        guard descriptor.rawValue >= 0 else { return }
        defer { try? descriptor.close() }
        let length = socklen_t(MemoryLayout.offset(of: \sockaddr_un.sun_path) ?? 0) + socklen_t(path.utf8.count)
        let words = Array(state.rawValue.utf8)
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = sendto(descriptor.rawValue, words, words.count, 0, address, length)
            }
        }
    }
}
