import MendCore

/// Titles and a text that tell nothing: each item has one title, for ever, as long as the plan's list stays.
public struct NeutralTitles: Sendable {
    private let titles: [Note]
    private let names: DiscreetNames
    private let untitled: String
    /// What stands below each title.
    public let text: String

    public init(household: Household, plan: Plan) {
        titles = plan.discreetTitles
        untitled = plan.phrases.discreetTitle
        text = plan.phrases.discreetText
        names = DiscreetNames(household)
    }

    public func title(of item: Item) -> String {
        guard !titles.isEmpty else { return untitled }
        return titles[names.index(of: titles.count, for: item.id, at: item.start)].text
    }

    /// The title of a task: what it is about chooses it, and the journal's key.
    public func title(ofTask id: String) -> String {
        guard !titles.isEmpty else { return untitled }
        return titles[names.index(of: titles.count, for: "task \(id)", at: DiscreetNames.neverBefore)].text
    }

    /// The same item without name, kind, script or contact.
    public func discreet(_ item: Item) -> Item {
        Item(
            id: names.digits(item.id, at: item.start), kind: .prompt, start: item.start, minutes: item.minutes,
            voice: .own,
            writtenTitle: title(of: item), text: text, prompt: nil, because: [])
    }
}
