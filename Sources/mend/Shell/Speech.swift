import MendCore
import MendText
import Synchronization

/// The language in which the program speaks: that of MEND_LANGUAGE, else the household's, else its plan's, else English.
///
/// Help and faults of the command line come before a household is known, so they go by the environment alone.
enum Speech {
    private static let typed = Environment.value("MEND_LANGUAGE").flatMap(Language.init(rawValue:))
    private static let household = Mutex<Language?>(nil)
    private static let plan = Mutex<Language?>(nil)

    static var catalogue: Catalogue {
        Catalogue(typed ?? household.withLock(\.self) ?? plan.withLock(\.self) ?? .english)
    }

    static func text(_ phrase: some Phrase) -> String { catalogue.text(phrase) }

    /// From now on it is the language of a household, where that was told.
    static func follow(_ language: Language?) {
        household.withLock { $0 = language }
    }

    /// From now on it is the language of a plan, where the household has told none.
    static func follow(plan language: Language) {
        plan.withLock { $0 = language }
    }
}
