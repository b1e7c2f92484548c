/// A part of a document that is put together before it is handed over. Not to be copied, because it owns its memory, which
/// serves for one part after another.
struct XMLPiece: ~Copyable {
    private var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4096)
    private var count = 0

    deinit {
        memory.deallocate()
    }

    mutating func removeAll() {
        count = 0
    }

    /// What needs no escape.
    mutating func append(_ text: StaticString) {
        add(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// A name.
    @_disfavoredOverload
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// Text inside an element, or the value of an attribute.
    mutating func append(escaping text: String, isValue: Bool = false) {
        var text = text
        text.withUTF8 { bytes in
            let begin = room(for: XMLCharacters.longestEscaped(octets: bytes.count))
            count += XMLCharacters.escape(bytes, to: begin, isValue: isValue) - begin
        }
    }

    /// - Parameter body: gets the octets and their number, and returns a status; a number that libxml2 does not take (2 GB) is
    ///   a negative one.
    func withBytes(_ body: (UnsafePointer<UInt8>, Int32) -> Int32) -> Int32 {
        guard let base = memory.baseAddress, let length = Int32(exactly: count) else { return -1 }
        return body(base, length)
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        room(for: bytes.count).update(from: base, count: bytes.count)
        count += bytes.count
    }

    /// Where the next octets go; there is room for so many.
    @inline(__always)
    private mutating func room(for octets: Int) -> UnsafeMutablePointer<UInt8> {
        if memory.count - count < octets {
            let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * memory.count + octets)
            _ = larger.update(fromContentsOf: memory[..<count])
            memory.deallocate()
            memory = larger
        }
        guard let base = memory.baseAddress else { preconditionFailure("it is never empty") }
        return base + count
    }
}
