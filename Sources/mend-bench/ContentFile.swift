import Glibc

/// The files of content that the peers read, too: records of fields, each record with an end.
enum ContentFile {
    static func records(_ path: String) throws -> [[String]] {
        try bytes(path).withUnsafeBytes { bytes in
            parts(of: bytes, separator: 0x1E).dropLast()
                .map { record in parts(of: record, separator: 0x1F).map { String(decoding: $0, as: UTF8.self) } }
        }
    }

    private static func parts(of bytes: UnsafeRawBufferPointer, separator: Int32) -> [UnsafeRawBufferPointer] {
        var parts: [UnsafeRawBufferPointer] = []
        var rest = bytes
        while let base = rest.baseAddress, let end = memchr(base, separator, rest.count) {
            let count = UnsafeRawPointer(end) - base
            parts.append(UnsafeRawBufferPointer(rebasing: rest[..<count]))
            rest = UnsafeRawBufferPointer(rebasing: rest[(count + 1)...])
        }
        return parts + [rest]
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "r") else { throw PeerWork.Usage() }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        guard let file = fopen(path, "w") else { throw PeerWork.Usage() }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw PeerWork.Usage() }
    }
}
