import MendCore
import MendText
import Synchronization

/// The language of the pages: the household's as it was read last, since errors and the sign-in are told without reading it.
final class PageLanguage: Sendable {
    private let plan: @Sendable () -> Language
    private let last: Mutex<Language>

    /// - Parameter plan: the plan's, for a household that names none.
    init(plan: @escaping @Sendable () -> Language) {
        self.plan = plan
        last = Mutex(plan())
    }

    /// The sentences of the last household that was read.
    var catalogue: Catalogue { Catalogue(last.withLock { $0 }) }

    func language(of household: Household) -> Language {
        household.language ?? plan()
    }

    /// The sentences of a household that was read just now.
    func catalogue(of household: Household) -> Catalogue {
        let language = language(of: household)
        last.withLock { $0 = language }
        return Catalogue(language)
    }
}
