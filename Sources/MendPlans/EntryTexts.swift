import MendCore

/// Texts, placeholders and ids.
extension Entry {
    private static let placeholders = ["{name}", "{excited-about}"]

    /// A text that is shown as it stands.
    mutating func text(_ key: String) -> String? {
        guard let node = node(key) else {
            missing(key, "write \(key): and the text")
            return nil
        }
        return text(node, key)
    }

    mutating func textIfAny(_ key: String) -> String? {
        node(key).flatMap { text($0, key) }
    }

    mutating func text(_ node: DocumentNode, _ key: String) -> String? {
        guard let text = written(node, key) else { return nil }
        if let place = Self.places(in: text).first {
            fault(node.line, "\(place.short) in \(key)", "leave it out: nothing is filled in here")
            return nil
        }
        return text
    }

    /// A text that holds each of these places once or more, and nothing else in braces.
    mutating func text(_ key: String, holding expected: [String]) -> String? {
        if expected.isEmpty { return text(key) }
        guard let node = node(key) else {
            missing(key, "write \(key): and the text, with \(expected.joined(separator: " and "))")
            return nil
        }
        guard let text = written(node, key) else { return nil }
        let places = Self.places(in: text)
        if let place = places.first(where: { !expected.contains($0) }) {
            fault(node.line, "unknown placeholder \(place.short)", Nearest.suggestion(for: place, among: expected))
            return nil
        }
        if let place = expected.first(where: { !places.contains($0) }) {
            fault(node.line, "\(key) does not hold \(place)", "write \(place) where it is to be filled in")
            return nil
        }
        return text
    }

    mutating func texts(_ key: String, count: ClosedRange<Int>) -> [String]? {
        guard let items = list(key) else {
            if !has(key) { missing(key, "write \(key): and a list of texts") }
            return nil
        }
        let texts = items.compactMap { text($0, key) }
        guard texts.count == items.count else { return nil }
        guard count.contains(texts.count) else {
            fault(
                line(of: key), "\(key) holds \(texts.count) texts",
                "write \(count.lowerBound) to \(count.upperBound)")
            return nil
        }
        return texts
    }

    /// A text, or the two forms of one that names what the other was excited about.
    mutating func fillable(_ key: String) -> FillableText? {
        guard let node = node(key) else {
            missing(key, "write \(key): and the text")
            return nil
        }
        guard case .mapping = node.content else {
            guard let text = written(node, key) else { return nil }
            guard let place = Self.places(in: text).first else { return FillableText(text) }
            if isKnown(place, node.line) {
                fault(
                    node.line, "\(key) holds \(place) and has no other form",
                    "write \(key): {with: \"... \(place) ...\", without: the same without it}")
            }
            return nil
        }
        var forms = Entry(path: path, name: key, node: node, keys: ["with", "without"])
        let without = forms.text("without")
        var with = forms.has("with") ? forms.node("with").flatMap { forms.written($0, "with") } : nil
        if !forms.has("with") { forms.missing("with", "write a single text: \(key): ...") }
        if let text = with {
            let places = Self.places(in: text)
            if places.isEmpty {
                forms.fault(forms.line(of: "with"), "with holds no placeholder", "write a single text: \(key): ...")
            }
            if !places.allSatisfy({ forms.isKnown($0, forms.line(of: "with")) }) { with = nil }
        }
        faults += forms.faults
        guard let with, let without else { return nil }
        return FillableText(with: with, without: without)
    }

    /// A text of at least one letter.
    private mutating func written(_ node: DocumentNode, _ key: String) -> String? {
        guard let text = scalar(node, key, like: "and the text") else { return nil }
        guard text.contains(where: { !$0.isWhitespace }) else {
            fault(node.line, "\(key) is empty", "write the text")
            return nil
        }
        return text
    }

    private mutating func isKnown(_ place: String, _ line: Int) -> Bool {
        if Self.placeholders.contains(place) { return true }
        fault(line, "unknown placeholder \(place.short)", Nearest.suggestion(for: place, among: Self.placeholders))
        return false
    }

    /// Everything in braces, and any brace that stands alone.
    private static func places(in text: String) -> [String] {
        var places: [String] = []
        var rest = text[...]
        while let start = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            let end = rest[start] == "{" ? rest[start...].firstIndex(of: "}") : nil
            let next = rest.index(after: end ?? start)
            places.append(String(rest[start..<next]))
            rest = rest[next...]
        }
        return places
    }

    // MARK: Ids

    /// What follows the prefix of an id.
    enum Tail {
        /// Words: `slow-breath-out`.
        case words
        /// A number, or words.
        case number
        /// One or two parts: `red.2`, `3`.
        case parts
    }

    /// An id as `caregiver.slow-breath-out`: kebab-case parts between dots, the first ones given.
    mutating func id(_ prefix: String?, _ tail: Tail = .words) -> String? {
        guard let id = scalar("id", like: Self.example(prefix ?? "kind.", tail)), let prefix else { return nil }
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        let rest = id.hasPrefix(prefix) ? parts.dropFirst(prefix.split(separator: ".").count) : []
        let isRight =
            switch tail {
            case .words: rest.count == 1 && rest.allSatisfy { Self.isKebab($0) && !Self.isNumber($0) }
            case .number: rest.count == 1 && rest.allSatisfy(Self.isKebab)
            case .parts: (1...2).contains(rest.count) && rest.allSatisfy(Self.isKebab)
            }
        guard isRight, id.utf8.count <= 100 else {
            fault(
                line(of: "id"), "id \"\(id.short)\" has the wrong shape",
                "write \(Self.example(prefix, tail)) (small letters a to z, digits and hyphens)")
            return nil
        }
        return id
    }

    private static func example(_ prefix: String, _ tail: Tail) -> String {
        switch tail {
        case .words: "\(prefix)some-words"
        case .number, .parts: "\(prefix)1"
        }
    }

    static func isKebab(_ text: some StringProtocol) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        }
    }

    private static func isNumber(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    }
}
