import Foundation

@testable import Probes

/// `fuzz PROBE FOLDER [LIBFUZZER OPTION ...]` feeds one parser until an option says enough, or something does not hold.
/// `fuzz` alone prints the names, the small ones first. The folder keeps what was found worth trying, and what broke.
@main struct Fuzz {
    nonisolated(unsafe) private static var probe = Probe.time

    static func main() throws {
        guard CommandLine.arguments.count > 2, let probe = Probe(rawValue: CommandLine.arguments[1]) else {
            for probe in Probe.allCases { print(probe.rawValue, probe.isSmall ? "small" : "large") }
            return
        }
        self.probe = probe
        let corpus = "\(CommandLine.arguments[2])/\(probe.rawValue)"
        try FileManager.default.createDirectory(atPath: corpus, withIntermediateDirectories: true)
        for (number, seed) in probe.seeds.enumerated() {
            try Data(seed).write(to: URL(filePath: "\(corpus)/seed-\(number)"))
        }
        // What is made once shall not count as an input that takes long.
        for seed in probe.seeds { try? probe.check(seed) }
        let arguments =
            [CommandLine.arguments[0], "-artifact_prefix=\(corpus)-", corpus] + CommandLine.arguments.dropFirst(3)
        var count = CInt(arguments.count)
        // libFuzzer keeps the arguments for as long as it runs.
        let copies: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        let list = UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: copies.count)
        _ = list.initialize(from: copies)
        var start = list.baseAddress
        exit(runDriver(&count, &start) { bytes, size in Fuzz.one(bytes, size) })
    }

    private static func one(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        do throws(Broken) {
            try probe.check(Array(UnsafeBufferPointer(start: bytes, count: count)))
            return 0
        } catch {
            fatalError("\(probe.rawValue): \(error.what)")
        }
    }
}

/// libFuzzer as a library: `main` stays ours.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
