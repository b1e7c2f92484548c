import MendCore

/// A mapping that is being read: each value that is missing or wrong becomes a fault, and reading goes on.
struct Entry {
    let path: String
    let line: Int
    /// What it is called in a message.
    let name: String
    private(set) var fields: [String: DocumentNode.Pair] = [:]
    var faults: [PlanFault] = []
    private var isMapping = true

    /// Takes the pairs of a mapping; every key must be known. `heads` hold where the mapping itself is silent.
    init(
        path: String, name: String, node: DocumentNode, keys: [String], heads: [DocumentNode.Pair] = []
    ) {
        self.path = path
        self.name = name
        line = node.line
        for pair in heads { fields[pair.key] = pair }
        guard case .mapping(let pairs) = node.content else {
            isMapping = false
            fault(line, "\(name) is \(node.kind)", "write keys and values, as in key: value")
            return
        }
        for pair in pairs {
            if !keys.contains(pair.key) {
                fault(pair.line, "unknown key \"\(pair.key)\"", Nearest.suggestion(for: pair.key, among: keys))
            }
            fields[pair.key] = pair
        }
    }

    mutating func fault(_ line: Int, _ message: String, _ suggestion: String) {
        faults.append(PlanFault(path: path, line: line, message: message, suggestion: suggestion))
    }

    mutating func warn(_ line: Int, _ message: String, _ suggestion: String) {
        faults.append(
            PlanFault(path: path, line: line, message: message, suggestion: suggestion, severity: .warning))
    }

    /// The line of a key's value, or of the entry.
    func line(of key: String) -> Int { fields[key]?.line ?? line }

    func has(_ key: String) -> Bool {
        guard let pair = fields[key] else { return false }
        if case .nothing = pair.value.content { return false }
        return true
    }

    mutating func missing(_ key: String, _ suggestion: String) {
        // What is no mapping at all has been told.
        guard isMapping else { return }
        fault(line(of: key), "missing key \"\(key)\" in this \(name)", suggestion)
    }
}

// MARK: Values

extension Entry {
    /// The value of a key that is there; nil (and no fault) when it is not.
    func node(_ key: String) -> DocumentNode? {
        has(key) ? fields[key]?.value : nil
    }

    mutating func scalar(_ key: String, like example: String) -> String? {
        guard let node = node(key) else {
            missing(key, "write \(key): \(example)")
            return nil
        }
        return scalar(node, key, like: example)
    }

    mutating func scalar(_ node: DocumentNode, _ key: String, like example: String) -> String? {
        guard case .text(let text) = node.content else {
            fault(node.line, "\(key) is \(node.kind)", "write \(key): \(example)")
            return nil
        }
        return text
    }

    mutating func int(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = scalar(key, like: String(range.lowerBound)) else { return nil }
        return int(text, key, range, line: line(of: key))
    }

    mutating func int(_ text: String, _ key: String, _ range: ClosedRange<Int>, line: Int) -> Int? {
        let bounds = "write a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard let value = Int(text) else {
            fault(line, "\(key) \"\(text.short)\" is not a number", bounds)
            return nil
        }
        guard range.contains(value) else {
            fault(line, "\(key) \(value) is out of range", bounds)
            return nil
        }
        return value
    }

    mutating func bool(_ key: String) -> Bool? {
        guard let text = scalar(key, like: "true or \(key): false") else { return nil }
        if text == "true" || text == "false" { return text == "true" }
        fault(
            line(of: key), "\(key) \"\(text.short)\" is neither true nor false", "write \(key): true or \(key): false")
        return nil
    }

    mutating func choice<Choice>(_ key: String, _ type: Choice.Type) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        guard let node = node(key) else {
            missing(key, "write \(key): and one of \(Choice.choices)")
            return nil
        }
        return choice(node, key, type)
    }

    mutating func choiceIfAny<Choice>(_ key: String, _ type: Choice.Type) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        node(key).flatMap { choice($0, key, type) }
    }

    mutating func choice<Choice>(_ node: DocumentNode, _ key: String, _ type: Choice.Type) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        guard case .text(let text) = node.content else {
            fault(node.line, "\(key) is \(node.kind)", "write one of \(Choice.choices)")
            return nil
        }
        if let choice = Choice(rawValue: text) { return choice }
        unknown(text, key, among: Choice.allCases.map(\.rawValue), line: node.line)
        return nil
    }

    /// A word that is none of the choices: all of them are listed, and a near one is named.
    mutating func unknown(_ word: String, _ key: String, among choices: [String], line: Int) {
        let near = Nearest.choice(for: word, among: choices).map { "did you mean \"\($0)\"? " } ?? ""
        fault(line, "unknown \(key) \"\(word.short)\"", "\(near)write one of \(choices.joined(separator: ", "))")
    }

    /// The items of a list; a single value stands for a list of one. Nil when the key is missing.
    mutating func list(_ key: String) -> [DocumentNode]? {
        guard let node = node(key) else { return nil }
        switch node.content {
        case .list(let items): return items
        case .text: return [node]
        case .mapping, .nothing:
            fault(node.line, "\(key) is \(node.kind)", "write a list, as in \(key): [..]")
            return nil
        }
    }

    mutating func choices<Choice>(_ key: String, _ type: Choice.Type) -> [Choice]?
    where Choice: RawRepresentable & CaseIterable & Equatable, Choice.RawValue == String {
        guard let items = list(key) else {
            if !has(key) { missing(key, "write \(key): and a list of \(Choice.choices)") }
            return nil
        }
        let choices = items.compactMap { choice($0, key, type) }
        guard choices.count == items.count else { return nil }
        if let twice = choices.indices.first(where: { choices[..<$0].contains(choices[$0]) }) {
            fault(items[twice].line, "\(key) holds \"\(choices[twice].rawValue)\" twice", "keep one")
            return nil
        }
        return choices
    }

    /// Distinct whole numbers.
    mutating func ints(_ key: String, _ range: ClosedRange<Int>, count: ClosedRange<Int>) -> [Int]? {
        guard let items = list(key) else {
            if !has(key) { missing(key, "write \(key): [\(range.lowerBound)]") }
            return nil
        }
        let values = items.compactMap { item in
            scalar(item, key, like: "[\(range.lowerBound)]").flatMap { int($0, key, range, line: item.line) }
        }
        guard values.count == items.count else { return nil }
        guard count.contains(values.count), Set(values).count == values.count else {
            let (least, most) = (count.lowerBound, count.upperBound)
            let amount = least == most ? "\(least)" : "\(least) to \(most)"
            fault(
                line(of: key), "\(key) holds \(values.count) numbers, or one twice",
                "write \(amount) different numbers from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return values
    }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
    /// `benign, oscillating, limit-setting, toxic`
    static var choices: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension String {
    /// Fit for a message: one line, not long.
    var short: String {
        let line = prefix { $0 != "\n" }
        return line.count > 40 ? "\(line.prefix(37))..." : String(line)
    }
}
