/// What can befall a journal's file and its log, each told by four bytes.
struct JournalDamage {
    /// The file, and the log beside it: nil for none.
    private(set) var file: [UInt8]
    private(set) var log: [UInt8]?

    static let page = 4_096

    /// - Parameter story: an odd first byte keeps the log; then four bytes for each damage.
    init(to whole: (file: [UInt8], log: [UInt8]), story: [UInt8]) {
        file = whole.file
        log = story.first.map { $0 & 1 == 1 } == true ? whole.log : nil
        var rest = story.dropFirst()[...]
        while rest.count >= 4 {
            let words = Array(rest.prefix(4))
            rest = rest.dropFirst(4)
            if words[0] & 0x80 != 0, var damaged = log {
                Self.harm(&damaged, words)
                log = damaged
            } else {
                Self.harm(&file, words)
            }
        }
    }

    private static func harm(_ bytes: inout [UInt8], _ words: [UInt8]) {
        guard !bytes.isEmpty else { return }
        let place = (Int(words[1]) << 8 | Int(words[2])) * 8 % bytes.count
        let pages = bytes.count / page
        let value = words[3]
        switch words[0] & 0x7F {
        // In the head of a page, where the shape of a table is told.
        case 0..<32 where pages > 0: bytes[Int(words[1]) % pages * page + Int(words[2]) % 128] ^= value
        case 32..<64: bytes[min(place + Int(words[0] & 7), bytes.count - 1)] = value
        case 64..<80: for index in place..<min(place + Int(words[0] & 15) * 32, bytes.count) { bytes[index] = value }
        case 80..<92 where pages > 0:
            let (one, other) = (Int(words[1]) % pages * page, Int(words[2]) % pages * page)
            for index in 0..<page { bytes.swapAt(one + index, other + index) }
        case 92..<104 where pages > 0:
            let (from, to) = (Int(words[1]) % pages * page, Int(words[2]) % pages * page)
            bytes.replaceSubrange(to..<to + page, with: bytes[from..<from + page])
        case 104..<116: bytes.removeLast(bytes.count - place)
        case 116..<120: bytes.insert(contentsOf: repeatElement(value, count: Int(words[2])), at: place)
        default: bytes.removeSubrange(place..<min(place + Int(value), bytes.count))
        }
    }
}
