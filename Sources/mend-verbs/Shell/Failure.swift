import ArgumentParser
import Foundation
import MendCore
import MendExport
import MendJournal
import MendKeeping
import MendPlans
import MendServer
import MendShell
import MendText

/// An error as a person meets it: words on standard error, and the contract's exit status.
struct Failure {
    private let error: any Error

    init(_ error: any Error) {
        self.error = error
    }

    /// Says it, and goes on.
    func tell() {
        Terminal.complain(verdict?.message ?? Mend.message(for: error))
    }

    func exit() -> Never {
        guard let verdict else {
            let code = Mend.exitCode(for: error)
            // Help and the like; a fault quotes what was typed.
            if code.isSuccess { Mend.exit(withError: error) }
            Terminal.note(Mend.fullMessage(for: error))
            Foundation.exit(code.rawValue)
        }
        verdict.exit()
    }

    /// Nil for what the argument parser words itself: help, version, and faults of the command line.
    private var verdict: Verdict? {
        switch error {
        case let error as NotFound: Verdict(.notFound, error.description)
        case let error as CannotWrite: Verdict(.cannotWrite, error.description)
        case let error as ListenFailure: Verdict(error.isTaken ? .tryAgain : .cannotWrite, error.description)
        case let error as ServerOrigin.Fault: Verdict(.badInput, error.description)
        case let error as LoadError: Verdict(.badInput, error.description)
        case let error as PlanFaults: Verdict(.badInput, error.description)
        case let error as HouseholdFailure:
            // Most name the place themselves.
            Failure(error.cause).verdict.map { verdict in
                verdict.message.contains(error.directory)
                    ? verdict : Verdict(verdict.status, "\(error.directory): \(verdict.message)")
            }
        case let error as ExportFolderError: Verdict(.cannotWrite, error.description)
        case is ValidationError, is CleanExit, is ExitCode: nil
        default: Self.isParserError(error) ? nil : Verdict(error)
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
    let fault: HouseholdFileFault

    var description: String {
        "\(path):\(fault.line): \(HouseholdFileFaultText.text(of: fault.problem)); nothing was taken"
    }
}
