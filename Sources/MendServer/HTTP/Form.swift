import Foundation
import MendPlatform

/// The fields of a form, as a browser sends them (`application/x-www-form-urlencoded`).
struct Form: Sendable {
    struct Field: Sendable {
        let name: String
        let value: String
    }

    private(set) var fields: [Field]

    /// No page of ours sends more.
    static let mostFields = 300

    init(fields: [Field] = []) {
        self.fields = fields
    }

    /// Nil for broken escapes, broken UTF-8, and too many fields.
    init?(encoded bytes: some Collection<UInt8>) {
        var fields: [Field] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard fields.count < Self.mostFields, let name = Self.decoded(parts[0]),
                let value = parts.count == 1 ? "" : Self.decoded(parts[1])
            else { return nil }
            fields.append(Field(name: name, value: value))
        }
        self.fields = fields
    }

    /// What was typed into a field, without spaces around it; nil when nothing was.
    subscript(_ name: String) -> String? {
        guard let field = fields.last(where: { $0.name == name }) else { return nil }
        let text = field.value.replacingOccurrences(of: "\r\n", with: "\n").trimmingCharacters(
            in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    mutating func remove(_ name: String) {
        fields.removeAll { $0.name == name }
    }

    /// Exactly what was typed into a field; empty when there is no such field.
    func whole(_ name: String) -> String {
        fields.last { $0.name == name }?.value ?? ""
    }

    /// Whether the form had a field of that name, filled in or not.
    func has(_ name: String) -> Bool {
        fields.contains { $0.name == name }
    }

    /// Everything that was chosen of a field that takes several.
    func all(_ name: String) -> [String] {
        fields.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    /// What was chosen of a fixed set; nil when nothing was, or something else.
    func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
        self[name].flatMap(Choice.init(rawValue:))
    }

    /// A space may stand as a plus sign.
    private static func decoded(_ bytes: some Sequence<UInt8>) -> String? {
        // A plus that stands for itself comes encoded.
        PercentEncoding.decoded(bytes.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 })
            .flatMap { String(validating: $0, as: UTF8.self) }
    }
}
