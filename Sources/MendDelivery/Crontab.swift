import Subprocess

/// The crontab of whoever runs mend, through the system's own program.
public enum Crontab {
    /// Why it was not read or written; it is as it was.
    public enum Failure: Error, Equatable {
        /// There is no program `crontab`.
        case isMissing
        /// It is larger than any that is written by hand.
        case isTooLong
        /// It refused, with its status.
        case refused(Int)
    }

    private static let limit = 1 << 24

    /// Empty when there is none yet.
    /// - Throws: `Failure`.
    public static func read() async throws -> [UInt8] {
        let result = try await started {
            try await run(
                .name("crontab"), arguments: ["-l"], output: .bytes(limit: limit), error: .string(limit: limit))
        }
        switch result.terminationStatus {
        case .exited(0): return result.standardOutput
        case .exited(1) where result.standardError.contains("no crontab"): return []
        case .exited(let code), .signaled(let code): throw Failure.refused(Int(code))
        }
    }

    /// Puts another in its place.
    /// - Throws: `Failure`, or `DeliveryFailure` where it cannot be handed on.
    public static func write(_ table: [UInt8]) async throws {
        let file = try MemoryFile.holding(table)
        let result = try await started {
            try await run(
                .name("crontab"), arguments: ["-"],
                input: .fileDescriptor(file, closeAfterSpawningProcess: true), output: .discarded,
                error: .string(limit: limit))
        }
        switch result.terminationStatus {
        case .exited(0): return
        case .exited(let code), .signaled(let code): throw Failure.refused(Int(code))
        }
    }

    private static func started<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw Failure.isMissing
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            throw Failure.isTooLong
        }
    }
}
