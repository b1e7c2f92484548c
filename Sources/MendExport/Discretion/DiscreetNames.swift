import Crypto
import MendCore
import MendPlatform

/// What stands in place of ids in discreet editions: HMAC-SHA256 under the journal's key (RFC 2104), so that no other id of the
/// same household can be guessed from one that is known.
struct DiscreetNames: Sendable {
    private let keyed: HMAC<SHA256>
    private let before: (hash: SipHash, since: Instant)?

    init(_ household: Household) {
        let key = household.discreetKey
        keyed = HMAC(key: SymmetricKey(data: Array(key.secret.utf8)))
        before = key.since.map { (SipHash(household.id), $0) }
    }

    /// The start of what no calendar has shown before journals had a key.
    static let neverBefore = Instant(seconds: .max)

    /// 128 bits as 32 hexadecimal digits.
    /// - Parameter start: when what has the id begins; nil: it was there from the first, such as a feed.
    func digits(_ id: String, at start: Instant?) -> String {
        if let before, hasBegun(start, before.since) { return before.hash.digits(id) }
        return Hexadecimal.text(code(id).prefix(16))
    }

    /// A place in a list of `count` elements; `count` is positive.
    /// - Parameter start: as in `digits`.
    func index(of count: Int, for id: String, at start: Instant?) -> Int {
        if let before, hasBegun(start, before.since) { return Int(before.hash.value(id) % UInt64(count)) }
        // Not the bytes that stand in the id.
        let value = code(id).suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(value % UInt64(count))
    }

    private func hasBegun(_ start: Instant?, _ since: Instant) -> Bool { start.map { $0 < since } ?? true }

    private func code(_ id: String) -> [UInt8] {
        var code = keyed
        code.update(data: Array(id.utf8))
        return Array(code.finalize())
    }
}
