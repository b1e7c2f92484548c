import MendCore

/// Writes a value as the Swift expression that makes it: texts become literals of the program, which need no decoding, no
/// memory and no time when it starts.
///
/// It reads values by reflection: a structure is made by the initializer that takes all of its properties by name, in order.
enum SwiftSource {
    /// - Returns: an expression that is typed throughout, so that the compiler has nothing to find out.
    static func expression(_ value: Any) -> String {
        switch value {
        case let text as String: return literal(text)
        case let number as Int: return String(number)
        case let flag as Bool: return String(flag)
        case let text as FillableText:
            return text.with.map { "FillableText(with: \(literal($0)), without: \(literal(text.without)))" }
                ?? "FillableText(\(literal(text.without)))"
        case let time as LocalTime: return "LocalTime(minutes: \(time.minutes))!"
        case let window as Window:
            return "Window(start: \(expression(window.start)), end: \(expression(window.end)))!"
        case let list as [Any]: return "[\(list.map(expression).joined(separator: ", "))]"
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
