import MendCore
import MendPlatform
import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A channel's file in the household's directory: it is locked while a run is under way, whichever way that ends, and
/// holds when the last run was.
public struct RunFile: Sendable {
    private let folder: String
    private let name: String
    public let path: String

    /// - Parameter directory: the household's.
    public init(directory: String, channel: String) {
        folder = directory + "/channels"
        // A name from an old file of records may hold anything.
        name = PercentEncoding.encoded(channel) { PercentEncoding.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        path = folder + "/" + name
    }

    /// How the last run ended.
    public struct LastRun: Equatable, Sendable {
        public let at: Instant
        public let hasFailed: Bool
    }

    /// Nil when the channel never ran.
    public var lastRun: LastRun? {
        // Far more than a line has.
        guard let line = try? FileReader(path, waits: false).next(256) else { return nil }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let at = TimeText.instant(rfc3339: words[0]) else { return nil }
        return LastRun(at: at, hasFailed: words[1] != "done")
    }

    /// For a channel that was taken away.
    public func remove() {
        try? OwnFolder(folder).remove(name)
    }

    /// Waits a little for a run that is under way.
    /// - Parameter tries: how often it is tried, a tenth of a second apart.
    /// - Throws: `DeliveryFailure.busy`, `.cannotKeep`.
    func hold(tries: Int = FileLock.tries) throws -> Held {
        if mkdir(folder, 0o700) == 0 {
            // The umask has no say.
            chmod(folder, 0o700)
        } else if Errno.last != .fileExists {
            throw failure(Errno.last)
        }
        do {
            // Whoever runs this for another user's household keeps nothing where that user may have put a link.
            let held = Held(file: try OwnFolder(folder).file(name))
            for round in 1...tries {
                if try FileLock.take(on: held.file) { return held }
                if round < tries { FileLock.pause() }
            }
        } catch let error as Errno {
            throw failure(error)
        }
        throw DeliveryFailure.busy
    }

    private func failure(_ error: Errno) -> DeliveryFailure {
        .cannotKeep(path: path, reason: error.description)
    }

    /// The lock; it ends with this value.
    struct Held: ~Copyable {
        fileprivate let file: FileDescriptor

        deinit {
            try? file.close()
        }

        func note(_ at: Instant, hasFailed: Bool) {
            let line = Array("\(TimeText.utc(at)) \(hasFailed ? "failed" : "done")\n".utf8)
            // It is told to `mend doctor` alone: one that cannot be written shall not stop a delivery.
            guard (try? file.writeAll(toAbsoluteOffset: 0, line)) == line.count else { return }
            try? file.resize(to: Int64(line.count))
        }
    }
}
