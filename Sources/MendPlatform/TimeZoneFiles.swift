import SystemPackage

/// The files of this machine's tzdata, or else of that which came with the program, as bytes.
package enum TimeZoneFiles {
    private static let directories =
        ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"]
        + ["\(OwnProgram.share)/zoneinfo"]

    /// In bytes, far above what tzdata holds: a zone has 1 to 4 KB, the list of all some 110 KB.
    private static let (zoneLimit, listLimit) = (1 << 16, 1 << 22)

    /// What is in a zone's file (RFC 9636).
    /// - Parameter identifier: such as `America/New_York`.
    /// - Returns: nil where tzdata has no such zone.
    package static func zone(_ identifier: String) -> [UInt8]? {
        guard isPlain(identifier) else { return nil }
        return directories.lazy.compactMap { FileReader.bytes(of: "\($0)/\(identifier)", atMost: zoneLimit) }.first
    }

    /// Why a zone's file cannot be opened now, such as too many open files; nil where it can be, or where there is none.
    package static func obstacle(to identifier: String) -> Errno? {
        guard isPlain(identifier) else { return nil }
        for directory in directories {
            do {
                _ = try FileReader("\(directory)/\(identifier)")
                return nil
            } catch Errno.noSuchFileOrDirectory, Errno.notDirectory {
                continue
            } catch {
                return error as? Errno ?? .ioError
            }
        }
        return nil
    }

    /// The release of tzdata, such as `2026a`; nil where it does not say.
    package static var version: String? {
        for directory in directories {
            guard let head = try? FileReader("\(directory)/tzdata.zi").next(64) else { continue }
            let words = String(decoding: head, as: UTF8.self).prefix { $0 != "\n" }.split(separator: " ")
            if words.count == 3, words[1] == "version" { return String(words[2]) }
        }
        return nil
    }

    /// The zone that this machine keeps (`/etc/localtime`, else `/etc/timezone`); nil where neither names one.
    package static var local: String? {
        if let target = Directory.target(ofLink: "/etc/localtime"), let mark = target.firstRange(of: "/zoneinfo/") {
            let name = String(target[mark.upperBound...])
            if isPlain(name) { return name }
        }
        guard let bytes = FileReader.bytes(of: "/etc/timezone", atMost: 128) else { return nil }
        let name = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return isPlain(name) ? name : nil
    }

    /// Every zone's name in tzdata's own list, sorted.
    package static var names: [String] {
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

    /// Whether it is a relative path of letters, digits, `_`, `-`, `+`, without dots, that means the same on every machine.
    private static func isPlain(_ identifier: String) -> Bool {
        // These mean another zone on every machine, or the same ones counted otherwise.
        let isLocal =
            ["localtime", "posixrules", "Factory"].contains(identifier)
            || identifier.hasPrefix("posix/") || identifier.hasPrefix("right/")
        return !isLocal && !identifier.isEmpty && identifier.utf8.count <= 64 && !identifier.hasPrefix("/")
            && identifier.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "_-+/".utf8.contains(byte)
            }
    }
}
