import MendCore

/// How things stand, in a line.
public struct OutlookText {
    private let zone: Zone

    public init(zone: Zone) {
        self.zone = zone
    }

    /// Nil for one that is closed.
    public func line(_ outlook: Outlook) -> String? {
        switch outlook {
        case .next(let item): "Next: \(AgendaText(zone: zone).moment(item.start)), \(AgendaText.name(of: item.kind))."
        case .atRest: "It is at rest. The weekly reflection mentions it, nothing more."
        case .onHold(let until, let next):
            "Paused until \(AgendaText(zone: zone).moment(until))."
                + (next.map { " Then: \(AgendaText(zone: zone).moment($0.start)), \(AgendaText.name(of: $0.kind))." }
                    ?? "")
        case .noPlace:
            "No time was found for the next step within 60 days: closed times, days away, quiet hours or the daily cap leave no "
                + "room. mend person edit changes them."
        case .closed: nil
        }
    }
}
