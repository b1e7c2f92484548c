import Foundation

/// Standard output takes no more.
struct OutputFailure: Error, CustomStringConvertible {
    let description: String

    init(_ code: Int32) {
        description =
            "standard output cannot be written (\(String(cString: strerror(code)))); check space and where it leads"
    }
}
