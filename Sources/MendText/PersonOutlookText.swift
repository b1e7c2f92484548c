import MendCore

/// How things stand with somebody, in a few sentences: `With Ada, something has been open since Monday (a limit that hurt;
/// before that, a misread signal). Next: today 17:30.`
public struct PersonOutlookText {
    private let dates: DateContext
    private let surface: Surface
    private let catalogue: Catalogue

    /// - Parameter surface: where it is read.
    public init(dates: DateContext, on surface: Surface = .terminal, in catalogue: Catalogue = .english) {
        self.dates = dates
        self.surface = surface
        self.catalogue = catalogue
    }

    public func sentences(_ outlook: PersonOutlook) -> String {
        let name = outlook.person.name
        var phrases: [OutlookPhrase] = []
        if let since = outlook.since {
            let day = DatePhrase.near(dates.zone.day(of: since), dates)
            phrases.append(.open(with: name, since: day, kinds: outlook.open.map(\.kind)))
            if !outlook.resting.isEmpty { phrases.append(.alsoResting(kinds: outlook.resting.map(\.kind))) }
        } else {
            phrases.append(.resting(with: name, kinds: outlook.resting.map(\.kind)))
        }
        phrases += next(outlook.outlook, with: name).map { [$0] } ?? []
        return phrases.map { catalogue.text($0) }.joined(separator: " ")
    }

    /// What comes next with somebody; nil where nothing does.
    public func next(_ outlook: Outlook, with name: String) -> OutlookPhrase? {
        switch outlook {
        case .next(let item): .next(moment(item.start))
        case .onHold(let until, let next): .paused(until: moment(until), then: next.map { moment($0.start) })
        case .noPlace(let why): .noPlace(why, with: name, on: surface)
        case .atRest, .closed: nil
        }
    }

    private func moment(_ instant: Instant) -> DatePhrase { .nearMoment(instant, dates) }
}
