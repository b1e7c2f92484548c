/// What calendars and feeds have shown of the plan's slots, by day.
struct ShownSlots {
    enum Kind: String, CaseIterable {
        case daily, weekly, monthly

        /// What its items' ids begin with; a day follows.
        fileprivate static let prefixes = allCases.map { ($0, Array("\($0.rawValue).".utf8)) }
    }

    private struct Slot: Hashable {
        let kind: Kind
        let day: LocalDay
    }

    private let published: [Published]
    /// Numbers of `published`, of which the last one of a slot counts.
    private let numbers: [Slot: Int]

    init(_ published: [Published]) {
        self.published = published
        var numbers: [Slot: Int] = [:]
        numbers.reserveCapacity(published.count)
        for number in published.indices {
            if let slot = Self.slot(published[number].item) { numbers[slot] = number }
        }
        self.numbers = numbers
    }

    subscript(kind: Kind, day: LocalDay) -> Published? {
        numbers[Slot(kind: kind, day: day)].map { published[$0] }
    }

    /// One of another kind.
    func item(_ id: String) -> Published? {
        published.last { $0.item == id }
    }

    private static func slot(_ item: String) -> Slot? {
        let bytes = item.utf8.span
        // Nearly all are told by the length.
        for (kind, prefix) in Kind.prefixes where bytes.count == prefix.count + LocalDay.length {
            guard prefix.indices.allSatisfy({ bytes[$0] == prefix[$0] }) else { return nil }
            return LocalDay(bytes.extracting(prefix.count...)).map { Slot(kind: kind, day: $0) }
        }
        return nil
    }
}
