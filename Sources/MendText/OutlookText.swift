import MendCore

/// How things stand, in a line.
public struct OutlookText {
    private let dates: DateContext
    private let surface: Surface
    private let catalogue: Catalogue

    /// - Parameter surface: where it is read.
    public init(dates: DateContext, on surface: Surface = .terminal, in catalogue: Catalogue = .english) {
        self.dates = dates
        self.surface = surface
        self.catalogue = catalogue
    }

    /// Nil for one that is closed.
    public func line(_ outlook: Outlook) -> String? {
        let phrase: AgendaPhrase
        switch outlook {
        case .next(let item): phrase = .next(.moment(item.start, dates), .item(item.kind))
        case .atRest: phrase = .atRest
        case .onHold(let until, let next):
            phrase = .onHold(.moment(until, dates), then: next.map { (.moment($0.start, dates), .item($0.kind)) })
        case .noPlace(let why): phrase = .noPlace(days: why.days, on: surface)
        case .closed: return nil
        }
        return catalogue.text(phrase)
    }
}
