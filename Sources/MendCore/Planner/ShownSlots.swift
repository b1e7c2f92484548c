/// What was shown of the plan's slots and milestones.
struct ShownSlots {
    private let shown: [ItemKey: Published]

    init(_ published: [Published]) {
        let slots = published.filter { if case .rung = $0.item { false } else { true } }
        shown = Dictionary(slots.map { ($0.item, $0) }) { $1 }
    }

    subscript(key: ItemKey) -> Published? { shown[key] }
}
