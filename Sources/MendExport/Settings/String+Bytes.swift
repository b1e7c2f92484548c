extension String {
    /// Its UTF-8, without a copy.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
        // A string that is not Swift's own, which is to be had on Apple's systems only.
        var copy = self
        return try copy.withUTF8(body)
    }
}
