import MendCore

/// Makes calendars of what is shown. Everything in them comes from the items; only which of them are in them follows the clock.
public struct CalendarBuilder: Sendable {
    private let household: Household
    private let settings: ExportSettings
    private let redaction: EditionRedaction

    /// - Parameter plan: what it says of an item in a discreet edition.
    public init(household: Household, plan: Plan, settings: ExportSettings) {
        self.household = household
        self.settings = settings
        redaction = EditionRedaction(household: household, plan: plan, settings: settings)
    }

    /// The calendar of the items in a scope that begin in the settings' days.
    /// - Parameters:
    ///   - scope: nil for everything. Prompts are all that is not part of the ladder; reflections are among them.
    ///   - shown: items of any interval; those outside the settings' days are left out.
    ///   - noteDay: the local day that holds the note of a calendar with nothing else in it, which many clients can't
    ///     load: the day of the household's first record (`History.firstDay`).
    public func calendar(_ scope: Subscription.Scope?, of shown: [ShownItem], noteDay: LocalDay) -> AgendaCalendar {
        let instants = settings.calendarInstants(in: household.zone)
        let selection = redaction.edition == .discreet ? DiscreetSelection(of: shown.lazy.map(\.item)) : nil
        let events =
            shown
            .filter {
                instants.contains($0.item.start) && $0.item.kind.belongs(to: scope) && selection?.holds($0.item) ?? true
            }
            .sorted { ($0.item.start, $0.item.id) < ($1.item.start, $1.item.id) }
        return AgendaCalendar(
            metadata: CalendarMetadata(edition: redaction.edition, scope: scope, catalogue: settings.catalogue),
            events: events,
            noteStart: household.zone.instant(noteDay, household.quiet.end), redaction: redaction)
    }
}

extension Item.Kind {
    fileprivate func belongs(to scope: Subscription.Scope?) -> Bool {
        switch scope {
        case nil: true
        case .prompts: !isRepair
        case .repairs: isRepair
        case .reflections: self == .reflection
        }
    }
}
