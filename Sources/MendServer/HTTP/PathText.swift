import MendPlatform

/// Paths of this server inside addresses.
enum PathText {
    /// A path as it stands inside a query.
    static func escaped(_ path: String) -> String {
        PercentEncoding.path(path)
    }

    /// The path if it leads to this server and nowhere else.
    static func local(_ path: String) -> String? {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= 400, bytes.dropFirst().first != UInt8(ascii: "/"),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return path
    }
}
