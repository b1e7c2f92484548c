import ArgumentParser
import Foundation
import MendCore
import MendDelivery
import MendExport
import MendJournal
import MendKeeping
import MendPlans
import MendServer

/// An error as a person meets it: words on standard error, and the contract's exit status.
struct CommandError {
    /// The contract's statuses (sysexits.h); that of a wrong command line, 64, is the argument parser's.
    enum Status: Int32 {
        case badInput = 65
        case notFound = 66
        case internalFault = 70
        case cannotWrite = 73
        case tryAgain = 75
    }

    let status: Status
    let message: String

    private init(_ status: Status, _ message: String) {
        self.status = status
        self.message = message
    }

    /// Nil for what the argument parser words itself: help, version, and faults of the command line.
    private init?(_ error: any Error) {
        switch error {
        case let error as InputError: self.init(.badInput, error.description)
        case let error as NotFound: self.init(.notFound, error.description)
        case let error as CannotWrite: self.init(.cannotWrite, error.description)
        case let error as OutputFailure: self.init(.cannotWrite, error.description)
        case let error as ExportFolderError: self.init(.cannotWrite, error.description)
        case let error as ListenFailure: self.init(error.isTaken ? .tryAgain : .cannotWrite, error.description)
        case let error as ServerOrigin.Fault: self.init(.badInput, error.description)
        case let error as LoadError: self.init(.badInput, error.description)
        case let error as PlanFaults: self.init(.badInput, error.description)
        case let error as RecordFault: self.init(error.isAboutNothing ? .notFound : .badInput, error.description)
        case let error as JournalError: self.init(Self.status(of: error), error.description)
        case let error as ChannelFailure:
            self.init(error.failure == .busy ? .tryAgain : .cannotWrite, error.description)
        case let error as RepairScheduler.Fault:
            self.init(.badInput, "the plan's ladder has no end (\(error)); check its figures")
        case let error as HouseholdFailure:
            guard let cause = CommandError(error.cause) else { return nil }
            // Most name the place themselves.
            let isPlaced = cause.message.contains(error.directory)
            self.init(cause.status, isPlaced ? cause.message : "\(error.directory): \(cause.message)")
        case is ValidationError, is CleanExit, is ExitCode: return nil
        default:
            // The parser's own errors are not public; it knows the status of them.
            guard Mend.exitCode(for: error) == .failure else { return nil }
            self.init(.internalFault, "something went wrong inside mend (\(type(of: error)))")
        }
    }

    private static func status(of error: JournalError) -> Status {
        switch error {
        case .noHousehold, .unreadable: .notFound
        case .householdExists, .notWritable, .fileExists, .journalStands, .symbolicLink, .notAFile: .cannotWrite
        case .newerVersion, .damaged, .exposed, .foreign, .notABackup: .badInput
        case .locked, .inUse: .tryAgain
        }
    }

    /// Says an error, and goes on.
    static func report(_ error: any Error) {
        Terminal.complain(CommandError(error)?.message ?? Mend.message(for: error))
    }

    /// Says an error, and ends the program with its status.
    static func exit(with error: any Error) -> Never {
        if let error = CommandError(error) {
            Terminal.complain(error.message)
            Foundation.exit(error.status.rawValue)
        }
        let code = Mend.exitCode(for: error)
        // Help and the like; a fault quotes what was typed.
        if code.isSuccess { Mend.exit(withError: error) }
        Terminal.note(Mend.fullMessage(for: error))
        Foundation.exit(code.rawValue)
    }
}

extension RecordFault {
    /// Whether what was named is not there.
    fileprivate var isAboutNothing: Bool {
        switch self {
        case .noRupture, .noChannel: true
        default: false
        }
    }
}

extension ExportFolderError {
    public var description: String {
        switch self {
        case .symbolicLink(let path): "\(path): a link stands there; take it away, or choose another --out"
        case .notAFile(let path): "\(path): something else stands there; take it away, or choose another --out"
        case .failed(let path, _, let reason): "\(path): cannot be written (\(reason)); check space and permissions"
        }
    }
}

/// There is no such thing.
struct NotFound: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// A fault in a file of records.
struct LoadError: Error, CustomStringConvertible {
    let path: String
    let fault: HouseholdFileReader.Fault

    var description: String { "\(path):\(fault.line): \(fault.problem); nothing was taken" }
}
