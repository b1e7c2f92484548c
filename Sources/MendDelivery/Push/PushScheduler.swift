import Logging
import MendCore

/// Rings phones in time while a server runs: it sleeps until the next item is due, or something is written down.
public struct PushScheduler: Sendable {
    private let run: PushRun
    private let clock: @Sendable () -> Instant
    private let directory: String
    private let logger: Logger

    /// After a run that the journal did not let through.
    private static let faultPause = 1.minutes

    /// - Parameters:
    ///   - clock: the present instant.
    ///   - directory: the household's.
    ///   - logger: gets the kinds of errors, and never a word of the household.
    public init(_ run: PushRun, clock: @escaping @Sendable () -> Instant, directory: String, logger: Logger) {
        self.run = run
        self.clock = clock
        self.directory = directory
        self.logger = logger
    }

    /// Goes on until its task is cancelled.
    public func run() async {
        let alarm = JournalAlarm(directory: directory)
        while !Task.isCancelled {
            var next: Instant?
            do {
                let outcome = try await run.run(now: clock())
                next = outcome.next
                logger.debug("phones", metadata: ["sent": "\(outcome.sent)"])
            } catch {
                logger.error("phones", metadata: ["error": "\(type(of: error))"])
                next = clock() + Self.faultPause
            }
            if Task.isCancelled { return }
            let now = clock()
            await alarm.wait(seconds: next.map { max(0, $0 - now) })
        }
    }
}
