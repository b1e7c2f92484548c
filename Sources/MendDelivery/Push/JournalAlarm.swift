import Dispatch
import Glibc

/// Wakes whoever waits when the wall clock reaches a time, or when somebody writes into the household's directory. Nothing
/// runs in between.
final class JournalAlarm: Sendable {
    private let wakes: AsyncStream<Void>
    private let sources: Sources

    /// Dispatch's sources may be used from any thread.
    private struct Sources: @unchecked Sendable {
        let timer: any DispatchSourceTimer
        /// Nil where the system has no more watches: then only the clock wakes.
        let watch: (any DispatchSourceRead)?
    }

    /// - Parameter directory: the journal's. Its log grows there with each write of any program.
    init(directory: String) {
        let (wakes, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.wakes = wakes
        let queue = DispatchQueue(label: "mend.alarm")
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.setEventHandler { bell.yield() }
        timer.schedule(wallDeadline: .distantFuture)
        timer.activate()
        sources = Sources(timer: timer, watch: Self.watch(directory, queue: queue, bell: bell))
    }

    deinit {
        sources.timer.cancel()
        sources.watch?.cancel()
    }

    /// - Parameter seconds: how long at most; nil: until something is written.
    func wait(seconds: Int?) async {
        // The wall clock: a machine that slept, or whose clock was set, rings in time.
        sources.timer.schedule(wallDeadline: seconds.map { .now() + .seconds($0) } ?? .distantFuture)
        var iterator = wakes.makeAsyncIterator()
        _ = await iterator.next()
    }

    private static func watch(
        _ directory: String, queue: DispatchQueue, bell: AsyncStream<Void>.Continuation
    ) -> (any DispatchSourceRead)? {
        let file = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard file >= 0 else { return nil }
        guard inotify_add_watch(file, directory, UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO)) >= 0 else {
            close(file)
            return nil
        }
        let source = DispatchSource.makeReadSource(fileDescriptor: file, queue: queue)
        source.setEventHandler {
            var events = [UInt8](repeating: 0, count: 16_384)
            while read(file, &events, events.count) > 0 {}
            bell.yield()
        }
        source.setCancelHandler { close(file) }
        source.activate()
        return source
    }
}
