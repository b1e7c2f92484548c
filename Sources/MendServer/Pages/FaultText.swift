import MendCore
import MendText

/// The one place where a fault becomes what a page says of it.
enum FaultText {
    /// What is wrong with something that was typed; nil for errors that are not about that.
    static func problem(_ error: any Error, _ catalogue: Catalogue) -> String? {
        switch error {
        case let error as InputError: catalogue.text(InputErrorPhrase(error, on: .page))
        // What was asked for is not there, which is a page of its own.
        case RecordFault.noRupture: nil
        case let fault as RecordFault: catalogue.text(RecordFaultPhrase(fault, on: .page))
        default: nil
        }
    }
}
