import Crypto
import Foundation

/// The two keys that a browser gives with a subscription (RFC 8291 §2).
public struct PushKeys: Hashable, Sendable {
    /// A point of the curve P-256, not compressed: 65 bytes.
    public let publicKey: [UInt8]
    /// The authentication secret: 16 bytes.
    public let secret: [UInt8]

    /// Nil unless the point lies on the curve and the secret has its length.
    public init?(publicKey: [UInt8], secret: [UInt8]) {
        guard secret.count == 16, publicKey.count == 65,
            (try? P256.KeyAgreement.PublicKey(x963Representation: publicKey)) != nil
        else { return nil }
        self.publicKey = publicKey
        self.secret = secret
    }
}

/// What is drawn anew for each message: used twice, it would tell what both have in common.
public struct PushRandomness: Sendable {
    /// 16 bytes.
    let salt: [UInt8]
    /// The private key that lives for one message: 32 bytes, from 1 to the order of P-256.
    let senderKey: [UInt8]

    /// - Parameters:
    ///   - salt: 16 bytes.
    ///   - senderKey: 32 bytes.
    public init(salt: [UInt8], senderKey: [UInt8]) {
        precondition(salt.count == 16 && senderKey.count == 32)
        self.salt = salt
        self.senderKey = senderKey
    }
}

/// A message that the push service passes on and only the browser can read (RFC 8291).
public enum PushEncryption {
    /// The most bytes of a whole body that every service takes (RFC 8030 §7.2).
    public static let bodyLimit = 4096
    /// The most bytes of a message here; room is left below `bodyLimit`.
    public static let messageLimit = 3000

    private static let recordSize: UInt32 = 4096

    /// The body of a request, under the content coding `aes128gcm`.
    /// - Parameters:
    ///   - message: at most `messageLimit` bytes.
    ///   - length: zeros make the message as long as this, so that its size tells nothing; no effect where it is longer.
    /// - Throws: an error of the cryptographic library: about a key drawn out of its range (one in 2^32), never of a message.
    public static func body(
        _ message: [UInt8], to keys: PushKeys, _ randomness: PushRandomness, paddedTo length: Int = 0
    ) throws -> [UInt8] {
        precondition(max(message.count, length) <= messageLimit)
        let sender = try P256.KeyAgreement.PrivateKey(rawRepresentation: randomness.senderKey)
        let receiver = try P256.KeyAgreement.PublicKey(x963Representation: keys.publicKey)
        let shared = try sender.sharedSecretFromKeyAgreement(with: receiver)
        let senderPoint = Array(sender.publicKey.x963Representation)
        // RFC 8291 §3.4.
        let info = Data("WebPush: info\0".utf8) + keys.publicKey + senderPoint
        let inputKey = shared.hkdfDerivedSymmetricKey(
            using: SHA256.self, salt: keys.secret, sharedInfo: info, outputByteCount: 32)
        let record = EncryptedContent.Record(bytes: message, padding: max(0, length - message.count))
        return try EncryptedContent.bytes(
            [record], inputKey: inputKey, salt: randomness.salt, keyID: senderPoint, recordSize: recordSize)
    }
}
