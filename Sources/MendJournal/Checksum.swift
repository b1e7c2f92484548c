import Crypto
import Foundation

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
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let digits = text.split(separator: "\n").map { $0.prefix { $0.isHexDigit } }
        guard !digits.isEmpty, digits.allSatisfy({ $0.utf8.count == 64 }) else {
            throw .notABackup(path: path, reason: "it holds no checksum; move it away")
        }
        return digits.map { $0.lowercased() }
    }

    func write(_ digits: [String]) throws(JournalError) {
        let file = try PrivateFile(for: path)
        try file.write(Data(digits.map { "\($0)  \(name)\n" }.joined().utf8))
        try file.put(replacing: true)
    }

    /// - Throws: `JournalError.unreadable`.
    static func digits(of path: String, copyingTo copy: PrivateFile? = nil) throws -> String {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw JournalError.unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        var hash = SHA256()
        do {
            while let bytes = try handle.read(upToCount: 1 << 20), !bytes.isEmpty {
                hash.update(data: bytes)
                try copy?.write(bytes)
            }
        } catch let error as JournalError {
            throw error
        } catch {
            throw JournalError.unreadable(path: path, reason: "it cannot be read to its end")
        }
        return hash.finalize().map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    }
}
