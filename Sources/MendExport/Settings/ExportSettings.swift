import MendCore
import MendText

/// What an export is made for.
public struct ExportSettings: Sendable {
    /// How much the export tells.
    public let edition: Edition
    /// Nil: the files are not known to be published anywhere.
    public let baseURL: BaseURL?
    /// Where the household's own page is; nil: nowhere. Items then link to it rather than below `baseURL`.
    public let pages: BaseURL?
    /// The time of the export. What has begun by then stays as it was shown.
    public let now: Instant
    /// In which mend speaks; the items' own words are the plan's.
    public let language: Language
    /// How many weeks what has begun stays in calendars and in the feed.
    public let weeksBack: Int
    /// How many local days ahead are published, since some clients fetch a calendar only once a day.
    public let daysAhead: Int

    /// More archive pages than this are not written again.
    static let archiveMonths = 120

    /// - Parameters:
    ///   - language: the household's, or else the plan's.
    ///   - weeksBack: 0 or more.
    ///   - daysAhead: 0 or more.
    public init(
        edition: Edition, baseURL: BaseURL? = nil, pages: BaseURL? = nil, now: Instant, language: Language = .english,
        weeksBack: Int = 12, daysAhead: Int = 90
    ) {
        self.edition = edition
        self.baseURL = baseURL
        self.pages = pages
        self.now = now
        self.language = language
        self.weeksBack = weeksBack
        self.daysAhead = daysAhead
    }

    var catalogue: Catalogue { Catalogue(language) }

    /// The local days that calendars and the feed hold, both ends included.
    public func calendarDays(in zone: Zone) -> ClosedRange<LocalDay> {
        let today = zone.day(of: now)
        return today + -7 * weeksBack...today + daysAhead
    }

    /// The local days whose agenda `ExportSet` needs: those of the calendars, and before them every month of the household's
    /// life (ten years at most), for the archive pages. Nothing comes from before its first day.
    public func days(for history: History) -> ClosedRange<LocalDay> {
        let days = calendarDays(in: history.household.zone)
        let archived = archive(of: history).first?.firstDay ?? days.lowerBound
        return max(min(days.lowerBound, archived), history.firstDay(now: now))...days.upperBound
    }

    /// The months that are over, from the household's first on.
    func archive(of history: History) -> Range<Month> {
        let first = Month(of: history.firstDay(now: now))
        let current = Month(of: history.household.zone.day(of: now))
        return max(first, current.advanced(by: -Self.archiveMonths))..<current
    }

    /// The instants of `calendarDays`.
    func calendarInstants(in zone: Zone) -> Range<Instant> {
        let days = calendarDays(in: zone)
        return zone.start(of: days.lowerBound)..<zone.start(of: days.upperBound + 1)
    }
}
