import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is wrong with a file or a directory, as data: whoever shows it finds the words.
package enum FileFault: Error, Equatable {
    /// Others than its owner can read or write it.
    /// - Parameter mode: what `chmod` should be given.
    case exposed(path: String, mode: String)
    /// It belongs to somebody else.
    /// - Parameter chown: what `chown` should be given before the path; nil: everybody may write there, so that nobody should
    ///   take it.
    case foreign(path: String, chown: String?)
    /// Something of somebody else has a name that is needed to make a file, and cannot be taken away.
    case inTheWay(path: String)
    /// The folder belongs to somebody else.
    case foreignFolder(path: String)
    /// Others can take away what is put into the folder, and put something else in its place.
    case openFolder(path: String)
    case symbolicLink(path: String)
    case notAFile(path: String)
    /// A file that would be written stands there.
    case exists(path: String)
    /// Another process makes the same file.
    case locked(path: String)
    case notWritable(path: String, reason: Errno)
}

extension Errno {
    /// Why the system's call before this one has failed.
    package static var last: Errno { Errno(rawValue: errno) }
}
