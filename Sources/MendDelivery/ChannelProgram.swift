import Glibc
import MendCore
import Subprocess
import SystemPackage

/// A program that takes what goes out on its standard input.
///
/// What it prints is thrown away: it may repeat private words, and it may be endless. It runs in a session of its own, and
/// whatever of that is left when its time is over is ended with it.
struct ChannelProgram: Sendable {
    let executable: Executable
    let arguments: [String]
    let timeLimit: Duration

    /// How long a program may take.
    static let usualLimit = Duration.seconds(60)

    /// A command line, as the shell reads it.
    static func shell(_ command: String, timeLimit: Duration = usualLimit) -> ChannelProgram {
        ChannelProgram(executable: .path("/bin/sh"), arguments: ["-c", command], timeLimit: timeLimit)
    }

    private enum End {
        case ended(ProcessIdentifier, TerminationStatus)
        case late
    }

    /// - Throws: `DeliveryFailure`.
    func take(_ input: [UInt8]) async throws {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(2))]
        let configuration = Configuration(
            executable: executable, arguments: Arguments(arguments), platformOptions: options)
        let file = try MemoryFile.holding(input)
        let status = try await withThrowingTaskGroup(of: End.self) { group -> TerminationStatus? in
            group.addTask {
                do {
                    let result = try await run(
                        configuration, input: .fileDescriptor(file, closeAfterSpawningProcess: true),
                        output: .discarded)
                    return .ended(result.processIdentifier, result.terminationStatus)
                } catch let error as SubprocessError where !Task.isCancelled {
                    throw DeliveryFailure.cannotStart(reason: "\(error.code)")
                }
            }
            group.addTask {
                try await Task.sleep(for: timeLimit)
                return .late
            }
            defer { group.cancelAll() }
            if case .ended(_, let status) = try await group.next() { return status }
            group.cancelAll()
            // What it had started may not have listened.
            if case .ended(let leader, _) = try await group.next() { kill(-leader.value, SIGKILL) }
            return nil
        }
        switch status {
        case .exited(0): return
        case .exited(let code): throw DeliveryFailure.exited(Int(code))
        case .signaled(let signal): throw DeliveryFailure.signalled(Int(signal))
        case nil: throw DeliveryFailure.tookTooLong(timeLimit)
        }
    }
}
