/// What was shown of the plan's slots and milestones.
struct ShownSlots {
    private let published: [Published]
    /// Of each its number in `published`.
    private let numbers: [ItemKey: Int]

    init(_ published: [Published]) {
        self.published = published
        var numbers = [ItemKey: Int](minimumCapacity: published.count)
        // By a span, since an iterator copies each one.
        let span = published.span
        for number in span.indices where span[number].item.anchor == nil { numbers[span[number].item] = number }
        self.numbers = numbers
    }

    subscript(key: ItemKey) -> Published? { numbers[key].map { published[$0] } }
}
