extension String {
    /// Calls `body` with its UTF-8; without a copy for all strings that Swift itself has made.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        var text = self
        return try text.withUTF8(body)
    }
}
