import Logging

/// What mend does, for somebody who looks for a fault: on standard error, from the level in MEND_LOG on (`debug`, `info`, …).
/// Only counts, paths and names of files enter it, nothing that a household has written.
enum Log {
    static let mend: Logger = {
        var logger = Logger(label: "mend", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel =
            Environment.value("MEND_LOG").flatMap { Logger.Level(rawValue: $0.lowercased()) } ?? .error
        return logger
    }()
}
