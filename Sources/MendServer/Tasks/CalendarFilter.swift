import MendCore
import MendTasks
import MendXML

/// Which tasks a `calendar-query` asks for (RFC 4791 §9.7).
struct CalendarFilter {
    private let root: Component

    private struct Component {
        let name: String
        let isAbsent: Bool
        let range: Range?
        let properties: [Property]
        let components: [Component]
    }

    private struct Property {
        let name: String
        let isAbsent: Bool
        let range: Range?
        let match: Match?
        let parameters: [(name: String, isAbsent: Bool, match: Match?)]
    }

    /// From the first instant on, up to the other; nil: without an end.
    struct Range {
        let start: Instant?
        let end: Instant?
    }

    private struct Match {
        let text: String
        let isNegated: Bool
        let isExact: Bool

        func isMet(by value: String) -> Bool {
            let (value, text) = isExact ? (value, text) : (Self.folded(value), Self.folded(text))
            return (text.isEmpty || value.contains(text)) != isNegated
        }

        /// `i;ascii-casemap` (RFC 4790 §9.2).
        private static func folded(_ text: String) -> String {
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value) | 0x20) : $0 }))
        }
    }

    private let zone: Zone
    /// How many filters may stand in one: clients send three or four.
    private static let mostFilters = 20

    private static func count(of element: XMLElement) -> Int {
        element.children.reduce(1) { $0 + count(of: $1) }
    }

    /// - Throws: `DAVError` for a filter that says what is not understood.
    init(_ filter: XMLElement, zone: Zone) throws(DAVError) {
        let roots = filter.children.filter { $0.isCalDAV("comp-filter") }
        guard roots.count == 1, let root = roots.first, root.attribute("name")?.uppercased() == "VCALENDAR" else {
            throw DAVError(.forbidden, .caldav("valid-filter"))
        }
        guard Self.count(of: root) <= Self.mostFilters else { throw DAVError(.forbidden, .caldav("supported-filter")) }
        self.zone = zone
        self.root = try Self.component(root)
    }

    private static func component(_ element: XMLElement) throws(DAVError) -> Component {
        var (properties, components): ([Property], [Component]) = ([], [])
        for child in element.children {
            if child.isCalDAV("prop-filter") { properties.append(try property(child)) }
            if child.isCalDAV("comp-filter") { components.append(try component(child)) }
        }
        return Component(
            name: try name(of: element), isAbsent: element.caldav("is-not-defined") != nil,
            range: try range(of: element), properties: properties, components: components)
    }

    private static func property(_ element: XMLElement) throws(DAVError) -> Property {
        var parameters: [(name: String, isAbsent: Bool, match: Match?)] = []
        for child in element.children where child.isCalDAV("param-filter") {
            parameters.append((try name(of: child), child.caldav("is-not-defined") != nil, try match(of: child)))
        }
        return Property(
            name: try name(of: element), isAbsent: element.caldav("is-not-defined") != nil,
            range: try range(of: element), match: try match(of: element), parameters: parameters)
    }

    private static func name(of element: XMLElement) throws(DAVError) -> String {
        guard let name = element.attribute("name"), !name.isEmpty else {
            throw DAVError(.forbidden, .caldav("valid-filter"))
        }
        return name.uppercased()
    }

    private static func range(of element: XMLElement) throws(DAVError) -> Range? {
        guard let range = element.caldav("time-range") else { return nil }
        let (start, end) = (range.attribute("start"), range.attribute("end"))
        let instants = (start.flatMap(instant), end.flatMap(instant))
        guard (start == nil) == (instants.0 == nil), (end == nil) == (instants.1 == nil), start != nil || end != nil
        else { throw DAVError(.forbidden, .caldav("valid-filter")) }
        return Range(start: instants.0, end: instants.1)
    }

    /// `20260105T170000Z`; years beyond what can be written down are taken as their bound.
    private static func instant(_ text: String) -> Instant? {
        let characters = Array(text)
        guard characters.count == 16, characters[8] == "T", characters[15] == "Z",
            let day = LocalDay(
                "\(String(characters[0..<4]))-\(String(characters[4..<6]))-\(String(characters[6..<8]))"),
            let hour = Int(String(characters[9..<11])), let minute = Int(String(characters[11..<13])),
            let second = Int(String(characters[13..<15])), (0..<24).contains(hour), (0..<60).contains(minute),
            (0...60).contains(second)
        else { return nil }
        return Instant(seconds: day.number * 86_400 + hour * 3600 + minute * 60 + second)
    }

    private static func match(of element: XMLElement) throws(DAVError) -> Match? {
        guard let match = element.caldav("text-match") else { return nil }
        let collation = match.attribute("collation") ?? "i;ascii-casemap"
        guard ["i;ascii-casemap", "i;octet", "default"].contains(collation) else {
            throw DAVError(.forbidden, .caldav("supported-collation"))
        }
        return Match(
            text: match.text, isNegated: match.attribute("negate-condition") == "yes", isExact: collation == "i;octet")
    }

    // MARK: Whether it is met

    func isMet(by task: ServedTask) -> Bool {
        guard let calendar = task.calendar else { return false }
        return isMet(root, by: calendar)
    }

    private func isMet(_ filter: Component, by component: CalendarComponent) -> Bool {
        if let range = filter.range, !isMet(range, by: component) { return false }
        guard filter.properties.allSatisfy({ isMet($0, by: component) }) else { return false }
        return filter.components.allSatisfy { inner in
            let found = component.all(inner.name)
            return inner.isAbsent ? found.isEmpty : found.contains { isMet(inner, by: $0) }
        }
    }

    private func isMet(_ filter: Property, by component: CalendarComponent) -> Bool {
        let found = component.properties.filter { $0.name == filter.name }
        if filter.isAbsent { return found.isEmpty }
        return found.contains { property in
            if let range = filter.range {
                guard let at = property.moment?.instant(in: zone), range.holds(at) else { return false }
            }
            if let match = filter.match, !match.isMet(by: property.value) { return false }
            return filter.parameters.allSatisfy { parameter in
                let value = property.parameters.first { $0.name == parameter.name }?.value
                if parameter.isAbsent { return value == nil }
                guard let value else { return false }
                return parameter.match?.isMet(by: value) ?? true
            }
        }
    }

    /// RFC 4791 §9.9, of a task; other components are not asked about by time.
    private func isMet(_ range: Range, by component: CalendarComponent) -> Bool {
        guard component.name == "VTODO" else { return true }
        func at(_ name: String) -> Instant? { component.first(name)?.moment?.instant(in: zone) }
        let (start, due, completed, created) = (at("DTSTART"), at("DUE"), at("COMPLETED"), at("CREATED"))
        switch (start, due, completed, created) {
        case (let start?, let due?, _, _):
            return (range.startsBy(due) || range.startsBy(start))
                && (range.endsAfter(start) || range.endsAtOrAfter(due))
        case (let start?, nil, _, _): return range.startsBy(start) && range.endsAfter(start)
        case (nil, let due?, _, _): return range.startsBefore(due) && range.endsAtOrAfter(due)
        case (nil, nil, let completed?, let created?):
            return (range.startsBy(created) || range.startsBy(completed))
                && (range.endsAtOrAfter(created) || range.endsAtOrAfter(completed))
        case (nil, nil, let completed?, nil): return range.startsBy(completed) && range.endsAtOrAfter(completed)
        case (nil, nil, nil, let created?): return range.endsAfter(created)
        case (nil, nil, nil, nil): return true
        }
    }
}

extension CalendarFilter.Range {
    func holds(_ instant: Instant) -> Bool { startsBy(instant) && endsAfter(instant) }
    func startsBy(_ instant: Instant) -> Bool { start.map { $0 <= instant } ?? true }
    func startsBefore(_ instant: Instant) -> Bool { start.map { $0 < instant } ?? true }
    func endsAfter(_ instant: Instant) -> Bool { end.map { $0 > instant } ?? true }
    func endsAtOrAfter(_ instant: Instant) -> Bool { end.map { $0 >= instant } ?? true }
}
