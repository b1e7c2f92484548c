/// What was shown of the plan's slots and milestones.
struct ShownSlots {
    private let published: [Published]
    /// Of each its number in `published`.
    private let numbers: [ItemKey: Int]
    /// The start of the first that was settled; nil: none was.
    let firstSettled: Instant?

    init(_ published: [Published]) {
        self.published = published
        var numbers = [ItemKey: Int](minimumCapacity: published.count)
        // By a span, since an iterator copies each one.
        let span = published.span
        var first: Instant?
        for number in span.indices where span[number].item.anchor == nil {
            numbers[span[number].item] = number
            if span[number].settled != nil { first = min(first ?? span[number].start, span[number].start) }
        }
        self.numbers = numbers
        firstSettled = first
    }

    subscript(key: ItemKey) -> Published? { numbers[key].map { published[$0] } }
}
