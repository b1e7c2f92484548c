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
    public func calendar(_ only: Subscription.Scope?, of shown: [ShownItem], noteDay: LocalDay) -> Component {
        let instants = settings.calendarInstants(in: household.zone)
        let events =
            shown
            .filter { instants.contains($0.item.start) && $0.item.kind.belongs(to: only) }
            .sorted { ($0.item.start, $0.item.id) < ($1.item.start, $1.item.id) }
            .map(event)
        return Component("VCALENDAR", properties(only), events.isEmpty ? [note(on: noteDay)] : events)
    }

    private func properties(_ only: Subscription.Scope?) -> [Component.Property] {
        let face = CalendarFace(edition: disclosure.edition, only: only)
        return [
            .init("VERSION", .text(PlainText("2.0"))),
            .init("PRODID", .text(PlainText("-//mend//mend//EN"))),
            .init("CALSCALE", .text(PlainText("GREGORIAN"))),
            .init("NAME", .text(PlainText(face.name))),
            .init("X-WR-CALNAME", .text(PlainText(face.name))),
            // RFC 7986 §5.7 gives it no default type.
            .init("REFRESH-INTERVAL", .duration(1.hours), statesType: true),
            .init("X-PUBLISHED-TTL", .duration(1.hours)),
            .init("COLOR", .text(PlainText(face.color))),
            .init("X-APPLE-CALENDAR-COLOR", .text(PlainText(face.appleColor))),
        ]
    }

    private func event(_ shown: ShownItem) -> Component {
        let item = shown.item
        let title = disclosure.title(of: item)
        var properties = head(
            id: item.id, modified: shown.modified, sequence: shown.sequence, start: item.start,
            minutes: max(1, item.minutes), title: title)
        let text = disclosure.text(of: item)
        if !text.string.isEmpty { properties.append(.init("DESCRIPTION", .text(text))) }
        properties.append(.init("CATEGORIES", .text(disclosure.category(of: item))))
        properties += Self.unobtrusive
        if let page = disclosure.page(of: item) { properties.append(.init("URL", .uri(page))) }
        let alarm = Component(
            "VALARM",
            [
                .init("ACTION", .text(PlainText("DISPLAY"))),
                .init("TRIGGER", .duration(-disclosure.lead(of: item))),
                .init("DESCRIPTION", .text(title)),
            ])
        return Component("VEVENT", properties, [alarm])
    }

    /// What stands in a calendar with no item. It is the same from one export to the next.
    private func note(on day: LocalDay) -> Component {
        let start = household.zone.instant(day, household.quiet.end)
        return Component(
            "VEVENT",
            head(
                id: "note", modified: start, sequence: 0, start: start, minutes: 5,
                title: PlainText("Nothing is due")) + Self.unobtrusive)
    }

    /// RFC 5545 §3.6.1 and §3.8.7; without METHOD, DTSTAMP is the time of the last change.
    private func head(
        id: String, modified: Instant, sequence: Int, start: Instant, minutes: Int, title: PlainText
    ) -> [Component.Property] {
        [
            .init("UID", .text(disclosure.calendarID(id))),
            .init("DTSTAMP", .dateTime(modified)),
            .init("LAST-MODIFIED", .dateTime(modified)),
            .init("SEQUENCE", .integer(sequence)),
            .init("DTSTART", .dateTime(start)),
            .init("DTEND", .dateTime(start + minutes.minutes)),
            .init("SUMMARY", .text(title)),
        ]
    }

    /// A reminder blocks nobody's day and is nobody else's business.
    private static let unobtrusive: [Component.Property] = [
        .init("CLASS", .text(PlainText("PRIVATE"))),
        .init("TRANSP", .text(PlainText("TRANSPARENT"))),
        .init("X-MICROSOFT-CDO-BUSYSTATUS", .text(PlainText("FREE"))),
    ]
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
