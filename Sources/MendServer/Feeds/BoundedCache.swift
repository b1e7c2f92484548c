/// Values by key, up to a number of bytes; what has not been used for longest goes first.
struct BoundedCache<Key: Hashable, Value> {
    private struct Entry {
        let value: Value
        let bytes: Int
        var used: Int
    }

    private let mostBytes: Int
    private var entries: [Key: Entry] = [:]
    private var clock = 0
    private(set) var bytes = 0

    var count: Int { entries.count }

    init(mostBytes: Int) {
        self.mostBytes = mostBytes
    }

    subscript(_ key: Key) -> Value? {
        mutating get {
            guard let value = entries[key]?.value else { return nil }
            clock += 1
            entries[key]?.used = clock
            return value
        }
    }

    /// What alone is larger than the cache is not kept.
    mutating func put(_ value: Value, for key: Key, bytes size: Int) {
        remove(key)
        guard size <= mostBytes else { return }
        clock += 1
        entries[key] = Entry(value: value, bytes: size, used: clock)
        bytes += size
        while bytes > mostBytes, let oldest = entries.min(by: { $0.value.used < $1.value.used })?.key { remove(oldest) }
    }

    private mutating func remove(_ key: Key) {
        guard let entry = entries.removeValue(forKey: key) else { return }
        bytes -= entry.bytes
    }
}
