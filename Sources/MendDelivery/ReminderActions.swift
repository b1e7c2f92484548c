import MendCore
import MendExport
import MendText

/// What can be done about an item that goes out: the rupture that it is about, and where to write down how it went.
public struct ReminderActions: Sendable {
    private let open: Set<String>
    private let isOpenEdition: Bool
    private let pages: ItemPages?
    private let catalogue: Catalogue

    /// - Parameters:
    ///   - open: the ids of the ruptures that are still open.
    ///   - edition: the discreet one names no rupture, nobody, and an item by the keyed hash of its id.
    ///   - base: where the household's page is reached; nil: a command stands in place of a link.
    public init(
        open: Set<String>, household: Household, plan: Plan, edition: Edition, base: BaseURL?, in catalogue: Catalogue
    ) {
        self.open = open
        self.catalogue = catalogue
        isOpenEdition = edition == .open
        pages = base.map { ItemPages(household: household, plan: plan, edition: edition, base: $0) }
    }

    /// The newest rupture that an item names and that is still open; nil: none is.
    func rupture(of item: Item) -> String? { item.ruptures.first(where: open.contains) }

    /// What writes down, on a command line, that a rupture was mended.
    static func command(for rupture: String) -> String {
        "mend attempt \(rupture) --outcome \(Attempt.Outcome.repaired.rawValue)"
    }

    /// The address of an item's page; nil where that is not known.
    func link(to item: Item) -> String? { pages?.address(of: item) }

    /// The item with what can be done about it as a last paragraph.
    /// - Parameter shown: as the edition shows it; nil: as it is.
    public func item(_ item: Item, shown: Item? = nil) -> Item {
        let shown = shown ?? item
        guard item.key != nil, let phrase = phrase(for: item) else { return shown }
        let paragraphs = [shown.text, catalogue.text(phrase)].filter { !$0.isEmpty }
        return shown.saying(paragraphs.joined(separator: "\n\n"))
    }

    private func phrase(for item: Item) -> DeliveryPhrase? {
        let link = link(to: item)
        // The same words below every item: more would tell which are repairs.
        guard isOpenEdition else { return link.map(DeliveryPhrase.onThePage) ?? .onYourMachine }
        guard let rupture = rupture(of: item) else { return link.map(DeliveryPhrase.onThePage) }
        guard let link else {
            return .howItWentTyped(rupture: rupture, with: item.with, command: Self.command(for: rupture))
        }
        return .howItWent(rupture: rupture, with: item.with, place: link)
    }
}

extension Item {
    fileprivate func saying(_ text: String) -> Item {
        Item(
            id: id, kind: kind, start: start, minutes: minutes, voice: voice, person: person, with: with,
            ruptures: ruptures, number: number, writtenTitle: writtenTitle, text: text, prompt: prompt, band: band,
            tips: tips, isGrave: isGrave, because: because)
    }
}
