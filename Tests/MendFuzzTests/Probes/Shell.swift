/// How cron, sh and systemd read a command, as far as mend's own lines go.
enum Shell {
    /// crontab(5): a % that is not escaped ends the command; sh(1): words, single quotes, backslashes.
    /// - Returns: nil when it ends early.
    static func words(ofCronCommand line: [UInt8]) -> [[UInt8]]? {
        var command: [UInt8] = []
        for (index, byte) in line.enumerated() {
            if byte == UInt8(ascii: "%") {
                guard command.last == UInt8(ascii: "\\") else { return nil }
                command[command.count - 1] = byte
            } else {
                command.append(line[index])
            }
        }
        var words: [[UInt8]] = []
        // Whether the last word still grows.
        var isOpen = false
        var isQuoted = false
        var isEscaped = false
        for byte in command {
            if byte == 0x20, !isQuoted, !isEscaped {
                isOpen = false
                continue
            }
            if !isOpen { words.append([]) }
            isOpen = true
            switch byte {
            case _ where isEscaped:
                words[words.count - 1].append(byte)
                isEscaped = false
            case UInt8(ascii: "'"): isQuoted.toggle()
            case _ where isQuoted: words[words.count - 1].append(byte)
            case UInt8(ascii: "\\"): isEscaped = true
            case _ where special.contains(byte): return nil
            default: words[words.count - 1].append(byte)
            }
        }
        return isQuoted || isEscaped ? nil : words
    }

    private static let special = Array("$`\"&;|<>()*?[]#~!{}".utf8)

    /// systemd.service(5): words in double quotes, with `%%`, `$$` and backslashes.
    static func words(ofUnitCommand unit: String) -> [[UInt8]]? {
        guard let line = unit.utf8.split(separator: 0x0A).first(where: { $0.starts(with: "ExecStart=".utf8) }) else {
            return nil
        }
        var words: [[UInt8]] = []
        var isOpen = false
        var bytes = line.dropFirst("ExecStart=".utf8.count)[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                if !isOpen { words.append([]) }
                isOpen.toggle()
            case 0x20 where !isOpen: continue
            case _ where !isOpen: return nil
            case UInt8(ascii: "%"), UInt8(ascii: "$"):
                guard bytes.popFirst() == byte else { return nil }
                words[words.count - 1].append(byte)
            case UInt8(ascii: "\\"):
                guard let next = bytes.popFirst() else { return nil }
                words[words.count - 1].append(next)
            default: words[words.count - 1].append(byte)
            }
        }
        return isOpen ? nil : words
    }
}
