import Crypto
import Foundation

/// Bytes under the content coding `aes128gcm` (RFC 8188).
enum EncryptedContent {
    /// What one record holds: its bytes, and how many zeros hide their number.
    struct Record {
        let bytes: [UInt8]
        var padding = 0
    }

    /// A record's tag and the delimiter before its padding (RFC 8188 §2).
    static let recordOverhead = 17

    /// - Parameters:
    ///   - records: all but the last fill `recordSize` with their padding.
    ///   - inputKey: input keying material.
    ///   - salt: 16 bytes, never used before with the same key.
    ///   - keyID: at most 255 bytes; empty where both sides know the key.
    static func bytes(
        _ records: [Record], inputKey: SymmetricKey, salt: [UInt8], keyID: [UInt8], recordSize: UInt32
    ) throws -> [UInt8] {
        precondition(salt.count == 16 && keyID.count <= 255, "RFC 8188 §2.1")
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: inputKey, salt: salt, info: Data("Content-Encoding: aes128gcm\0".utf8),
            outputByteCount: 16)
        let base = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: inputKey, salt: salt, info: Data("Content-Encoding: nonce\0".utf8), outputByteCount: 12)
        var content = salt
        withUnsafeBytes(of: recordSize.bigEndian) { content += $0 }
        content.append(UInt8(keyID.count))
        content += keyID
        for (number, record) in records.enumerated() {
            precondition(record.bytes.count + record.padding + recordOverhead <= recordSize, "RFC 8188 §2")
            let delimiter: UInt8 = number == records.count - 1 ? 2 : 1
            let plain = record.bytes + [delimiter] + [UInt8](repeating: 0, count: record.padding)
            let sealed = try AES.GCM.seal(plain, using: key, nonce: nonce(base, number))
            content += sealed.ciphertext
            content += sealed.tag
        }
        return content
    }

    /// The nonce of a record: the derived bytes, with its number over the last of them (RFC 8188 §2.3).
    private static func nonce(_ base: SymmetricKey, _ number: Int) throws -> AES.GCM.Nonce {
        var bytes = base.withUnsafeBytes { Array($0) }
        for place in 0..<8 { bytes[11 - place] ^= UInt8(truncatingIfNeeded: number >> (8 * place)) }
        return try AES.GCM.Nonce(data: bytes)
    }
}
