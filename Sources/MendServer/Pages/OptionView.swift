import MendCore
import MendText

/// One of several things to choose from.
struct OptionView: Sendable {
    let value: String
    let label: String
    let detail: String?
    let chosen: Bool
    /// The template of its icon, where the sheet has one of its name.
    let icon: String

    init(_ value: String, _ label: String, detail: String? = nil, chosen: Bool = false) {
        self.value = value
        self.label = label
        self.detail = detail
        self.chosen = chosen
        icon = "icon-\(value)"
    }

    static func zones(chosen: FeelingZone?, _ catalogue: Catalogue) -> [OptionView] {
        FeelingZone.allCases.map {
            OptionView($0.rawValue, catalogue.text(ChoicePhrase.zone($0)), chosen: $0 == chosen)
        }
    }

    /// Who frightened whom.
    static func frightened(chosen: Rupture.Frightened?, _ catalogue: Catalogue) -> [OptionView] {
        Rupture.Frightened.allCases.map {
            OptionView($0.rawValue, catalogue.text(ChoicePhrase.frightened($0)), chosen: $0 == chosen)
        }
    }

    static func roadblocks(chosen: Roadblock?, _ catalogue: Catalogue) -> [OptionView] {
        Roadblock.allCases.map {
            OptionView($0.rawValue, catalogue.text(ChoicePhrase.roadblock($0)), chosen: $0 == chosen)
        }
    }
}
