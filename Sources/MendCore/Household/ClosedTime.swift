/// Hours of a week in which a person is not there: school, work, a club.
public struct ClosedTime: Hashable, Codable, Sendable {
    /// The days on which the window begins, Monday first.
    public let days: [Weekday]
    public let window: Window

    public init?(days: some Collection<Weekday>, window: Window) {
        guard !days.isEmpty else { return nil }
        self.days = Weekday.allCases.filter { days.contains($0) }
        self.window = window
    }

    /// Reads `mon-fri 08:00-15:00`, `sat,sun 09:00-12:00`, `fri-mon 18:00-08:00`, and `daily 12:00-13:30` or `12:00-13:30`.
    public init?(_ text: some StringProtocol) {
        let words = text.split(separator: " ")
        if words.count == 1 {
            guard let window = Window(words[0]) else { return nil }
            self.init(days: Weekday.allCases, window: window)
            return
        }
        guard words.count == 2, let window = Window(words[1]) else { return nil }
        var days: [Weekday] = []
        for part in words[0].lowercased().split(separator: ",", omittingEmptySubsequences: false) {
            guard let range = Self.days(part) else { return nil }
            days += range
        }
        self.init(days: days, window: window)
    }

    private static func days(_ text: Substring) -> [Weekday]? {
        if text == "daily" { return Weekday.allCases }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
            .map { Weekday(rawValue: String($0)) }
        if ends.count == 1, let day = ends[0] { return [day] }
        guard ends.count == 2, let first = ends[0], let last = ends[1] else { return nil }
        let count = (last.index - first.index).floorModulo(7)
        return (0...count).map { Weekday.allCases[(first.index + $0) % 7] }
    }
}

extension ClosedTime: CustomStringConvertible {
    /// One of the forms that `init` reads, with runs of days from Monday on: `mon-fri 08:00-15:00`.
    public var description: String {
        var parts: [String] = []
        var rest = days[...]
        while let first = rest.first {
            let run = zip(rest, first.index...).prefix { $0.0.index == $0.1 }.map(\.0)
            switch (run.count, run.last) {
            case (3..., let last?): parts.append("\(first.rawValue)-\(last.rawValue)")
            default: parts += run.map(\.rawValue)
            }
            rest = rest.dropFirst(run.count)
        }
        return "\(parts.joined(separator: ",")) \(window)"
    }
}
