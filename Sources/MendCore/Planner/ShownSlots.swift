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
        let keys = published.enumerated().compactMap { number, shown in ItemKey(shown.item).map { ($0, number) } }
        numbers = Dictionary(keys) { $1 }
    }

    subscript(kind: SlotKind, day: LocalDay) -> Shown? {
        numbers[.slot(kind, day)].map(shown)
    }

    /// One of another kind.
    func item(_ id: String) -> Shown? {
        published.indices.last { published[$0].item == id }.map(shown)
    }

    private func shown(_ number: Int) -> Shown {
        Shown(prompt: published[number].prompt, start: published[number].start)
    }
}
