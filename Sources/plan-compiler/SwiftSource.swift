import MendCore

/// Writes a value as the Swift expression that makes it: texts become literals of the program, which need no decoding, no
/// memory and no time when it starts.
///
/// It reads values by reflection: a structure is made by the initializer that takes all of its properties by name, in order.
struct SwiftSource {
    /// Lists of numbers and of choices, which many texts have in common: made once, each under a name.
    private var lists: [String: String] = [:]

    /// What is to stand in the file of the expressions, outside of functions: the lists that they name.
    private(set) var declarations: [String] = []

    /// - Returns: an expression that is typed throughout, so that the compiler has nothing to find out.
    mutating func expression(_ value: Any) -> String {
        switch value {
        case let text as String: return Self.literal(text)
        case let number as Int: return String(number)
        case let flag as Bool: return String(flag)
        case let text as FillableText:
            return text.with.map { "FillableText(with: \(Self.literal($0)), without: \(Self.literal(text.without)))" }
                ?? "FillableText(\(Self.literal(text.without)))"
        case let time as LocalTime: return "LocalTime(minutes: \(time.minutes))!"
        case let window as Window:
            return "Window(start: \(expression(window.start)), end: \(expression(window.end)))!"
        case let list as [Any]:
            let elements = list.map { expression($0) }.joined(separator: ", ")
            return list.allSatisfy(Self.isPlain) ? name(of: "[\(elements)]", type(of: value)) : "[\(elements)]"
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { expression($0.value) } ?? "nil"
        case .enum:
            guard let payload = mirror.children.first, let name = payload.label else { return ".\(value)" }
            return ".\(name)(\(expression(payload.value)))"
        default:
            let type = String(reflecting: type(of: value))
            if type.hasPrefix("MendCore.BandTable<"), let values = mirror.children.first {
                return "\(type) { \(expression(values.value))[$0.order] }"
            }
            let arguments = mirror.children.map { "\($0.label ?? "_"): \(expression($0.value))" }
            return "\(type)(\(arguments.joined(separator: ", ")))"
        }
    }

    private mutating func name(of list: String, _ type: Any.Type) -> String {
        let declaration = ": \(String(reflecting: type)) = \(list)"
        if let name = lists[declaration] { return name }
        let name = "list\(lists.count)"
        lists[declaration] = name
        declarations.append("private let \(name)\(declaration)")
        return name
    }

    /// A number, or a choice without anything more.
    private static func isPlain(_ value: Any) -> Bool {
        let mirror = Mirror(reflecting: value)
        return value is Int || mirror.displayStyle == .enum && mirror.children.isEmpty
    }

    private static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case "\n": literal += "\\n"
            case "\t": literal += "\\t"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}
