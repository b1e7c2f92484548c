import Foundation

/// Bytes in letters that need no escape in addresses, cookies and headers (RFC 4648 §5, without padding).
package enum Base64URL {
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }

    /// Reads what `text` writes, with or without padding; nil for anything else.
    package static func bytes(_ text: String) -> [UInt8]? {
        let bare = text.utf8.last == UInt8(ascii: "=") ? String(text.prefix { $0 != "=" }) : text
        let isPlain = bare.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-_".utf8.contains(byte)
        }
        guard isPlain, bare.utf8.count % 4 != 1 else { return nil }
        let standard = bare.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        return Data(base64Encoded: padded).map(Array.init)
    }
}
