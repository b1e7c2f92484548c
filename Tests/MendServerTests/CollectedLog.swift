import Logging
import MendCore
import Synchronization

/// All that a server under test writes to its log, at the most talkative level.
final class CollectedLog: LogHandler {
    private let lines = Mutex<[String]>([])

    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        let line = "\(event.message) \(event.metadata ?? [:]) \(event.error.map { "\($0)" } ?? "")"
        lines.withLock { $0.append(line) }
    }

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    /// The household's own words that stand in the log.
    func privateWords(of history: History) -> [String] {
        var words = history.people.map(\.name) + history.attempts.compactMap(\.note)
        for contact in history.contacts { words += [contact.name, contact.number] }
        for rupture in history.ruptures { words += [rupture.note, rupture.excitedAbout].compactMap(\.self) }
        let text = text
        return words.filter(text.contains)
    }
}
