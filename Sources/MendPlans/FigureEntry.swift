import MendCore

/// Times, durations and tables by band, with the figures of another plan where the document is silent.
extension Entry {
    /// Reads the value of a key, or else takes the inherited one; with neither, the key is missing.
    mutating func value<Value>(
        _ key: String, inherited: Value?, like example: String, read: (inout Entry, DocumentNode) -> Value?
    ) -> Value? {
        if let node = node(key) { return read(&self, node) }
        if inherited == nil { missing(key, "write \(key): \(example)") }
        return inherited
    }

    /// Reads the mapping under a key. Where it is missing, an empty one stands for it, so that its own keys are asked for.
    mutating func part<Value>(_ key: String, keys: [String], read: (inout Entry) -> Value?) -> Value? {
        let node = node(key) ?? DocumentNode(content: .mapping([]), line: line)
        var part = Entry(path: path, name: key, node: node, keys: keys)
        let value = read(&part)
        faults += part.faults
        return value
    }

    /// One value for each band: a mapping by band with `others` for the rest, or a single value for all.
    mutating func table<Value>(
        _ key: String, inherited: BandTable<Value>?, like example: String,
        read: (inout Entry, DocumentNode) -> Value?
    ) -> BandTable<Value>? {
        value(key, inherited: inherited, like: "{infant: \(example), others: \(example)}") { entry, node in
            guard case .mapping = node.content else {
                return read(&entry, node).map { value in BandTable { _ in value } }
            }
            return entry.part(key, keys: AgeBand.allCases.map(\.rawValue) + ["others"]) { part in
                let others = part.node("others").map { read(&part, $0) }
                let values = AgeBand.allCases.map { band -> Value? in
                    if let node = part.node(band.rawValue) { return read(&part, node) }
                    if let others { return others }
                    if inherited == nil { part.missing(band.rawValue, "write others: \(example)") }
                    return inherited?[band]
                }
                let known = values.compactMap(\.self)
                return known.count == values.count ? BandTable { known[$0.order] } : nil
            }
        }
    }
}

extension Entry {
    /// The line that says what holds for a band.
    func line(of key: String, _ band: AgeBand) -> Int {
        guard case .mapping(let pairs) = node(key)?.content else { return line(of: key) }
        let pair = pairs.first { $0.key == band.rawValue } ?? pairs.first { $0.key == "others" }
        return pair?.line ?? line(of: key)
    }

    /// `07:30`, before 24:00.
    mutating func time(_ node: DocumentNode) -> LocalTime? {
        let advice = "write hours and minutes from 00:00 to 23:59, as in 07:30"
        guard case .text(let text) = node.content else {
            fault(node.line, "a time is \(node.kind)", advice)
            return nil
        }
        guard let time = LocalTime(text), time.minutes < 1440 else {
            fault(node.line, "\"\(text.short)\" is no time", advice)
            return nil
        }
        return time
    }

    /// `19:00-07:00`, or `none`.
    mutating func windowOrNone(_ node: DocumentNode) -> Window?? {
        let advice = "write two times, as in 19:00-07:00, or none"
        guard case .text(let text) = node.content else {
            fault(node.line, "a window is \(node.kind)", advice)
            return nil
        }
        if text == "none" { return .some(nil) }
        guard let window = Window(text) else {
            fault(node.line, "\"\(text.short)\" is no window", advice)
            return nil
        }
        return window
    }

    /// `20 min` or `4 h`, in seconds, up to 31 times 24 hours.
    mutating func duration(_ node: DocumentNode) -> Int? {
        switch delay(node, orDays: false) {
        case .elapsed(let seconds): seconds
        case .days, nil: nil
        }
    }

    /// `6 h`, or `none`.
    mutating func durationOrNone(_ node: DocumentNode) -> Int?? {
        if case .text("none") = node.content { return .some(nil) }
        return duration(node).map(Optional.some)
    }

    /// `7 d`: calendar days, 1 to 366.
    mutating func days(_ node: DocumentNode) -> Int? {
        guard case .text(let text) = node.content, case .days(let days) = Self.delay(text) else {
            fault(node.line, "\(Self.words(node)) is no number of days", "write days as in 7 d")
            return nil
        }
        return int(String(days), "days", 1...366, line: node.line)
    }

    /// `20 min`, `4 h` (elapsed time) or `1 d` (calendar days).
    mutating func delay(_ node: DocumentNode, orDays: Bool = true) -> LadderFigures.Delay? {
        let advice = orDays ? "write 20 min, 4 h or 1 d" : "write 20 min or 4 h (24 h for a day)"
        let delay: LadderFigures.Delay? = if case .text(let text) = node.content { Self.delay(text) } else { nil }
        switch delay {
        case .elapsed(let seconds) where seconds <= 31 * 86_400: return delay
        case .days(let days) where orDays && (1...366).contains(days): return delay
        case .elapsed, .days: fault(node.line, "\(Self.words(node)) is out of range", advice)
        case nil: fault(node.line, "\(Self.words(node)) is no duration", advice)
        }
        return nil
    }

    private static func words(_ node: DocumentNode) -> String {
        if case .text(let text) = node.content { "\"\(text.short)\"" } else { node.kind }
    }

    private static func delay(_ text: String) -> LadderFigures.Delay? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.utf8.count <= 6, let number = Int(digits) else { return nil }
        let rest = text.dropFirst(digits.count)
        return switch rest.drop(while: { $0 == " " }) {
        case "min": .elapsed(number * 60)
        case "h": .elapsed(number * 3600)
        case "d": .days(number)
        default: nil
        }
    }
}
