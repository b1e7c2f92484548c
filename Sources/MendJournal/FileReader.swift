#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is read from its beginning on. A class, because it owns a descriptor.
package final class FileReader {
    private let descriptor: Int32

    /// Nil where it cannot be opened; `errno` says why.
    package init?(_ path: String) {
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { return nil }
        descriptor = opened
    }

    deinit {
        close(descriptor)
    }

    /// The next bytes, empty at the end; nil when it cannot be read on.
    package func next(_ count: Int) -> [UInt8]? {
        var isRead = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let step = read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
                if step < 0, errno == EINTR { continue }
                if step < 0 { isRead = false }
                guard step > 0 else { break }
                filled += step
            }
        }
        return isRead ? bytes : nil
    }

    /// All of a file; nil where it cannot be read, or holds more than a limit.
    package static func bytes(of path: String, atMost limit: Int) -> [UInt8]? {
        guard let bytes = FileReader(path)?.next(limit + 1), bytes.count <= limit else { return nil }
        return bytes
    }
}
