import Foundation
import MendCore
import MendJournal
import MendKeeping
import Testing

/// The built program, run as a process in a household of its own.
struct Program {
    /// What a run left: its status, and what it printed where.
    struct Outcome {
        let status: Int32
        let outBytes: Data
        let out: String
        let err: String
    }

    /// A process that has been started.
    struct Run {
        fileprivate let process: Process
        fileprivate let (outPath, errPath): (String, String)

        func wait() throws -> Outcome {
            process.waitUntilExit()
            let out = try Data(contentsOf: URL(fileURLWithPath: outPath))
            let err = try Data(contentsOf: URL(fileURLWithPath: errPath))
            let told = Families.privateWords(in: String(decoding: err, as: UTF8.self))
            // The argument parser quotes the line that was typed.
            if process.terminationStatus != 64 { #expect(told == [], "private words on standard error") }
            let killed = process.terminationReason == .uncaughtSignal
            return Outcome(
                status: killed ? -process.terminationStatus : process.terminationStatus, outBytes: out,
                out: String(decoding: out, as: UTF8.self), err: String(decoding: err, as: UTF8.self))
        }
    }

    /// A directory that the test may fill: `data` in it is the household's.
    let folder: String

    /// Monday 5 January 2026, six in the evening in New York.
    static let now = "2026-01-05T18:00:00-05:00"

    var data: String { "\(folder)/data" }

    /// Runs a test beside a program whose files are taken away afterwards.
    static func test<Result>(_ body: (Program) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mend-command-\(UUID().uuidString)")
            .path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(Program(folder: folder))
    }

    /// The same beside a household that is there already.
    static func test<Result>(loaded lines: String, _ body: (Program) throws -> Result) throws -> Result {
        try test { mend in
            // As `load` does it, but without a process.
            let now = try #require(TimeText.instant(rfc3339: now))
            let history = try HouseholdFileReader(now: now, zones: SystemZones.find).history(from: Data(lines.utf8))
            _ = try SQLiteJournal.create(in: mend.data, records: history.records, zones: SystemZones.find)
            return try body(mend)
        }
    }

    /// Runs a verb to its end.
    /// - Parameters:
    ///   - now: nil leaves it to the environment.
    ///   - input: what stands on standard input.
    ///   - environment: added to an otherwise empty one, in which the household's directory is set.
    ///   - withoutPrivilege: as somebody whom permissions hold, even when the tests are run by root.
    @discardableResult
    func callAsFunction(
        _ arguments: String..., now: String? = now, input: String = "", environment: [String: String] = [:],
        withoutPrivilege: Bool = false
    ) throws -> Outcome {
        try start(arguments, now: now, input: input, environment: environment, withoutPrivilege: withoutPrivilege)
            .wait()
    }

    func start(
        _ arguments: [String], now: String? = now, input: String = "", inputBytes: [UInt8]? = nil,
        environment: [String: String] = [:], withoutPrivilege: Bool = false, out: FileHandle? = nil,
        terminal: FileHandle? = nil, program: String? = nil
    ) throws -> Run {
        let name = "\(folder)/run-\(UUID().uuidString)"
        for suffix in ["out", "err"] { try Data().write(to: URL(fileURLWithPath: "\(name).\(suffix)")) }
        try Data(inputBytes ?? Array(input.utf8)).write(to: URL(fileURLWithPath: "\(name).in"))
        var command = [try program ?? Self.path()] + arguments
        if withoutPrivilege, geteuid() == 0 {
            command = ["/usr/bin/setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--"] + command
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command.removeFirst())
        process.arguments = command
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": "\(folder)/home", "TMPDIR": folder, "MEND_DATA": data]
            .merging(Self.sanitizerOptions) { $1 }
            .merging(now.map { ["MEND_NOW": $0] } ?? [:]) { $1 }
            .merging(environment) { $1 }
        process.standardInput = try terminal ?? FileHandle(forReadingFrom: URL(fileURLWithPath: "\(name).in"))
        process.standardOutput = try out ?? FileHandle(forWritingTo: URL(fileURLWithPath: "\(name).out"))
        process.standardError = try terminal ?? FileHandle(forWritingTo: URL(fileURLWithPath: "\(name).err"))
        try process.run()
        return Run(process: process, outPath: "\(name).out", errPath: "\(name).err")
    }

    /// What the tests' own sanitizer was told holds for the program as well.
    static let sanitizerOptions = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }

    /// The programs stand beside the tests.
    static func path(of name: String = "mend") throws -> String {
        let tests = try #require(CommandLine.arguments.first)
        let path = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(name).path
        try #require(FileManager.default.isExecutableFile(atPath: path), "no program at \(path)")
        return path
    }
}

extension Program {
    /// The household as it is, read without a process.
    func dump() throws -> String {
        HouseholdFile.text(of: try SQLiteJournal(directory: data, zones: SystemZones.find).history())
    }

    func write(_ text: String, to name: String) throws -> String {
        let path = "\(folder)/\(name)"
        let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// The agenda of some days, as the objects of its JSON.
    func agenda(from first: String, to last: String, now: String = now) throws -> [[String: Any]] {
        try self("agenda", "--from", first, "--to", last, "--format", "json", now: now).objects()
    }
}

extension Program.Outcome {
    func objects() throws -> [[String: Any]] {
        try #require(status == 0, "\(err)")
        return try #require(try JSONSerialization.jsonObject(with: outBytes) as? [[String: Any]])
    }
}

/// Every file below a directory, by its path there.
func files(below directory: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: directory) {
        var isDirectory: ObjCBool = false
        let full = "\(directory)/\(path)"
        guard FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory), !isDirectory.boolValue else {
            continue
        }
        files[path] = try Data(contentsOf: URL(fileURLWithPath: full))
    }
    return files
}

func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
}
