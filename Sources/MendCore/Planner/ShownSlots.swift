/// What calendars and feeds have shown of the plan's slots, by day.
struct ShownSlots {
    /// What was shown of one.
    struct Shown {
        let prompt: String?
        let start: Instant
    }

    private let published: [Published]
    /// Numbers of `published` by what they are about.
    private let numbers: [ItemKey: Int]

    init(_ published: [Published]) {
        self.published = published
        numbers = Dictionary(published.enumerated().map { ($1.item, $0) }) { $1 }
    }

    subscript(kind: SlotKind, day: LocalDay) -> Shown? {
        self[.slot(kind, day)]
    }

    subscript(item: ItemKey) -> Shown? {
        numbers[item].map(shown)
    }

    private func shown(_ number: Int) -> Shown {
        Shown(prompt: published[number].prompt, start: published[number].start)
    }
}
