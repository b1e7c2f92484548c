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
    public func sentences(of item: Item) -> [String] {
        var position = item.start - item.because.reduce(0) { $0 + $1.moved }
        var sentences = [catalogue.text(AgendaPhrase.countsFrom(.moment(position, dates)))]
        for reason in item.because {
            position = position + reason.moved
            let why = ReasonPhrase(reason, of: item)
            sentences.append(
                catalogue.text(AgendaPhrase.because(why, .moment(position, dates), hasMoved: reason.moved != 0)))
        }
        return sentences
    }
}
