import MendCore

/// The addresses of items' own pages, for what goes out by a channel.
public struct ItemPages: Sendable {
    private let redaction: EditionRedaction

    /// - Parameters:
    ///   - edition: in the discreet one an address names its item by the keyed hash of its id.
    ///   - base: where the household's page is reached.
    public init(household: Household, plan: Plan, edition: Edition, base: BaseURL) {
        // Addresses follow no clock.
        let settings = ExportSettings(edition: edition, pages: base, now: Instant(seconds: 0))
        redaction = EditionRedaction(household: household, plan: plan, settings: settings)
    }

    /// - Returns: nil for an item that is none of an agenda's: a sample has no page.
    public func address(of item: Item) -> String? {
        item.key == nil ? nil : redaction.page(of: item)
    }
}
