import MendCore
import MendText

/// The one place where a fault becomes what a page says of it.
enum FaultText {
    /// What is wrong with something that was typed; nil for errors that are not about that.
    static func problem(_ error: any Error, _ catalogue: Catalogue) -> String? {
        switch error {
        case let problem as PageProblem: catalogue.text(problem)
        case let error as InputError: sentence(error.problem)
        case RecordFault.noRupture: nil
        case RecordFault.nobody: catalogue.text(PageProblem.nobody)
        case RecordFault.afterClosing: catalogue.text(PageProblem.closedAlready)
        case let error as RecordFault: sentence(error.description)
        default: nil
        }
    }

    private static func sentence(_ text: String) -> String {
        let start = text.prefix(1).uppercased() + text.dropFirst()
        return start.hasSuffix(".") ? start : start + "."
    }
}
