import MendCore
import MendText
import Synchronization

/// The language of the pages: the household's as it was read last, since errors and the sign-in are told without reading it.
final class PageLanguage: Sendable {
    private let language: Language
    private let last: Mutex<Language>

    /// - Parameter language: of a household that names none.
    init(_ language: Language) {
        self.language = language
        last = Mutex(language)
    }

    /// The sentences of the last household that was read.
    var catalogue: Catalogue { Catalogue(last.withLock { $0 }) }

    /// The one place that says in which language a household reads. None names its own yet.
    func language(of household: Household) -> Language {
        language
    }

    /// The sentences of a household that was read just now.
    func catalogue(of household: Household) -> Catalogue {
        let language = language(of: household)
        last.withLock { $0 = language }
        return Catalogue(language)
    }
}
