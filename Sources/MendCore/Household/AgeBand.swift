/// An age at which words, posture and waiting differ. It follows from the birth date and the day and is never stored.
public enum AgeBand: String, CaseIterable, Codable, Comparable, Sendable {
    /// Under 1.
    case infant
    /// 1–2.
    case toddler
    /// 3–5.
    case preschool
    /// 6–11.
    case schoolAge = "school-age"
    /// 12–17.
    case teen
    case adult

    /// The band of somebody this many completed years old.
    public init(years: Int) {
        switch years {
        case ..<1: self = .infant
        case ..<3: self = .toddler
        case ..<6: self = .preschool
        case ..<12: self = .schoolAge
        case ..<18: self = .teen
        default: self = .adult
        }
    }

    /// Completed years on a day. Somebody born on 29 February grows older on 1 March in common years.
    public static func years(born: LocalDay, on day: LocalDay) -> Int {
        let (birth, today) = (born.date, day.date)
        let birthdayIsAhead = (today.month, today.day) < (birth.month, birth.day)
        return today.year - birth.year - (birthdayIsAhead ? 1 : 0)
    }

    public static func < (left: AgeBand, right: AgeBand) -> Bool {
        left.order < right.order
    }

    /// 0 for infant to 5 for adult.
    public var order: Int {
        switch self {
        case .infant: 0
        case .toddler: 1
        case .preschool: 2
        case .schoolAge: 3
        case .teen: 4
        case .adult: 5
        }
    }
}
