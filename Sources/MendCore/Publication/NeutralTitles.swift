/// Titles and a text that tell nothing: each item has one title, for ever, as long as the plan's list stays.
public struct NeutralTitles: Sendable {
    private let titles: [Note]
    private let hash: KeyedHash
    private let untitled: String
    /// What stands below each title.
    public let text: String

    public init(household: Household, plan: Plan) {
        titles = plan.discreetTitles
        untitled = plan.phrases.discreetTitle
        text = plan.phrases.discreetText
        hash = KeyedHash(household.id)
    }

    public func title(of item: Item) -> String {
        guard !titles.isEmpty else { return untitled }
        return titles[Int(hash.value(item.id) % UInt64(titles.count))].text
    }

    /// The same item without name, kind, script or contact.
    public func discreet(_ item: Item) -> Item {
        Item(
            id: hash.digits(item.id), kind: .prompt, start: item.start, minutes: item.minutes, voice: .own,
            writtenTitle: title(of: item), text: text, prompt: nil, because: [])
    }
}
