import Crypto
import MendCore
import MendJournal
import MendPlatform
import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The SHA-256 of a backup, in a file beside it that `sha256sum --check` reads.
///
/// While a backup takes the place of another, the file names both, so that whatever a kill leaves can be restored.
struct Checksum {
    let path: String
    private let name: String

    init(of file: String) {
        path = file + ".sha256"
        name = file.split(separator: "/").last.map(String.init) ?? file
    }

    /// What the file names; nil where there is none.
    /// - Throws: `JournalError.notABackup` for a file that holds something else.
    func named() throws(JournalError) -> [String]? {
        guard access(path, F_OK) == 0 else { return nil }
        let text = String(decoding: FileReader.bytes(of: path, atMost: 1 << 16, waits: false) ?? [], as: UTF8.self)
        let digits = text.split(separator: "\n").map { $0.prefix { $0.isHexDigit } }
        guard !digits.isEmpty, digits.allSatisfy({ $0.utf8.count == 64 }) else {
            throw .notABackup(path: path, reason: .noChecksum)
        }
        return digits.map { $0.lowercased() }
    }

    func write(_ digits: [String]) throws(JournalError) {
        let file = try PrivateFile.begin(for: path)
        try file.add(Array(digits.map { "\($0)  \(name)\n" }.joined().utf8))
        try file.place(replacing: true)
    }

    /// - Throws: `JournalError.unreadable`.
    static func digits(of path: String, copyingTo copy: PrivateFile? = nil) throws(JournalError) -> String {
        let file: FileReader
        do {
            file = try FileReader(path)
        } catch {
            throw .unreadable(path: path, reason: JournalError.Reason(error as? Errno ?? .ioError))
        }
        var hash = SHA256()
        while true {
            guard let bytes = try? file.next(1 << 20) else { throw .unreadable(path: path, reason: .endMissing) }
            guard !bytes.isEmpty else { break }
            bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
            try copy?.add(bytes)
        }
        return Hexadecimal.text(hash.finalize())
    }
}
