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
        var word: [UInt8]?
        var isQuoted = false
        var isEscaped = false
        for byte in command {
            switch byte {
            case _ where isEscaped: (word, isEscaped) = ((word ?? []) + [byte], false)
            case UInt8(ascii: "'"): (word, isQuoted) = (word ?? [], !isQuoted)
            case _ where isQuoted: word = (word ?? []) + [byte]
            case UInt8(ascii: "\\"): isEscaped = true
            case 0x20:
                if let word { words.append(word) }
                word = nil
            case _ where "$`\"&;|<>()*?[]#~!{}".utf8.contains(byte): return nil
            default: word = (word ?? []) + [byte]
            }
        }
        return isQuoted || isEscaped ? nil : words + (word.map { [$0] } ?? [])
    }

    /// systemd.service(5): words in double quotes, with `%%`, `$$` and backslashes.
    static func words(ofUnitCommand unit: String) -> [[UInt8]]? {
        guard let line = unit.utf8.split(separator: 0x0A).first(where: { $0.starts(with: "ExecStart=".utf8) }) else {
            return nil
        }
        var words: [[UInt8]] = []
        var word: [UInt8]?
        var bytes = line.dropFirst("ExecStart=".utf8.count)[...]
        while let byte = bytes.popFirst() {
            switch (byte, word) {
            case (UInt8(ascii: "\""), nil): word = []
            case (UInt8(ascii: "\""), let ended?): (word, words) = (nil, words + [ended])
            case (0x20, nil): continue
            case (_, nil): return nil
            case (UInt8(ascii: "%"), let open?), (UInt8(ascii: "$"), let open?):
                guard bytes.popFirst() == byte else { return nil }
                word = open + [byte]
            case (UInt8(ascii: "\\"), let open?):
                guard let next = bytes.popFirst() else { return nil }
                word = open + [next]
            case (_, let open?): word = open + [byte]
            }
        }
        return word == nil ? words : nil
    }
}
