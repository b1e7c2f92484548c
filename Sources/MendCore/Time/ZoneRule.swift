/// The rule for years beyond a zone file's table: a POSIX TZ string with the extension of RFC 9636 §3.3.1
/// (a turn's hours from -167 to 167).
struct ZoneRule {
    private let standard: Int
    private let summer: (offset: Int, begins: Turn, ends: Turn)?

    /// A day of any year, and seconds after its 00:00, on the wall clock that holds until then.
    private struct Turn {
        enum Day {
            /// The `week`th `weekday` (0 is Sunday) of `month`; week 5 is the last.
            case month(Int, week: Int, weekday: Int)
            /// 1–365; 29 February is never counted.
            case julian(Int)
            /// 0–365; 29 February is counted.
            case zeroBased(Int)
        }

        let day: Day
        let seconds: Int

        func local(in year: Int) -> Int {
            guard let newYear = LocalDay(year: year, month: 1, day: 1) else { return 0 }
            let number: Int
            switch day {
            case .julian(let count):
                let leap = LocalDay(year: year, month: 2, day: 29) != nil
                number = newYear.number + count - 1 + (leap && count > 59 ? 1 : 0)
            case .zeroBased(let count):
                number = newYear.number + count
            case .month(let month, let week, let weekday):
                guard let first = LocalDay(year: year, month: month, day: 1) else { return 0 }
                let next =
                    month == 12
                    ? LocalDay(year: year + 1, month: 1, day: 1) : LocalDay(year: year, month: month + 1, day: 1)
                let firstWeekday = (first.number + 4).floorModulo(7)
                var found = first.number + (weekday - firstWeekday).floorModulo(7) + (week - 1) * 7
                if let next, found >= next.number { found -= 7 }
                number = found
            }
            return number * 86_400 + seconds
        }
    }

    /// Nil for an empty footer: no rule is known.
    init?(footer: String) throws(ZoneFile.Fault) {
        if footer.isEmpty { return nil }
        var parser = Parser(text: Array(footer.utf8))
        guard parser.name(), let west = parser.clock(upTo: 24) else { throw .badRule(footer) }
        standard = -west
        if parser.atEnd {
            summer = nil
            return
        }
        guard parser.name() else { throw .badRule(footer) }
        var offset = -west + 1.hours
        if !parser.atEnd, !parser.looking(at: ",") {
            guard let summerWest = parser.clock(upTo: 24) else { throw .badRule(footer) }
            offset = -summerWest
        }
        guard let begins = parser.turn(), let ends = parser.turn(), parser.atEnd else { throw .badRule(footer) }
        summer = (offset, begins, ends)
    }

    func changes(after last: Int, through lastYear: Int) -> [(from: Int, offset: Int)] {
        guard let summer else { return [] }
        let firstYear = last < -1 << 40 ? 1970 : LocalDay(number: last.floorDivided(by: 86_400)).date.year
        guard firstYear <= lastYear else { return [] }
        var found: [(from: Int, offset: Int)] = []
        for year in firstYear...lastYear {
            found.append((summer.begins.local(in: year) - standard, summer.offset))
            found.append((summer.ends.local(in: year) - summer.offset, standard))
        }
        return found.filter { $0.from > last }.sorted { $0.from < $1.from }
    }

    private struct Parser {
        let text: [UInt8]
        var position = 0

        var atEnd: Bool { position == text.count }

        func looking(at character: Character) -> Bool {
            position < text.count && Character(Unicode.Scalar(text[position])) == character
        }

        mutating func take(_ character: Character) -> Bool {
            guard looking(at: character) else { return false }
            position += 1
            return true
        }

        /// `EST` or `<+1030>`.
        mutating func name() -> Bool {
            if take("<") {
                while position < text.count, !looking(at: ">") { position += 1 }
                return take(">")
            }
            let start = position
            while position < text.count, (text[position] | 0x20) >= 0x61, (text[position] | 0x20) <= 0x7A {
                position += 1
            }
            return position - start >= 3
        }

        mutating func number() -> Int? {
            let start = position
            while position < text.count, text[position] >= 0x30, text[position] <= 0x39 { position += 1 }
            return decimal(text[start..<position].span)
        }

        /// `[+-]hh[:mm[:ss]]` in seconds.
        mutating func clock(upTo most: Int) -> Int? {
            let negative = take("-")
            if !negative { _ = take("+") }
            guard let hours = number(), hours <= most else { return nil }
            var seconds = hours.hours
            for unit in [60, 1] where take(":") {
                guard let part = number(), part < 60 else { return nil }
                seconds += part * unit
            }
            return negative ? -seconds : seconds
        }

        /// `,M3.2.0/2`, `,J60` or `,59`.
        mutating func turn() -> Turn? {
            guard take(",") else { return nil }
            let day: Turn.Day
            if take("M") {
                guard let month = number(), take("."), let week = number(), take("."), let weekday = number(),
                    (1...12).contains(month), (1...5).contains(week), weekday <= 6
                else { return nil }
                day = .month(month, week: week, weekday: weekday)
            } else if take("J") {
                guard let count = number(), (1...365).contains(count) else { return nil }
                day = .julian(count)
            } else {
                guard let count = number(), count <= 365 else { return nil }
                day = .zeroBased(count)
            }
            guard take("/") else { return Turn(day: day, seconds: 2.hours) }
            guard let seconds = clock(upTo: 167) else { return nil }
            return Turn(day: day, seconds: seconds)
        }
    }
}
