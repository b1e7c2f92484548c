import MendCore

/// Why an item stands where it stands, as sentences.
public struct ReasonSentences {
    private let text: AgendaText

    public init(zone: Zone) {
        text = AgendaText(zone: zone)
    }

    /// From what it counts from, through each rule that moved it, to where it stands.
    public func sentences(of item: Item) -> [String] {
        var position = item.start - item.because.reduce(0) { $0 + $1.moved }
        var sentences = ["It counts from \(text.moment(position))."]
        for reason in item.because {
            position = position + reason.moved
            let moment = text.moment(position)
            let detail = ReasonText(of: item).detail(reason.cause)
            let why = detail.prefix(1).uppercased() + detail.dropFirst()
            sentences.append(reason.moved == 0 ? "\(why): it stays at \(moment)." : "\(why): \(moment).")
        }
        return sentences
    }
}
