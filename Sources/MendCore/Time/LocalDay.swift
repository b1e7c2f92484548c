/// A calendar day of the proleptic Gregorian calendar, in no particular zone.
public struct LocalDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// Nil unless such a day exists (no 30 February).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...Self.days(of: month, in: year)).contains(day) else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// Reads `2026-01-05` (RFC 3339 full-date), years 0001 to 9999.
    public init?(_ text: some StringProtocol) {
        self.init(Substring(text).utf8.span)
    }

    /// How many bytes its text has.
    static let length = 10

    init?(_ bytes: Span<UInt8>) {
        guard bytes.count == Self.length, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = decimal(bytes.extracting(0..<4)), let month = decimal(bytes.extracting(5..<7)),
            let day = decimal(bytes.extracting(8..<10)), year > 0
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from civil, in eras of 400 years that begin on 1 March.
    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Year, month (1–12) and day of the month (1–31).
    public var date: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        Weekday.allCases[(number + 3).floorModulo(7)]
    }

    // Written out: the one that comes with Strideable subtracts, and overflows at the ends.
    public static func == (left: LocalDay, right: LocalDay) -> Bool {
        left.number == right.number
    }

    public static func < (left: LocalDay, right: LocalDay) -> Bool {
        left.number < right.number
    }

    public static func + (day: LocalDay, days: Int) -> LocalDay {
        LocalDay(number: day.number + days)
    }

    /// Calendar days from `earlier` to `later`.
    public static func - (later: LocalDay, earlier: LocalDay) -> Int {
        later.number - earlier.number
    }
}

extension LocalDay: CustomStringConvertible {
    /// `2026-01-05`
    public var description: String {
        var text: [UInt8] = []
        text.append(self)
        return String(decoding: text, as: UTF8.self)
    }
}

extension LocalDay: Strideable {
    public func distance(to other: LocalDay) -> Int { other - self }
    public func advanced(by days: Int) -> LocalDay { self + days }
}

public enum Weekday: String, CaseIterable, Codable, Sendable {
    case monday = "mon", tuesday = "tue", wednesday = "wed", thursday = "thu"
    case friday = "fri", saturday = "sat", sunday = "sun"

    /// 0 for Monday to 6 for Sunday.
    public var index: Int {
        switch self {
        case .monday: 0
        case .tuesday: 1
        case .wednesday: 2
        case .thursday: 3
        case .friday: 4
        case .saturday: 5
        case .sunday: 6
        }
    }
}

extension Int {
    /// The remainder that is never negative (`divisor` is positive).
    func floorModulo(_ divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }

    /// The quotient rounded towards minus infinity (`divisor` is positive).
    func floorDivided(by divisor: Int) -> Int {
        (self - floorModulo(divisor)) / divisor
    }

    /// Decimal digits with leading zeros up to `width`.
    public func padded(_ width: Int) -> String {
        let digits = String(self)
        return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}

/// Text that is put together digit by digit, which takes a string ten times as long.
extension [UInt8] {
    /// `2026-01-05`
    mutating func append(_ day: LocalDay) {
        let (year, month, day) = day.date
        append(year: year)
        append(UInt8(ascii: "-"))
        append(pair: month)
        append(UInt8(ascii: "-"))
        append(pair: day)
    }

    /// Four digits; more of them, or a sign, for a year that needs them.
    mutating func append(year: Int) {
        guard (0...9999).contains(year) else { return self += year.padded(4).utf8 }
        append(pair: year / 100)
        append(pair: year % 100)
    }

    /// A number from 0 to 99 as two digits.
    mutating func append(pair number: Int) {
        append(UInt8(ascii: "0") + UInt8(number / 10))
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}

/// The value of a run of ASCII digits; nil for anything else, for nothing, and for more than nine of them.
func decimal(_ digits: Span<UInt8>) -> Int? {
    guard (1...9).contains(digits.count) else { return nil }
    var value = 0
    for index in digits.indices {
        guard (0x30...0x39).contains(digits[index]) else { return nil }
        value = value * 10 + Int(digits[index] - 0x30)
    }
    return value
}
