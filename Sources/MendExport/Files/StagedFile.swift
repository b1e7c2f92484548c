import MendCore
import MendPlatform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file of an export, and the temporary one beside it.
struct StagedFile {
    let folder: Folder
    let name: String
    /// Its path in the export, for the list of what was written.
    let path: String

    private var temporaryName: String { Self.temporaryName(of: name) }
    private var place: String { "\(folder.path)/\(name)" }
    private var temporaryPlace: String { "\(folder.path)/\(temporaryName)" }

    static func temporaryName(of name: String) -> String { StagingName.name(for: name) }

    /// The other way round; a name that is no temporary one is its own.
    static func finalName(of name: String) -> String { StagingName.final(of: name) ?? name }

    /// Whether the file is there already with just these bytes.
    func holds(_ bytes: [UInt8]) throws(ExportFolderError) -> Bool {
        var status = stat()
        if fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) != 0 {
            if errno == ENOENT { return false }
            throw .system(place, "examine")
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFLNK: throw .symbolicLink(path: place)
        default: throw .notAFile(path: place)
        }
        guard Int(status.st_size) == bytes.count else { return false }
        let descriptor = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        // Unreadable, so not known to be the same.
        if descriptor < 0 { return false }
        defer { close(descriptor) }
        var position = 0
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while position < bytes.count {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0, count <= bytes.count - position,
                bytes[position..<position + count].elementsEqual(chunk[..<count])
            else { return false }
            position += count
        }
        return true
    }

    /// Whether it may be replaced or taken away: nothing is there, or what an export has written.
    func isOurs() throws(ExportFolderError) -> Bool {
        guard let mark = ExportMark(path: path) else { return true }
        let descriptor = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if descriptor < 0 {
            switch errno {
            case ENOENT: return true
            // Somebody's who keeps it from us, a link, a socket.
            case EACCES, EPERM, ELOOP, ENXIO: return false
            default: throw .system(place, "examine")
            }
        }
        defer { close(descriptor) }
        var beginning = [UInt8](repeating: 0, count: ExportMark.reach)
        var count = 0
        while count < beginning.count {
            let step = beginning.withUnsafeMutableBytes { bytes in
                read(descriptor, bytes.baseAddress.map { $0 + count }, bytes.count - count)
            }
            if step < 0, errno == EINTR { continue }
            if step < 0, errno != EISDIR { throw .system(place, "examine") }
            guard step > 0 else { break }
            count += step
        }
        return mark.stands(in: Array(beginning[..<count]))
    }

    /// Takes the file away.
    /// - Returns: whether it was there.
    func remove() throws(ExportFolderError) -> Bool {
        if unlinkat(folder.descriptor, name, 0) == 0 { return true }
        guard errno == ENOENT else { throw .system(place, "remove") }
        return false
    }

    /// Writes the temporary file, down to the disk.
    func stage(_ bytes: [UInt8], mode: mode_t) throws(ExportFolderError) {
        // One that a crash has left.
        discard()
        let descriptor = try UnfinishedFiles.undisturbed { () throws(ExportFolderError) in
            let descriptor = openat(
                folder.descriptor, temporaryName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if descriptor < 0 { throw .system(place, "write") }
            UnfinishedFiles.add(temporaryPlace)
            return descriptor
        }
        defer { close(descriptor) }
        var position = 0
        while position < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                write(descriptor, bytes.baseAddress.map { $0 + position }, bytes.count - position)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .system(place, "write")
            }
            position += count
        }
        // The umask has no say: what was asked for is what a web server can read.
        if fchmod(descriptor, mode) != 0 { throw .system(place, "set mode") }
        if fsync(descriptor) != 0 { throw .system(place, "flush") }
    }

    /// Renames the temporary file, so that the file is the old one or the new one, whatever happens.
    /// - Parameter date: its modification time; nil: when it was written.
    func putInPlace(dated date: Instant? = nil) throws(ExportFolderError) {
        keepOrder(date)
        if renameat(folder.descriptor, temporaryName, folder.descriptor, name) != 0 {
            throw .system(place, "replace")
        }
        UnfinishedFiles.remove(temporaryPlace)
    }

    /// A clock that is slow shall not make the new file older than the one whose place it takes: web servers tell readers that time,
    /// and readers pass over what is older than what they have.
    private func keepOrder(_ date: Instant?) {
        var (old, new) = (stat(), stat())
        guard fstatat(folder.descriptor, temporaryName, &new, AT_SYMLINK_NOFOLLOW) == 0 else { return }
        let isThere = fstatat(folder.descriptor, name, &old, AT_SYMLINK_NOFOLLOW) == 0
        #if canImport(Glibc)
            let (before, written, used) = (old.st_mtim.tv_sec, new.st_mtim.tv_sec, new.st_atim)
        #else
            let (before, written, used) = (old.st_mtimespec.tv_sec, new.st_mtimespec.tv_sec, new.st_atimespec)
        #endif
        let wanted = date?.seconds ?? written
        let isLater = !isThere || (date == nil ? before <= wanted : before < wanted)
        let seconds = isLater ? wanted : before + 1
        guard seconds != written || date != nil else { return }
        utimensat(folder.descriptor, temporaryName, [used, timespec(tv_sec: seconds, tv_nsec: 0)], AT_SYMLINK_NOFOLLOW)
    }

    /// Takes the temporary file away, if there is one.
    func discard() {
        unlinkat(folder.descriptor, temporaryName, 0)
        UnfinishedFiles.remove(temporaryPlace)
    }

    /// Sets who can read the file, and leaves its modification time alone.
    func setMode(_ mode: mode_t) throws(ExportFolderError) {
        if fchmodat(folder.descriptor, name, mode, 0) != 0 { throw .system(place, "set mode") }
    }
}
