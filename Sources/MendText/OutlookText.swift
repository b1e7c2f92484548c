import MendCore

/// How a rupture stands, in a line.
public struct OutlookText {
    private let zone: Zone
    private let surface: Surface
    private let catalogue: Catalogue

    /// - Parameter surface: where it is read.
    public init(zone: Zone, on surface: Surface = .terminal, in catalogue: Catalogue = .english) {
        self.zone = zone
        self.surface = surface
        self.catalogue = catalogue
    }

    /// Nil for one that is closed.
    public func line(_ outlook: AgendaBuilder.Outlook) -> String? {
        let phrase: AgendaPhrase
        switch outlook {
        case .next(let item): phrase = .next(.moment(item.start, zone), .item(item.kind))
        case .atRest: phrase = .atRest
        case .noPlace(let rung): phrase = .noPlace(rung, on: surface)
        case .closed: return nil
        }
        return catalogue.text(phrase)
    }
}
