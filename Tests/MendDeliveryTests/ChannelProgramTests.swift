import Foundation
import MendCore
import Testing

@testable import MendDelivery

/// Programs as they are met in the wild.
@Suite struct ChannelProgramTests {
    private func failure(_ command: String, limit: Duration = .seconds(30), input: String = "[]") async -> DeliveryFailure? {
        do {
            try await ChannelProgram.shell(command, timeLimit: limit).take(Array(input.utf8))
            return nil
        } catch {
            return error as? DeliveryFailure
        }
    }

    @Test func givesItsInput() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("mend-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let text = String(repeating: "a line of some length\n", count: 50_000)
        #expect(await failure("cat > '\(path)'", input: text) == nil)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }

    /// All users of the machine share the folder in which a file in memory has its name for a moment.
    @Test func needsNoNameThatSomebodyElseCouldTake() async {
        let names = (1...2000).map { "/mend-\(getpid())-\($0)" }
        for name in names { close(shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)) }
        defer { for name in names { shm_unlink(name) } }
        #expect(await failure("test \"$(cat)\" = given", input: "given") == nil)
    }

    @Test func honoursTheStatus() async {
        #expect(await failure("exit 0") == nil)
        #expect(await failure("exit 1") == .exited(1))
        #expect(await failure("no-such-command-anywhere") == .exited(127))
        #expect(await failure("kill -9 $$") == .signalled(9))
    }

    @Test func takesOneThatReadsNothing() async {
        #expect(await failure("exit 0", input: String(repeating: "x", count: 1_000_000)) == nil)
        #expect(await failure("exec <&-; exit 0", input: String(repeating: "x", count: 1_000_000)) == nil)
    }

    @Test func throwsAwayWhatItPrints() async {
        #expect(await failure("head -c 50000000 /dev/zero; head -c 50000000 /dev/zero >&2") == nil)
    }

    /// With everything that it had started.
    @Test func endsOneThatHangs() async throws {
        let mark = "mend-\(UUID().uuidString)"
        let command = """
            bash -c 'trap "" TERM; exec -a \(mark) sleep 600' & bash -c 'exec -a \(mark) sleep 600'
            """
        let found = await failure(command, limit: .milliseconds(300))
        #expect(found == .tookTooLong(.milliseconds(300)))
        // A killed process is gone when its turn on the processor comes.
        for _ in 0..<200 where try isThere(mark) { try await Task.sleep(for: .milliseconds(50)) }
        #expect(try !isThere(mark))
    }

    private func isThere(_ mark: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").contains { process in
            (try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8))?.hasPrefix(mark) ?? false
        }
    }

    @Test func saysThatAProgramIsMissing() async {
        let program = ChannelProgram(executable: .path("/nowhere/sendmail"), arguments: [], timeLimit: .seconds(5))
        await #expect(throws: DeliveryFailure.self) { try await program.take([]) }
    }

    @Test func oneRunAtATime() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mend-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = RunFile(directory: folder, channel: "mail")
        do {
            let held = try file.hold()
            #expect(throws: DeliveryFailure.busy) { _ = try RunFile(directory: folder, channel: "mail").hold() }
            _ = try RunFile(directory: folder, channel: "phone").hold()
            held.note(.init(seconds: 1_767_654_000), hasFailed: true)
        }
        _ = try file.hold()
        #expect(file.lastRun == RunFile.LastRun(at: .init(seconds: 1_767_654_000), hasFailed: true))
    }
}
