import ArgumentParser
import Foundation
import MendCore
import MendDelivery
import MendExport
import MendJournal
import MendKeeping
import MendPlans
import MendServer
import MendText

/// An error as a person meets it: words on standard error, and the contract's exit status.
struct CommandError {
    /// The contract's statuses (sysexits.h). The argument parser ends with that of a wrong command line by itself, too.
    enum Status: Int32, CaseIterable {
        case badCommandLine = 64
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

    private init(_ status: Status, _ phrase: some Phrase) {
        self.init(status, Speech.text(phrase))
    }

    private init(_ status: Status, _ phrase: CommandFaultPhrase) {
        self.init(status, Speech.text(phrase))
    }

    /// Nil for what the argument parser words itself: help, version, and faults of the command line.
    private init?(_ error: any Error) {
        switch error {
        case let error as CommandFault: self.init(error.status, error.phrase)
        case let error as InputError: self.init(.badInput, InputErrorPhrase(error, on: .terminal))
        case let fault as RecordFault:
            self.init(fault.isAboutNothing ? .notFound : .badInput, RecordFaultPhrase(fault, on: .terminal))
        case let error as AmbiguousName: self.init(.badInput, error)
        case let error as ChannelFailure:
            self.init(
                error.failure.isPassing ? .tryAgain : .cannotWrite,
                DeliveryFailurePhrase(error.failure, of: error.channel, isTest: error.isTest))
        case let error as JournalError: self.init(Self.status(of: error), Speech.text(error))
        case let error as ExportFolderError: self.init(.cannotWrite, error.phrase)
        case let fault as ServerOrigin.Fault: self.init(.badInput, fault.phrase)
        case let error as PlanFaults: self.init(.badInput, error.description)
        case let fault as RepairScheduler.Fault: self.init(.badInput, .endlessLadder(fault: "\(fault)"))
        case let error as HouseholdFailure:
            guard let cause = CommandError(error.cause) else { return nil }
            // Most name the place themselves.
            let isPlaced = cause.message.contains(error.directory)
            let placed = CommandFaultPhrase.inHousehold(directory: error.directory, problem: cause.message)
            self.init(cause.status, isPlaced ? cause.message : Speech.text(placed))
        case is ValidationError, is CleanExit, is ExitCode: return nil
        default:
            // The parser's own errors are not public; it knows the status of them.
            guard Mend.exitCode(for: error) == .failure else { return nil }
            self.init(.internalFault, .internalFault("\(type(of: error))"))
        }
    }

    private static func status(of error: JournalError) -> Status {
        switch error {
        case .noHousehold, .unreadable: .notFound
        case .householdExists, .notWritable, .fileExists, .journalStands, .symbolicLink, .notAFile, .inTheWay,
            .foreignFolder, .openFolder:
            .cannotWrite
        case .newerVersion, .damaged, .exposed, .foreign, .notABackup: .badInput
        case .locked, .inUse, .zoneUnreadable: .tryAgain
        }
    }

    /// What is wrong, in words; nil for what the argument parser words itself.
    static func describe(_ error: any Error) -> String? {
        CommandError(error)?.message
    }

    /// Says an error, and goes on.
    static func report(_ error: any Error) {
        Terminal.complain(CommandError(error)?.message ?? Mend.message(for: error))
    }

    /// Says an error, and ends the program with its status.
    static func exit(with error: any Error) -> Never {
        if let error = CommandError(error) {
            // As the argument parser begins its own.
            if error.status == .badCommandLine {
                Terminal.showNote("Error: \(error.message)")
            } else {
                Terminal.complain(error.message)
            }
            Foundation.exit(error.status.rawValue)
        }
        let code = Mend.exitCode(for: error)
        // Help and the like; a fault quotes what was typed.
        if code.isSuccess { Mend.exit(withError: error) }
        Terminal.showNote(Mend.fullMessage(for: error))
        Foundation.exit(code.rawValue)
    }
}

extension RecordFault {
    /// Whether what was named is not there.
    fileprivate var isAboutNothing: Bool {
        switch self {
        case .noRupture, .neitherRuptureNorPerson, .nothingOpen, .noChannel, .noRecord, .nothingWritten: true
        default: false
        }
    }
}

extension DeliveryFailure {
    /// Whether the same will do later.
    fileprivate var isPassing: Bool {
        switch self {
        case .busy, .pushLater: true
        default: false
        }
    }
}

extension ExportFolderError {
    fileprivate var phrase: CommandFaultPhrase {
        switch self {
        case .symbolicLink(let path): .linkStands(path: path)
        case .notAFile(let path): .somethingElseStands(path: path)
        case .notOurs(let path): .exportNotOurs(path: path)
        case .foreignFolder(let path): .folderIsForeign(path: path)
        case .openFolder(let path): .folderIsOpen(path: path)
        case .failed(let path, _, let reason): .exportCannotBeWritten(path: path, reason: reason)
        }
    }
}

extension ServerOrigin.Fault {
    fileprivate var phrase: CommandFaultPhrase {
        switch self {
        case .listen: .listenIsNoAddress
        case .path: .baseURLHasAPath
        case .exposed: .listenIsExposed
        }
    }
}
