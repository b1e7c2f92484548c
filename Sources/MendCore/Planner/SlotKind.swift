/// The plan's slots that come with the calendar alone. Their items' ids are the kind and the day: `daily.2026-01-05`.
package enum SlotKind: Int, CaseIterable {
    case daily, weekly, monthly

    /// Nil for any other word.
    package init?(name: String) {
        guard let kind = Self.allCases.first(where: { $0.prefix.dropLast() == name }) else { return nil }
        self = kind
    }

    /// What its items' ids begin with; a day follows.
    package var prefix: String {
        switch self {
        case .daily: "daily."
        case .weekly: "weekly."
        case .monthly: "monthly."
        }
    }

    package static var inOrderOfKeys: [SlotKind] { allCases.sorted { $0.prefix < $1.prefix } }

    func itemID(on day: LocalDay) -> String { "\(prefix)\(day)" }
}
