import Crypto
import CryptoExtras
import Foundation

/// A passphrase and the slow hash of it that is kept: `scrypt$15$8$3$salt$hash`.
public enum Passphrase {
    /// How much work a try takes.
    public struct Cost: Sendable, Equatable {
        let logRounds: Int
        let blockSize: Int
        let parallelism: Int

        /// 32 MiB, a fraction of a second.
        public static let standard = Cost(logRounds: 15, blockSize: 8, parallelism: 3)
        /// No protection: for tests.
        public static let trivial = Cost(logRounds: 4, blockSize: 1, parallelism: 1)
    }

    static let fewest = 8
    static let most = 200

    static func hash(_ passphrase: String, salt: [UInt8], cost: Cost) throws -> String {
        let key = try key(passphrase, salt: salt, cost: cost)
        return "scrypt$\(cost.logRounds)$\(cost.blockSize)$\(cost.parallelism)$\(hex(salt))$\(hex(key))"
    }

    static func matches(_ passphrase: String, _ hash: String) throws -> Bool {
        let parts = hash.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let logRounds = Int(parts[1]), (1...24).contains(logRounds),
            let blockSize = Int(parts[2]), let parallelism = Int(parts[3]), let salt = bytes(parts[4])
        else { return false }
        let cost = Cost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
        return Digest.areEqual(hex(try key(passphrase, salt: salt, cost: cost)), String(parts[5]))
    }

    private static func key(_ passphrase: String, salt: [UInt8], cost: Cost) throws -> [UInt8] {
        // Keyboards spell one letter in several ways.
        let text = Array(passphrase.precomposedStringWithCanonicalMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: text, salt: salt, outputByteCount: 32, rounds: 1 << cost.logRounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
        return key.withUnsafeBytes(Array.init)
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }

    private static func bytes(_ hex: Substring) -> [UInt8]? {
        guard hex.utf8.count % 2 == 0 else { return nil }
        var rest = hex
        var bytes: [UInt8] = []
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
