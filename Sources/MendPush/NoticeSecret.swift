import Crypto
import MendPlatform

/// The words by which a notice's buttons are known again.
public enum NoticeSecret {
    /// In bytes: 160 bits.
    public static let length = 20

    /// As it stands in an address.
    public static func text(_ bytes: [UInt8]) -> String { Base64URL.text(bytes) }

    /// What stands for a tag before push services: another text for each phone, so that they cannot tell that two phones hear of
    /// the same. 32 characters (RFC 8030 §5.4 allows no more).
    /// - Parameter secret: the phone's authentication secret.
    public static func topic(_ tag: String, for secret: [UInt8]) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(tag.utf8), using: SymmetricKey(data: secret))
        return Hexadecimal.text(Array(code).prefix(16))
    }

    /// What is kept of it: SHA-256 in hexadecimal digits.
    public static func hash(_ text: String) -> String { Hexadecimal.text(SHA256.hash(data: Array(text.utf8))) }
}
