import MendCore

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A channel's file in the household's directory: it is locked while a run is under way, whichever way that ends, and
/// holds when the last run was.
public struct RunFile: Sendable {
    private let folder: String
    public let path: String

    /// - Parameter directory: the household's.
    public init(directory: String, channel: String) {
        folder = directory + "/channels"
        // A name from an old file of records may hold anything.
        let name = channel.utf8.map { byte in
            let isPlain = byte == 0x2D || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
        }
        path = folder + "/" + name.joined()
    }

    /// How the last run ended.
    public struct LastRun: Equatable, Sendable {
        public let at: Instant
        public let hasFailed: Bool
    }

    /// Nil when the channel never ran.
    public var lastRun: LastRun? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        // Far more than a line has.
        let line = [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
            count = max(read(file, buffer.baseAddress, buffer.count), 0)
        }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let at = TimeText.instant(rfc3339: words[0]) else { return nil }
        return LastRun(at: at, hasFailed: words[1] != "done")
    }

    /// For a channel that was taken away.
    public func remove() {
        unlink(path)
    }

    /// Waits a little for a run that is under way.
    /// - Throws: `DeliveryFailure.busy`, `.cannotKeep`.
    func hold() throws -> Held {
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw failure(errno) }
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure(errno) }
        let held = Held(descriptor: descriptor)
        for _ in 0..<50 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return held }
            guard errno == EWOULDBLOCK || errno == EINTR else { throw failure(errno) }
            usleep(100_000)
        }
        throw DeliveryFailure.busy
    }

    private func failure(_ code: Int32) -> DeliveryFailure {
        .cannotKeep(path: path, reason: String(cString: strerror(code)))
    }

    /// The lock; it ends with this value.
    struct Held: ~Copyable {
        fileprivate let descriptor: Int32

        deinit {
            close(descriptor)
        }

        func note(_ at: Instant, hasFailed: Bool) {
            let line = Array("\(TimeText.utc(at)) \(hasFailed ? "failed" : "done")\n".utf8)
            // It is told to `mend doctor` alone: one that cannot be written shall not stop a delivery.
            guard pwrite(descriptor, line, line.count, 0) == line.count else { return }
            _ = ftruncate(descriptor, off_t(line.count))
        }
    }
}
