import Crypto
import MendPlatform

/// The words by which a notice's buttons are known again.
public enum NoticeSecret {
    /// In bytes: 160 bits.
    public static let length = 20

    /// As it stands in an address.
    public static func text(_ bytes: [UInt8]) -> String { Base64URL.text(bytes) }

    /// What is kept of it: SHA-256 in hexadecimal digits.
    public static func hash(_ text: String) -> String { Hexadecimal.text(SHA256.hash(data: Array(text.utf8))) }
}
