import MendCore

/// How a rupture stands, in a line.
public struct OutlookText {
    private let zone: Zone

    public init(zone: Zone) {
        self.zone = zone
    }

    /// Nil for one that is closed.
    public func line(_ outlook: AgendaBuilder.Outlook) -> String? {
        switch outlook {
        case .next(let item): "Next: \(AgendaText(zone: zone).moment(item.start)), \(AgendaText.name(of: item.kind))."
        case .atRest: "It is at rest. The weekly reflection mentions it, nothing more."
        case .noPlace(let rung):
            "No place was found for the next step (\(rung.rawValue)) within 60 days: closed times, days away, quiet hours or the "
                + "daily cap leave no room. mend person edit changes them."
        case .closed: nil
        }
    }
}
