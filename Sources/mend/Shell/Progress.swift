import Foundation
import MendText
import Synchronization

/// How far a long run has come, as a bar on standard error; on a terminal only.
final class Progress: Sendable {
    private let total: Int
    private let isShown = isatty(STDERR_FILENO) == 1
    private let done = Mutex(0)

    private static let width = 40

    init(of total: Int) {
        self.total = total
    }

    /// One more is done. It may be called by several at once.
    func step() {
        done.withLock { done in
            done += 1
            let isNews = done * 1000 / total != (done - 1) * 1000 / total
            guard isShown, isNews else { return }
            let full = String(repeating: "#", count: done * Self.width / total)
            let count = Speech.text(WayOutPhrase.progress(done: done, of: total))
            Terminal.redraw("[\(full)\(String(repeating: " ", count: Self.width - full.count))] \(count)")
        }
    }

    /// Takes the bar away.
    func end() {
        if isShown { Terminal.redraw("") }
    }
}
