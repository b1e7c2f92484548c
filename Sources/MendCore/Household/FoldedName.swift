/// A name as names are compared: two that are equal here cannot be told apart by whoever reads them.
///
/// Case is folded (Unicode §3.13; lower, upper and lower again makes ss of ß and ẞ, and σ of ς), what nobody sees is left out,
/// and any blank between two words counts as one space. Swift compares by canonical equivalence, as after NFC (UAX #15).
public struct FoldedName: Hashable, Sendable {
    private let text: String

    public init(_ name: some StringProtocol) {
        var text = ""
        var isAfterBlank = false
        for scalar in name.unicodeScalars {
            if scalar.isBlank {
                isAfterBlank = true
            } else if !scalar.properties.isDefaultIgnorableCodePoint {
                if isAfterBlank, !text.isEmpty { text += " " }
                isAfterBlank = false
                text += Self.folded(scalar)
            }
        }
        self.text = text
    }

    /// Whether nothing of it can be seen.
    public var isEmpty: Bool { text.isEmpty }

    /// Nothing is the beginning of no name.
    public func begins(with other: FoldedName) -> Bool {
        !other.isEmpty && text.hasPrefix(other.text)
    }

    /// Nothing is in no name.
    public func contains(_ other: FoldedName) -> Bool {
        !other.isEmpty && text.contains(other.text)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> String {
        // The dotless ı is a letter of its own.
        if scalar == "\u{131}" { return String(scalar) }
        let upper = scalar.properties.lowercaseMapping.unicodeScalars.map(\.properties.uppercaseMapping).joined()
        return upper.unicodeScalars.map(\.properties.lowercaseMapping).joined()
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmingBlanks: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(scalars[first...last])
    }
}

extension Unicode.Scalar {
    /// White space, and the Braille pattern without dots, which looks like it.
    var isBlank: Bool { properties.isWhitespace || self == "\u{2800}" }
}
