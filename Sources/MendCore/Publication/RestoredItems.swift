extension History {
    /// What a journal that is brought back must take over of the one whose place it takes: what calendars and feeds have seen, and
    /// what has begun, since the backup was made. What has begun stays as it was shown; a sequence never falls. Items about
    /// ruptures, attempts and people that the backup does not know go with them.
    /// - Parameter shown: what the journal that was there had published.
    /// - Returns: to be put into this one.
    package func takingOver(_ shown: [Published]) -> [Published] {
        let own = Dictionary(published.map { ($0.item, $0) }, uniquingKeysWith: { $1 })
        let known = KnownIDs(self)
        return shown.compactMap { record in
            guard known.hold(record) else { return nil }
            guard let mine = own[record.item] else { return record }
            let isLater = record.sequence > mine.sequence
            let hasBegun = mine.settled == nil && record.settled != nil
            guard isLater || hasBegun || record.modified > mine.modified else { return nil }
            let kept = hasBegun ? record : mine
            // Back to what it was is a change, too.
            let sequence = isLater && !hasBegun ? record.sequence + 1 : max(record.sequence, mine.sequence)
            let isMovedLater = record.moves.count > mine.moves.count
            let moves = isMovedLater && !hasBegun ? record.moves.count + 1 : max(record.moves.count, mine.moves.count)
            let most = Published.sequences.upperBound
            return Published(
                item: kept.item, prompt: kept.prompt, start: kept.start, sequence: min(sequence, most),
                modified: max(record.modified, mine.modified),
                moves: .init(count: min(moves, most), last: max(record.moves.last, mine.moves.last)), words: kept.words,
                reworded: kept.reworded, settled: kept.settled)
        }
    }

    /// The ids of what a journal knows.
    private struct KnownIDs {
        private let ruptures, attempts, people, offers: Set<String>

        init(_ history: History) {
            ruptures = Set(history.ruptures.map(\.id))
            attempts = Set(history.attempts.map(\.id))
            people = Set(history.people.map(\.id))
            offers = Set(history.offers.map(\.id))
        }

        /// Whether all is known that an item is about.
        func hold(_ record: Published) -> Bool {
            let isKnown =
                switch record.item {
                case .slot: true
                case .milestone(let person, _): people.contains(person)
                case .checkIn(let offer, _): offers.contains(offer)
                case .rung(let key): ruptures.contains(key.anchor) && (key.attempt.map(attempts.contains) ?? true)
                }
            guard isKnown, let settled = record.settled else { return isKnown }
            return (settled.person.map(people.contains) ?? true) && ruptures.isSuperset(of: settled.ruptures)
        }
    }
}
