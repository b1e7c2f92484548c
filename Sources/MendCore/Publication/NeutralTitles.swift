/// Titles that tell nothing: each item has one, for ever, as long as the plan's list stays.
public struct NeutralTitles: Sendable {
    private let titles: [Note]
    private let hash: KeyedHash

    /// - Parameter titles: the plan's.
    public init(household: Household, titles: [Note]) {
        self.titles = titles
        hash = KeyedHash(household.id)
    }

    /// What stands below them.
    package static let text = "More in mend."

    public func title(of item: Item) -> String {
        guard !titles.isEmpty else { return "Reminder" }
        return titles[Int(hash.value(item.id) % UInt64(titles.count))].text
    }

    /// The same item without name, kind, script or contact.
    public func discreet(_ item: Item) -> Item {
        Item(
            id: hash.digits(item.id), kind: .prompt, start: item.start, minutes: item.minutes, voice: .own,
            writtenTitle: title(of: item), text: Self.text, prompt: nil, because: [])
    }
}
