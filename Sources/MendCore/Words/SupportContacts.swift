/// Whom a household can turn to: its own contacts first, then the lines of its country.
public struct SupportContacts: Sendable {
    public let own: [Contact]
    /// Nil where the household named no country, or one that the plan does not know.
    public let country: CountryContacts?

    public init(own: [Contact], country: CountryContacts?) {
        self.own = own
        self.country = country
    }

    public init(plan: Plan, history: History) {
        self.init(
            own: history.contacts, country: plan.contacts.first { $0.country == history.household.country })
    }

    /// For the text of an item, one line each: who, and how to reach them. Never empty.
    func lines(in phrases: ItemPhrases) -> [String] {
        let own = own.map { "\($0.name): \($0.number)" + ($0.purpose.map { " (\($0))" } ?? "") }
        guard let country else { return own + [phrases.emergencyAnywhere] }
        return own + [phrases.emergency(country.emergency)]
            + country.lines.map { line in
                let way = phrases.reach(line.way)
                return line.name == line.number ? way : "\(line.name): \(way)"
            }
    }
}

extension CountryContacts.Line {
    /// How a line is reached, of what the plan says under `how`.
    public enum Way: Equatable, Sendable {
        /// As it is shown: `0800 1111`, `call or text 988`, `13 11 14, or text 0477 13 11 14`.
        case plain(String)
        /// Something that is sent to a number: `text HOME`, `741741`.
        case word(String, to: String)
    }

    public var way: Way {
        switch how {
        case "call", "web": .plain(number)
        case _ where how.hasPrefix("call,"): .plain(number + how.dropFirst("call".count))
        case _ where how.hasPrefix("text "): .word(how, to: number)
        default: .plain("\(how) \(number)")
        }
    }

    /// The number to call, where a call is a way.
    public var calledNumber: String? { how.hasPrefix("call") ? number : nil }

    /// The number to write to, and the word that it asks for; nil where a message is no way. `how` is `call or text`, `text`,
    /// `text HOME`, `call, or text 686868`, or `call, or text START to 88788`.
    public var texted: (number: String, word: String?)? {
        guard let text = how.firstRange(of: "text") else { return nil }
        let words = how[text.upperBound...].split(separator: " ")
        switch words.count {
        case 0: return (number, nil)
        case 3 where words[1] == "to": return (String(words[2]), String(words[0]))
        default:
            let isNumber = words.allSatisfy { $0.allSatisfy { $0.isNumber } }
            return isNumber ? (words.joined(separator: " "), nil) : (number, words.joined(separator: " "))
        }
    }
}
