import MendCore
import MendDelivery
import MendText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An error as a person meets it: words on standard error, and the contract's exit status.
package struct Verdict {
    /// The contract's statuses (sysexits.h).
    package enum Status: Int32 {
        case usage = 64
        case badInput = 65
        case notFound = 66
        case internalFault = 70
        case cannotWrite = 73
        case tryAgain = 75
    }

    package let status: Status
    package let message: String

    package init(_ status: Status, _ message: String) {
        self.status = status
        self.message = message
    }

    package init(_ error: any Error) {
        switch error {
        case let error as InputError: self.init(.badInput, error.description)
        case let error as OutputFailure: self.init(.cannotWrite, error.description)
        case let error as ChannelFailure:
            self.init(error.failure == .busy ? .tryAgain : .cannotWrite, error.description)
        case let error as RecordFault:
            switch error {
            case .noRupture, .noChannel: self.init(.notFound, error.description)
            default: self.init(.badInput, error.description)
            }
        case let error as RepairScheduler.Fault:
            self.init(.badInput, "the plan's ladder has no end (\(error)); check its figures")
        case let error as JournalError: self.init(Self.status(of: error), JournalErrorText.text(of: error))
        default: self.init(.internalFault, "something went wrong inside mend (\(type(of: error)))")
        }
    }

    /// Says it, and ends the program.
    package func exit() -> Never {
        Terminal.complain(message)
        #if canImport(Glibc)
            Glibc.exit(status.rawValue)
        #else
            Darwin.exit(status.rawValue)
        #endif
    }

    private static func status(of error: JournalError) -> Status {
        switch error {
        case .noHousehold, .unreadable: .notFound
        case .householdExists, .notWritable, .fileExists, .journalStands, .symbolicLink, .notAFile: .cannotWrite
        case .newerVersion, .damaged, .exposed, .foreign, .notABackup: .badInput
        case .locked, .inUse: .tryAgain
        }
    }
}
