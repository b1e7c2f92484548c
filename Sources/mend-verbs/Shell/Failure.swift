import ArgumentParser
import Foundation
import MendCore
import MendExport
import MendJournal
import MendKeeping
import MendPlans
import MendServer
import MendShell

/// An error as a person meets it: words on standard error, and the contract's exit status.
struct Failure {
    /// The contract's statuses (sysexits.h).
    enum Status: Int32 {
        case usage = 64
        case badInput = 65
        case notFound = 66
        case internalFault = 70
        case cannotWrite = 73
        case tryAgain = 75
    }

    private let error: any Error

    init(_ error: any Error) {
        self.error = error
    }

    /// Says it, and goes on.
    func tell() {
        Terminal.complain(verdict?.1 ?? Mend.message(for: error))
    }

    func exit() -> Never {
        guard let (status, message) = verdict else {
            let code = Mend.exitCode(for: error)
            // Help and the like; a fault quotes what was typed.
            if code.isSuccess { Mend.exit(withError: error) }
            Terminal.note(Mend.fullMessage(for: error))
            Foundation.exit(code.rawValue)
        }
        Terminal.complain(message)
        Foundation.exit(status.rawValue)
    }

    /// Nil for what the argument parser words itself: help, version, and faults of the command line.
    private var verdict: (Status, String)? {
        switch error {
        case let error as InputError: (.badInput, error.description)
        case let error as NotFound: (.notFound, error.description)
        case let error as OutputFailure: (.cannotWrite, error.description)
        case let error as CannotWrite: (.cannotWrite, error.description)
        case let error as ChannelFailure:
            (error.failure == .busy ? .tryAgain : .cannotWrite, error.description)
        case let error as ListenFailure: (error.isTaken ? .tryAgain : .cannotWrite, error.description)
        case let error as ServerOrigin.Fault: (.badInput, error.description)
        case let error as RecordFault:
            switch error {
            case .noRupture, .noChannel: (.notFound, error.description)
            default: (.badInput, error.description)
            }
        case let error as LoadError: (.badInput, error.description)
        case let error as PlanFaults: (.badInput, error.description)
        case let error as RepairScheduler.Fault:
            (.badInput, "the plan's ladder has no end (\(error)); check its figures")
        case let error as HouseholdFailure:
            // Most name the place themselves.
            Failure(error.cause).verdict.map { status, message in
                (status, message.contains(error.directory) ? message : "\(error.directory): \(message)")
            }
        case let error as ExportFolderError: (.cannotWrite, error.description)
        case let error as JournalError: (Self.status(of: error), error.description)
        case is ValidationError, is CleanExit, is ExitCode: nil
        default:
            Self.isParserError(error) ? nil : (.internalFault, "something went wrong inside mend (\(type(of: error)))")
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

    /// The parser's own errors are not public; it knows the status of them.
    private static func isParserError(_ error: any Error) -> Bool {
        Mend.exitCode(for: error) != .failure
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
