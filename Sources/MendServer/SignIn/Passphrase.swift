import Crypto
import CryptoExtras
import Foundation
import MendPlatform

/// Makes and checks the slow hash that is kept of a passphrase: `scrypt$15$8$3$salt$hash` (RFC 7914).
public enum Passphrase {
    /// How much work it is to try a passphrase.
    public struct Cost: Sendable, Equatable {
        let logRounds: Int
        let blockSize: Int
        let parallelism: Int

        /// What a row that somebody else wrote can cost at most: 64 MiB, and some seconds.
        var isBearable: Bool {
            (1...16).contains(blockSize) && (1...8).contains(parallelism) && (1...18).contains(logRounds)
                // RFC 7914 §2
                && logRounds < 16 * blockSize && 128 * blockSize << logRounds <= 64 << 20
        }

        /// 32 MiB, and a fraction of a second.
        public static let standard = Cost(logRounds: 15, blockSize: 8, parallelism: 3)
        /// Protects nothing: for tests.
        public static let trivial = Cost(logRounds: 4, blockSize: 1, parallelism: 1)
    }

    /// In characters.
    static let minimumLength = 8
    static let maximumLength = 200

    static func hash(_ passphrase: String, salt: [UInt8], cost: Cost) throws -> String {
        let key = try key(passphrase, salt: salt, cost: cost)
        let (salt, hash) = (Hexadecimal.text(salt), Hexadecimal.text(key))
        return "scrypt$\(cost.logRounds)$\(cost.blockSize)$\(cost.parallelism)$\(salt)$\(hash)"
    }

    /// A hash that `hash` cannot have made matches nothing: whoever has written it shall not choose what it costs to try.
    static func matches(_ passphrase: String, _ hash: String) throws -> Bool {
        guard hash.utf8.count <= 400 else { return false }
        let parts = hash.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let logRounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Hexadecimal.bytes(parts[4]), (1...64).contains(salt.count)
        else { return false }
        let cost = Cost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
        guard cost.isBearable else { return false }
        return Digest.areEqual(Hexadecimal.text(try key(passphrase, salt: salt, cost: cost)), String(parts[5]))
    }

    private static func key(_ passphrase: String, salt: [UInt8], cost: Cost) throws -> [UInt8] {
        // Keyboards spell one letter in several ways.
        let text = Array(passphrase.precomposedStringWithCanonicalMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: text, salt: salt, outputByteCount: 32, rounds: 1 << cost.logRounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
        return key.withUnsafeBytes(Array.init)
    }
}
