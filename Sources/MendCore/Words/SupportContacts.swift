/// Whom a household can turn to: its own contacts first, then the lines of its country.
public struct SupportContacts: Sendable {
    public let own: [Contact]
    public let country: CountryContacts?

    public init(plan: Plan, history: History) {
        own = history.contacts
        country = plan.contacts.first { $0.country == history.household.country }
    }

    /// One line each: who, and the number.
    public var lines: [String] {
        var lines = own.map { "\($0.name): \($0.number)" }
        if let country {
            lines.append("Emergency: \(country.emergency.joined(separator: ", "))")
            lines += country.lines.map {
                $0.name == $0.number ? "\($0.number) (\($0.how))" : "\($0.name): \($0.number)"
            }
        }
        return lines
    }
}
