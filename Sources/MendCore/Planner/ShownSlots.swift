/// What calendars and feeds have shown of the plan's slots, by day.
struct ShownSlots {
    enum Kind: String, CaseIterable {
        case daily, weekly, monthly
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
        let bytes = item.utf8
        // Nearly all are told by the length.
        guard let kind = Kind.allCases.first(where: { bytes.count == $0.rawValue.utf8.count + 11 }),
            bytes.starts(with: kind.rawValue.utf8), bytes.dropLast(10).last == UInt8(ascii: "."),
            let day = LocalDay(bytes.suffix(10))
        else { return nil }
        return Slot(kind: kind, day: day)
    }
}
