import MendCore

/// In which order a date is told, and on which clock.
public enum DateStyle: Sendable {
    /// `Monday 5 January 2026`, `17:40`
    case dayFirst
    /// `Monday, January 5, 2026`, `5:40 PM`: as the United States tell it.
    case monthFirst

    /// - Parameters:
    ///   - country: the household's, in two letters; nil: it has told none, so the locale decides.
    ///   - locale: such as `en_US.UTF-8`, as the environment names it (POSIX.1-2017 §8.2); nil: none is known.
    public init(country: String?, locale: String? = nil) {
        self = (country ?? Self.territory(of: locale)) == "US" ? .monthFirst : .dayFirst
    }

    /// The days of a week, in the order in which calendars on a wall have them.
    public var week: [Weekday] {
        switch self {
        case .dayFirst: Weekday.allCases
        case .monthFirst: [.sunday] + Weekday.allCases.dropLast()
        }
    }

    /// `US` of `en_US.UTF-8`; nil for `C` and the like.
    private static func territory(of locale: String?) -> String? {
        guard let locale, let mark = locale.firstIndex(of: "_") else { return nil }
        return String(locale[locale.index(after: mark)...].prefix { $0.isLetter })
    }
}
