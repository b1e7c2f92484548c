import MendCore
import MendText

/// The one place where a fault becomes what a page says of it.
enum FaultText {
    /// What is wrong with something that was typed; nil for errors that are not about that.
    static func problem(_ error: any Error, _ words: Catalogue) -> String? {
        switch error {
        case let problem as PageProblem: words.text(problem)
        case let error as InputError: sentence(error.problem)
        case RecordFault.noRupture: nil
        case RecordFault.nobody: words.text(PageProblem.nobody)
        case RecordFault.afterClosing: words.text(PageProblem.closedAlready)
        case let error as RecordFault: sentence(error.description)
        default: nil
        }
    }

    private static func sentence(_ text: String) -> String {
        let start = text.prefix(1).uppercased() + text.dropFirst()
        return start.hasSuffix(".") ? start : start + "."
    }
}
