import SystemPackage

/// A file that is read from its beginning on. A class, because it owns a descriptor.
package final class FileReader {
    private let file: FileDescriptor

    /// - Parameter waits: false: what may be somebody else's pipe, into which nobody writes, is waited for neither at opening nor
    ///   at reading.
    /// - Throws: `Errno`, where it cannot be opened.
    package init(_ path: String, waits: Bool = true) throws {
        file = try FileDescriptor.open(
            FilePath(path), .readOnly, options: waits ? .closeOnExec : [.closeOnExec, .nonBlocking])
    }

    deinit {
        try? file.close()
    }

    /// The next bytes, fewer at the end of the file, and empty after it.
    /// - Throws: `Errno`, where it cannot be read on.
    package func next(_ count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let step = try file.read(
                    into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]))
                guard step > 0 else { break }
                filled += step
            }
        }
    }

    /// All of a file; nil where it cannot be read, or holds more bytes than a limit.
    package static func bytes(of path: String, atMost limit: Int, waits: Bool = true) -> [UInt8]? {
        guard let bytes = try? FileReader(path, waits: waits).next(limit + 1), bytes.count <= limit else { return nil }
        return bytes
    }
}
