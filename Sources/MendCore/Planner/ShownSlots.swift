/// What calendars and feeds have shown of the plan's slots, by day.
struct ShownSlots {
    /// What was shown of one.
    struct Shown {
        let prompt: String?
        let start: Instant
    }

    private let published: [Published]
    /// By kind, numbers of `published`.
    private let numbers: [DayTable<Int>]

    init(_ published: [Published]) {
        self.published = published
        let prefixes = SlotKind.allCases.map { Array($0.prefix.utf8) }
        var entries = prefixes.map { _ in [(day: LocalDay, value: Int)]() }
        for number in published.indices {
            let item = published[number].item.utf8.span
            // Nearly all are told by the length.
            for kind in prefixes.indices where item.count == prefixes[kind].count + LocalDay.length {
                guard prefixes[kind].indices.allSatisfy({ item[$0] == prefixes[kind][$0] }) else { break }
                if let day = LocalDay(item.extracting(prefixes[kind].count...)) { entries[kind].append((day, number)) }
            }
        }
        numbers = entries.map { DayTable($0, uniquingWith: max) }
    }

    subscript(kind: SlotKind, day: LocalDay) -> Shown? {
        numbers[kind.rawValue][day].map(shown)
    }

    /// One of another kind.
    func item(_ id: String) -> Shown? {
        published.indices.last { published[$0].item == id }.map(shown)
    }

    private func shown(_ number: Int) -> Shown {
        Shown(prompt: published[number].prompt, start: published[number].start)
    }
}
