#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Standard output takes no more.
package struct OutputFailure: Error, CustomStringConvertible {
    package let description: String

    init(_ code: Int32) {
        description =
            "standard output cannot be written (\(String(cString: strerror(code)))); check space and where it leads"
    }
}
