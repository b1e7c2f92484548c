import Glibc
import MendPlatform
import Testing

/// What a service manager hears on its socket (sd_notify(3)).
@Suite struct ServiceNotificationTests {
    @Test func tellsTheManagerOnItsSocket() throws {
        try inFreshFolder { folder in
            let manager = try ManagerSocket(folder + "/notify")
            let notification = try #require(
                ServiceNotification(socket: folder + "/notify", watchdogMicroseconds: "60000000"))
            #expect(notification.heartbeat == 30)
            notification.tell(.ready)
            notification.tell(.alive)
            notification.tell(.stopping)
            #expect(manager.heard() == "READY=1")
            #expect(manager.heard() == "WATCHDOG=1")
            #expect(manager.heard() == "STOPPING=1")
        }
    }

    @Test func saysNothingWhereNobodyListens() throws {
        let notification = try #require(ServiceNotification(socket: "/nonexistent/notify", watchdogMicroseconds: nil))
        #expect(notification.heartbeat == nil)
        notification.tell(.ready)
    }

    @Test(arguments: [nil, "", "relative", "/" + String(repeating: "x", count: 200)])
    func isNotThereWithoutASocket(_ socket: String?) {
        #expect(ServiceNotification(socket: socket, watchdogMicroseconds: nil) == nil)
    }

    @Test(arguments: ["", "soon", "-5", "0"])
    func takesNoIntervalThatIsNone(_ microseconds: String) throws {
        let notification = try #require(ServiceNotification(socket: "/run/notify", watchdogMicroseconds: microseconds))
        #expect(notification.heartbeat == nil)
    }
}

/// The manager's side: a datagram socket in a folder.
private final class ManagerSocket {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let status = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(status == 0)
    }

    deinit { close(descriptor) }

    /// The next datagram; empty when there is none.
    func heard() -> String {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
