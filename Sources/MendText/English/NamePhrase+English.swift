import MendCore

extension NamePhrase {
    public var english: String {
        switch self {
        case .item(.rung(.tryAgain)): "try again"
        case .item(.checkIn): "check in"
        case .item(let kind): kind.name
        case .rupture(let kind): kind.rawValue
        case .crack(.benign): "a misread signal"
        case .crack(.oscillating): "a pull between closeness and room"
        case .crack(.limitSetting): "a limit that hurt"
        case .crack(.toxic): "a frightening moment"
        case .relation(let relation): relation.rawValue
        case .band(let band): band.rawValue
        case .scope(let scope): scope?.rawValue ?? "everything"
        case .zone(.green): "Green: calm"
        case .zone(.yellow): "Yellow: rising"
        case .zone(.red): "Red: flooded, loud or quiet"
        case .yourBaby: "your baby"
        case .yourChild: "your child"
        case .yourPartner: "your partner"
        }
    }
}
