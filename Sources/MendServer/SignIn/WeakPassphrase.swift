import Crypto
import Foundation

/// Passphrases that whoever guesses tries first.
enum WeakPassphrase {
    /// Letters that can be seen: spaces and marks of no width do not count.
    static func visibleCount(_ passphrase: String) -> Int {
        passphrase.filter { letter in letter.unicodeScalars.contains(where: isVisible) }.count
    }

    /// Whether it is among the commonest, in any case and with any spaces, or says one or two letters again and again.
    static func isCommon(_ passphrase: String) -> Bool {
        let text = passphrase.lowercased().filter { letter in letter.unicodeScalars.contains(where: isVisible) }
        if Set(text).count < leastDifferent { return true }
        let start = SHA256.hash(data: Data(text.utf8)).prefix(entryBytes)
        // A passphrase is chosen now and then, so there is no reason to keep the list in a form that is searched quickly.
        let list = Data(base64Encoded: CommonPassphraseList.base64, options: .ignoreUnknownCharacters) ?? Data()
        return stride(from: 0, to: list.count, by: entryBytes).contains { place in
            list[place..<min(place + entryBytes, list.count)].elementsEqual(start)
        }
    }

    private static let leastDifferent = 4
    private static let entryBytes = 4

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return false }
        switch properties.generalCategory {
        case .control, .format, .unassigned, .surrogate, .privateUse: return false
        // An empty Braille cell.
        default: return scalar.value != 0x2800
        }
    }
}
