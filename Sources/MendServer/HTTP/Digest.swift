import Crypto
import MendPlatform

/// The one-way forms in which secrets are kept and compared.
enum Digest {
    /// SHA-256 in hexadecimal digits. It is enough for random secrets; passphrases need scrypt.
    static func hex(_ text: String) -> String {
        hex(bytes: Array(text.utf8))
    }

    static func hex(bytes: [UInt8]) -> String {
        Hexadecimal.text(SHA256.hash(data: bytes))
    }

    /// A word that only somebody who knows the key can make (HMAC-SHA-256).
    static func code(_ text: String, key: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(text.utf8), using: SymmetricKey(data: Array(key.utf8)))
        return Base64URL.text(code)
    }

    /// Compares in a time that does not depend on where two texts differ.
    static func areEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Form {
    /// The same for forms with the same words.
    var digest: String {
        Digest.hex(fields.map { "\($0.name.utf8.count) \($0.name) \($0.value.utf8.count) \($0.value)" }.joined())
    }
}
