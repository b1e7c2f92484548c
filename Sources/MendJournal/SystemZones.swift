import MendCore

/// The time zones of this machine's tzdata.
public enum SystemZones {
    private static let directories = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"]

    /// In bytes, far above what tzdata holds: a zone has 1 to 4 KB, the list of all some 110 KB.
    private static let (zoneLimit, listLimit) = (1 << 16, 1 << 22)

    /// The zone with an IANA name such as `America/New_York`; nil when tzdata has none.
    public static let find: ZoneFinder = { identifier in
        guard isPlain(identifier) else { return nil }
        for directory in directories {
            guard let bytes = FileReader.bytes(of: "\(directory)/\(identifier)", atMost: zoneLimit) else { continue }
            return (try? ZoneFile(bytes))?.zone(identifier)
        }
        return nil
    }

    /// Whether tzdata is there at all.
    public static var areInstalled: Bool { find("UTC") != nil }

    /// The release of tzdata, such as `2026a`; nil where it does not say.
    public static var version: String? {
        for directory in directories {
            guard let head = FileReader("\(directory)/tzdata.zi")?.next(64) else { continue }
            let words = String(decoding: head, as: UTF8.self).prefix { $0 != "\n" }.split(separator: " ")
            if words.count == 3, words[1] == "version" { return String(words[2]) }
        }
        return nil
    }

    /// Every name in tzdata's own list.
    public static var names: [String] {
        for directory in directories {
            guard let bytes = FileReader.bytes(of: "\(directory)/tzdata.zi", atMost: listLimit) else { continue }
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                if words.first == "Z", words.count > 1 { return String(words[1]) }
                if words.first == "L", words.count > 2 { return String(words[2]) }
                return nil
            }
            .filter(isPlain).sorted()
        }
        return []
    }

    /// A relative path of letters, digits, `_`, `-`, `+`, without dots.
    private static func isPlain(_ identifier: String) -> Bool {
        // These mean another zone on every machine, or the same ones counted otherwise.
        let isLocal =
            ["localtime", "posixrules", "Factory"].contains(identifier)
            || identifier.hasPrefix("posix/") || identifier.hasPrefix("right/")
        return !isLocal && !identifier.isEmpty && identifier.utf8.count <= 64 && !identifier.hasPrefix("/")
            && identifier.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/")].contains(byte)
            }
    }
}
