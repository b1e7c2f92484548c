import MendCore

/// Why an item stands where it stands, as sentences.
public struct ReasonSentences {
    private let dates: DateContext
    private let catalogue: Catalogue

    public init(dates: DateContext, in catalogue: Catalogue) {
        self.dates = dates
        self.catalogue = catalogue
    }

    /// From what it counts from, through each rule that moved it, to where it stands.
    /// - Parameter origin: what it counts from; nil: that follows from its reasons.
    public func sentences(of item: Item, from origin: Instant? = nil) -> [String] {
        var position = item.start - item.because.reduce(0) { $0 + $1.moved }
        var sentences = [catalogue.text(AgendaPhrase.countsFrom(.moment(origin ?? position, dates)))]
        for (number, reason) in item.because.enumerated() {
            position = position + reason.moved
            let next = number + 1 < item.because.count ? item.because[number + 1] : nil
            sentences.append(catalogue.text(phrase(reason, of: item, to: position, before: next)))
        }
        return sentences
    }

    /// Where only a day counts, its minute is left out: it may lie after the good time of that day, and the first minute of
    /// a day reads as if something ended then.
    private func phrase(_ reason: Reason, of item: Item, to position: Instant, before next: Reason?) -> AgendaPhrase {
        let why = ReasonPhrase(reason, of: item)
        guard let next, reason.moved != 0 else {
            return .because(why, .moment(position, dates), hasMoved: reason.moved != 0)
        }
        let day = dates.zone.day(of: position)
        let goesBack = next.cause == .goodTime && next.moved < 0
        if reason.cause.countsDays || goesBack { return .because(why, .shortDay(day, dates), hasMoved: true) }
        return position == dates.zone.start(of: day)
            ? .becauseNotBefore(why, .shortDay(day, dates)) : .because(why, .moment(position, dates), hasMoved: true)
    }
}
