import Glibc
import MendCore
import Synchronization
import SystemPackage

/// A nameless file in memory that a program reads. Through a pipe, one that does not want to read all of it would end mend too.
enum MemoryFile {
    /// How many this process has made.
    private static let count = Atomic(0)

    /// - Throws: `DeliveryFailure.cannotStart`, `.noMemory`.
    static func holding(_ bytes: [UInt8]) throws(DeliveryFailure) -> FileDescriptor {
        let name = "/mend-\(getpid())-\(count.add(1, ordering: .relaxed).newValue)"
        let file = FileDescriptor(rawValue: shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600))
        guard file.rawValue >= 0 else { throw .cannotStart(reason: String(cString: strerror(errno))) }
        shm_unlink(name)
        do {
            try file.writeAll(bytes)
            try file.seek(offset: 0, from: .start)
            return file
        } catch {
            try? file.close()
            throw .noMemory
        }
    }
}
