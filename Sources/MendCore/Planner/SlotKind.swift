/// The plan's slots that come with the calendar alone, in the order of their items' ids.
package enum SlotKind: Int, CaseIterable {
    case daily, monthly, weekly

    /// What its items' ids begin with; a day follows.
    package var prefix: String {
        switch self {
        case .daily: "daily."
        case .weekly: "weekly."
        case .monthly: "monthly."
        }
    }

    package func itemID(on day: LocalDay) -> String { "\(prefix)\(day)" }
}
