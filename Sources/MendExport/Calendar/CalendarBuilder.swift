import MendCore

/// Makes calendars of what is shown. Everything in them comes from the items; nothing but the window follows the clock.
public struct CalendarBuilder: Sendable {
    private let household: Household
    private let settings: ExportSettings
    private let disclosure: Disclosure

    /// - Parameter discreetTitles: the plan's neutral titles.
    public init(household: Household, discreetTitles: [Note], settings: ExportSettings) {
        self.household = household
        self.settings = settings
        disclosure = Disclosure(household: household, discreetTitles: discreetTitles, settings: settings)
    }

    /// - Parameters:
    ///   - only: nil for everything. Prompts are all that is not part of the ladder; reflections are among them.
    ///   - shown: items of any interval; those outside the settings' days are left out.
    ///   - noteDay: the local day that holds the note of a calendar with nothing else in it, which many clients can't
    ///     load: the day of the household's first record (`History.firstDay`).
    public func calendar(_ only: Subscription.Scope?, of shown: [ShownItem], noteDay: LocalDay) -> AgendaCalendar {
        let instants = settings.calendarInstants(in: household.zone)
        let events =
            shown
            .filter { instants.contains($0.item.start) && $0.item.kind.belongs(to: only) }
            .sorted { ($0.item.start, $0.item.id) < ($1.item.start, $1.item.id) }
        return AgendaCalendar(
            face: CalendarFace(edition: disclosure.edition, only: only, words: settings.words), events: events,
            emptySince: household.zone.instant(noteDay, household.quiet.end), disclosure: disclosure)
    }
}

extension Item.Kind {
    fileprivate func belongs(to only: Subscription.Scope?) -> Bool {
        switch only {
        case nil: true
        case .prompts: !isRepair
        case .repairs: isRepair
        case .reflections: self == .reflection
        }
    }
}
