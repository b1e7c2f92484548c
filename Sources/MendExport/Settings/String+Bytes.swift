extension String {
    /// Calls `body` with its UTF-8, without a copy. (`withUTF8` wants a variable, and that counts a reference each time.)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
        // A string that is not Swift's own, which is to be had on Apple's systems only.
        var copy = self
        return try copy.withUTF8(body)
    }
}
