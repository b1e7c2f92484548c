import MendCore

/// Titles that tell nothing: each item has one, for ever, as long as the plan's list stays.
struct NeutralTitles {
    private let titles: [Note]
    private let hash: KeyedHash

    init(household: Household, titles: [Note]) {
        self.titles = titles
        hash = KeyedHash(household.id)
    }

    func title(of item: Item) -> String {
        guard !titles.isEmpty else { return "Reminder" }
        return titles[Int(hash.value(item.id) % UInt64(titles.count))].text
    }
}
