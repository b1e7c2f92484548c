/// Whom a household can turn to: its own contacts first, then the lines of its country.
public struct SupportContacts: Sendable {
    public let own: [Contact]
    public let country: CountryContacts?

    public init(plan: Plan, history: History) {
        own = history.contacts
        country = plan.contacts.first { $0.country == history.household.country }
    }

    /// One line each: who, and how to reach them. Never empty.
    public var lines: [String] { entries.map(\.text) }

    /// The same, each of the country's with whom it is for.
    public var linesWithPurpose: [String] {
        guard let country else { return lines }
        let purposes = country.lines.map { " (\($0.purpose))" }
        let plain = lines
        return plain.enumerated().map { index, line in
            let ofCountry = index - (plain.count - purposes.count)
            return ofCountry < 0 ? line : line + purposes[ofCountry]
        }
    }

    /// The same with the number to call, where a call is a way.
    public var entries: [(text: String, number: String?)] {
        var entries: [(text: String, number: String?)] = own.map {
            ("\($0.name): \($0.number)" + ($0.purpose.map { " (\($0))" } ?? ""), $0.number)
        }
        guard let country else { return entries + [("In an emergency: the emergency number of your country", nil)] }
        entries.append(("In an emergency: \(country.emergency.joined(separator: " or "))", country.emergency.first))
        entries += country.lines.map {
            let text = $0.name == $0.number ? Self.way($0) : "\($0.name): \(Self.way($0))"
            return (text, $0.how.hasPrefix("call") ? $0.number : nil)
        }
        return entries
    }

    /// `0800 1111`, `text HOME to 741741`, `call or text 988`, `13 11 14, or text 0477 13 11 14`
    private static func way(_ line: CountryContacts.Line) -> String {
        switch line.how {
        case "call", "web": line.number
        case let how where how.hasPrefix("call,"): line.number + how.dropFirst("call".count)
        case let how where how.hasPrefix("text "): "\(how) to \(line.number)"
        default: "\(line.how) \(line.number)"
        }
    }
}
