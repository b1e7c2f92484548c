import Foundation
import Logging
import MendDelivery
import MendServer
import NIOCore
import ServiceLifecycle
import Synchronization

/// Runs the server on a thread that waits for its end: SIGINT and SIGTERM let it finish what it is answering.
final class ServerHost: Sendable {
    private let group = Mutex<ServiceGroup?>(nil)

    /// - Parameter onRunning: called once it can be reached.
    /// - Throws: when it cannot listen.
    func run(_ setup: ServerSetup, onRunning: @escaping @Sendable () -> Void) throws {
        let application = try ServerApplication.make(setup) { _ in onRunning() }
        var logger = setup.logger
        if logger.logLevel > .debug { logger.logLevel = .error }
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: application)], gracefulShutdownSignals: [.sigint, .sigterm], logger: logger))
        self.group.withLock { $0 = group }
        do {
            try waiting { try await group.run() }
        } catch let error as IOError {
            throw ListenFailure(error.errnoCode)
        }
    }

    /// Ends it from within, after what is being answered.
    func stop() {
        let group = group.withLock { $0 }
        Task { await group?.triggerGracefulShutdown() }
    }
}

/// The address cannot be listened at.
struct ListenFailure: Error, CustomStringConvertible {
    let isTaken: Bool
    let description: String

    init(_ code: Int32) {
        isTaken = code == EADDRINUSE
        let reason = String(cString: strerror(code))
        description =
            isTaken
            ? "--listen: something else listens there already, perhaps another mend; stop it or give another port"
            : "--listen: cannot listen there (\(reason)); give another host or a port above 1023"
    }
}
