import Foundation
import Logging
import MendDelivery
import MendPlatform
import MendServer
import NIOCore
import ServiceLifecycle
import Synchronization

/// Runs the server on a thread that waits for its end: SIGINT and SIGTERM let it finish what it is answering.
final class ServerHost: Sendable {
    private let group = Mutex<ServiceGroup?>(nil)

    /// - Parameters:
    ///   - phones: rings them while the server runs.
    ///   - onRunning: called once it can be reached.
    /// - Throws: `CommandFault` when it cannot listen.
    func run(_ setup: ServerSetup, ringing phones: PushScheduler, onRunning: @escaping @Sendable () -> Void) throws {
        let manager = ServiceNotification(
            socket: Environment.value("NOTIFY_SOCKET"), watchdogMicroseconds: Environment.value("WATCHDOG_USEC"))
        let application = try ServerApplication.make(setup) { _ in
            manager?.tell(.ready)
            onRunning()
        }
        var logger = setup.logger
        if logger.logLevel > .debug { logger.logLevel = .error }
        let watch = manager.map { [ServiceGroupConfiguration.ServiceConfiguration(service: Watch(manager: $0))] } ?? []
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: application), .init(service: PhoneService(scheduler: phones))] + watch,
                gracefulShutdownSignals: [.sigint, .sigterm], logger: logger))
        self.group.withLock { $0 = group }
        do {
            try waiting { try await group.run() }
        } catch let error as IOError {
            throw CommandFault.listening(error.errnoCode)
        }
    }

    /// Ends it from within, after what is being answered.
    func stop() {
        let group = group.withLock { $0 }
        Task { await group?.triggerGracefulShutdown() }
    }
}

/// Tells the service manager that the server lives, as often as it asks, and that it ends.
private struct Watch: Service {
    let manager: ServiceNotification

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            guard let seconds = manager.heartbeat else { return try await gracefulShutdown() }
            while true {
                manager.tell(.alive)
                try await Task.sleep(for: .seconds(seconds))
            }
        }
        manager.tell(.stopping)
    }
}

/// The scheduler of phones as a part of the server: it ends with it, once what is on its way has come to its end.
private struct PhoneService: Service {
    let scheduler: PushScheduler

    func run() async throws {
        await cancelWhenGracefulShutdown { await scheduler.run() }
    }
}

extension CommandFault {
    /// The address cannot be listened at.
    /// - Parameter code: of `errno`.
    fileprivate static func listening(_ code: Int32) -> CommandFault {
        code == EADDRINUSE
            ? CommandFault(.tryAgain, .listenIsTaken)
            : CommandFault(.cannotWrite, .cannotListen(reason: String(cString: strerror(code))))
    }
}
