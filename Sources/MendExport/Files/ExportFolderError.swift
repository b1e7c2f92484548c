#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why an export was not written.
public enum ExportFolderError: Error, Equatable, Sendable {
    /// A link stands where a file belongs: following it could overwrite something else.
    case symbolicLink(path: String)
    /// Something that is neither a file nor a link stands there.
    case notAFile(path: String)
    /// A file stands there that no export has written.
    case notOurs(path: String)
    /// The folder, or one in it, belongs to somebody else.
    case foreignFolder(path: String)
    /// Others than its owner can put files into the folder.
    case openFolder(path: String)
    /// The system refused a step.
    /// - Parameters:
    ///   - step: what was tried, such as `open folder`.
    ///   - reason: the system's words for it.
    case failed(path: String, step: String, reason: String)
}

extension ExportFolderError {
    /// The failure that `errno` tells of.
    static func system(_ path: String, _ step: String) -> ExportFolderError {
        .failed(path: path, step: step, reason: String(cString: strerror(errno)))
    }
}
