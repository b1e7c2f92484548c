import MendCore
import MendPlatform
import SystemPackage

/// Keeps copies of a household apart from what is being forgotten: whoever makes one shares the lock, whoever takes something out
/// of all of them has it alone. So none is made of what has just been forgotten.
package final class CopyLock {
    private let file: FileDescriptor?

    fileprivate init(_ file: FileDescriptor?) { self.file = file }

    deinit { try? file?.close() }

    /// Ends it, no earlier.
    package func release() {}
}

extension JournalFolder {
    /// Waits five seconds at most.
    /// - Throws: `JournalError.locked`.
    package func lockCopies(_ kind: FileLock.Kind) throws(JournalError) -> CopyLock {
        guard let file = try? FileDescriptor.open(FilePath(path), .readOnly, options: [.directory, .closeOnExec]) else {
            return CopyLock(nil)
        }
        let lock = CopyLock(file)
        for _ in 0..<FileLock.tries {
            // Some network file systems lock no directories; there it is done without.
            guard let isTaken = try? FileLock.take(on: file, kind) else { return lock }
            if isTaken { return lock }
            FileLock.pause()
        }
        throw .locked(path: path)
    }
}
