import Foundation

/// A directory of plan documents. It is the one part of the module that touches files.
public enum PlanFolder {
    static let fileLimit = 2_000
    static let depthLimit = 8

    /// Reads every `.yaml` and `.yml` file below a directory, sorted by path. Other files, and names that begin with a dot,
    /// are passed over, and so are folders below that hold a `plan.yaml` of their own: those are other plans.
    ///
    /// - Parameters:
    ///   - directory: may itself be a symbolic link; links inside it must not lead out of it.
    ///   - name: how the directory is shown in the paths of faults; the directory as given when nil.
    /// - Throws: every file that cannot be read, and why.
    public static func documents(in directory: String, shownAs name: String? = nil) throws(PlanFaults) -> [PlanDocument]
    {
        let shown = name ?? directory
        let root = URL(filePath: directory).resolvingSymlinksInPath().path(percentEncoded: false)
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root, isDirectory: &isDirectory) else {
            throw PlanFaults([fault(shown, "there is no such directory", "name one that holds .yaml files")])
        }
        guard isDirectory.boolValue else {
            throw PlanFaults([fault(shown, "is not a directory", "name the directory that holds it")])
        }
        var reader = FolderReader(root: root.hasSuffix("/") ? root : root + "/")
        reader.read(root, shown: shown.hasSuffix("/") ? String(shown.dropLast()) : shown, depth: 1)
        if reader.faults.isEmpty, reader.documents.isEmpty {
            throw PlanFaults([fault(shown, "holds no .yaml file", "name the directory that holds the plan")])
        }
        guard reader.faults.isEmpty else { throw PlanFaults(reader.faults) }
        return reader.documents.sorted { $0.path < $1.path }
    }

    fileprivate static func fault(_ path: String, _ message: String, _ suggestion: String) -> PlanFault {
        PlanFault(path: path, line: 0, message: message, suggestion: suggestion)
    }
}

private struct FolderReader {
    let root: String
    var documents: [PlanDocument] = []
    var faults: [PlanFault] = []

    mutating func read(_ directory: String, shown: String, depth: Int) {
        guard depth <= PlanFolder.depthLimit else {
            return fault(shown, "directories more than \(PlanFolder.depthLimit) deep", "move the files up")
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            return fault(shown, "cannot be read", "allow yourself to read it (chmod u+rx)")
        }
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = "\(directory)/\(name)"
            let isDocument = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
            switch type(path) {
            // A folder with a plan.yaml of its own is another plan.
            case .typeDirectory where type("\(path)/plan.yaml") == .typeRegular: break
            case .typeDirectory: read(path, shown: "\(shown)/\(name)", depth: depth + 1)
            case .typeSymbolicLink where isDocument: readLink(path, shown: "\(shown)/\(name)")
            case .typeRegular where isDocument: readFile(path, shown: "\(shown)/\(name)")
            case _ where isDocument: fault("\(shown)/\(name)", "is not a regular file", "put a file there")
            default: break
            }
        }
    }

    private mutating func readLink(_ path: String, shown: String) {
        let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        guard target.hasPrefix(root), type(target) == .typeRegular else {
            return fault(
                shown, "is a link that leads out of the directory or to no file", "copy the file to this place")
        }
        readFile(target, shown: shown)
    }

    private mutating func readFile(_ path: String, shown: String) {
        guard documents.count < PlanFolder.fileLimit else {
            if documents.count == PlanFolder.fileLimit {
                fault(shown, "more than \(PlanFolder.fileLimit) files", "put several lists into one file")
            }
            return
        }
        let limit = DocumentReader.byteLimit
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: limit + 1)
        else {
            // An empty file gives nil, too.
            if FileManager.default.isReadableFile(atPath: path) { return }
            return fault(shown, "cannot be read", "allow yourself to read it (chmod u+r)")
        }
        guard data.count <= limit else {
            return fault(shown, "longer than 4 MB", "divide it into several files")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            return fault(shown, "is not UTF-8", "save it as UTF-8")
        }
        documents.append(PlanDocument(path: shown, text: text))
    }

    private func type(_ path: String) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    }

    private mutating func fault(_ path: String, _ message: String, _ suggestion: String) {
        faults.append(PlanFault(path: path, line: 0, message: message, suggestion: suggestion, severity: .fault))
    }
}
