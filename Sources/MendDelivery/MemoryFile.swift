import Glibc
import MendCore
import SystemPackage

/// A nameless file in memory that a program reads. Through a pipe, one that does not want to read all of it would end mend too.
enum MemoryFile {
    /// - Throws: `DeliveryFailure.cannotStart`, `.noMemory`.
    static func holding(_ bytes: [UInt8]) throws(DeliveryFailure) -> FileDescriptor {
        // All users of the machine have one folder for such names: one that can be guessed could be taken already. Swift does
        // not see memfd_create(2), which needs none.
        let name = "/mend-\(UInt64.random(in: .min ... .max))-\(UInt64.random(in: .min ... .max))"
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
