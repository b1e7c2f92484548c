import Crypto
import Foundation
import MendPlatform

/// The key by which push services know one household's server again (RFC 8292).
public struct VAPIDKey: Sendable {
    private let key: P256.Signing.PrivateKey

    /// - Parameter bytes: 32, from 1 to the order of P-256; nil for others.
    public init?(_ bytes: [UInt8]) {
        guard let key = try? P256.Signing.PrivateKey(rawRepresentation: bytes) else { return nil }
        self.key = key
    }

    /// The public half, as browsers take it for `applicationServerKey`: 65 bytes in Base64url.
    public var publicText: String { Base64URL.text(key.publicKey.x963Representation) }

    /// For how long a token is made, in seconds. Services refuse more than a day ahead (RFC 8292 §2), and clocks differ.
    public static let tokenLife = 12 * 3600

    /// The value of the header `Authorization` (RFC 8292 §3). Signatures differ from one to the next; all are valid.
    /// - Parameters:
    ///   - audience: the origin of the endpoint.
    ///   - contact: whom the service may turn to: `https:` or `mailto:` of a real domain (Apple refuses others).
    ///   - expiry: POSIX seconds, less than a day ahead.
    /// - Throws: an error of the cryptographic library.
    public func authorization(audience: String, contact: String, expiry: Int) throws -> String {
        let header = Base64URL.text(#"{"typ":"JWT","alg":"ES256"}"#.utf8)
        let claims = Base64URL.text(
            #"{"aud":"\#(Self.plain(audience))","exp":\#(expiry),"sub":"\#(Self.plain(contact))"}"#.utf8)
        let signed = "\(header).\(claims)"
        let signature = try key.signature(for: Data(signed.utf8)).rawRepresentation
        // Some readers take no space after the comma.
        return "vapid t=\(signed).\(Base64URL.text(signature)),k=\(publicText)"
    }

    /// Addresses have no character that JSON would escape; of another nothing stays.
    private static func plain(_ address: String) -> String {
        String(decoding: address.utf8.filter { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }, as: UTF8.self)
    }
}
