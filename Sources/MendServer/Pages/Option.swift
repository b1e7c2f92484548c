import MendCore

/// One of several to choose from.
struct Option: Sendable {
    let value: String
    let label: String
    let detail: String?
    let chosen: Bool

    init(_ value: String, _ label: String, detail: String? = nil, chosen: Bool = false) {
        self.value = value
        self.label = label
        self.detail = detail
        self.chosen = chosen
    }

    static func zones(chosen: FeelingZone?) -> [Option] {
        FeelingZone.allCases.map { Option($0.rawValue, PageWords.name(of: $0), chosen: $0 == chosen) }
    }

    static func roadblocks(chosen: Roadblock?) -> [Option] {
        Roadblock.allCases.map { Option($0.rawValue, PageWords.name(of: $0), chosen: $0 == chosen) }
    }

    static func people(_ people: [Person], chosen: String?) -> [Option] {
        people.map { Option($0.id, $0.name, chosen: $0.id == chosen) }
    }
}
