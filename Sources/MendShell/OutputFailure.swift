#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Standard output takes no more.
package struct OutputFailure: Error, CustomStringConvertible {
    package let description: String

    /// The contract's status for what cannot be written.
    package static let status: Int32 = 73

    init(_ code: Int32) {
        description =
            "standard output cannot be written (\(String(cString: strerror(code)))); check space and where it leads"
    }
}
