#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The program that runs.
package enum OwnProgram {
    /// Its whole path without links, as cron and systemd must name it; as it was typed where the system does not tell.
    package static var path: String {
        let path = realpath("/proc/self/exe", nil)
        defer { free(path) }
        return path.map { String(cString: $0) } ?? CommandLine.arguments[0]
    }

    /// The folder that holds what came with it, beside the folder of the program: `share` of an unpacked release.
    static var share: String { share(of: path) }

    /// The same of a program with this path. No `..` stands in it, since none leads out of a file.
    static func share(of program: String) -> String {
        let bin = Directory.parts(of: program).folder
        return Directory.parts(of: bin).folder + "/share"
    }
}
