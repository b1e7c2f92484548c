import Crypto
import Foundation
import MendPlatform
import Testing

@testable import MendPush

@Suite struct VAPIDKeyTests {
    private static let bytes = [UInt8](repeating: 0, count: 31) + [9]

    @Test func signsWhoItIsForHowLongAndWhomToAsk() throws {
        let key = try #require(VAPIDKey(Self.bytes))
        let header = try key.authorization(
            audience: "https://push.example.net", contact: "https://mend.example.org", expiry: 1_767_614_400)
        let parts = header.split { $0 == " " || $0 == "," }
        #expect(parts.count == 3 && parts[0] == "vapid")
        #expect(parts[2] == "k=\(key.publicText)")
        let token = parts[1].dropFirst(2).split(separator: ".").map(String.init)
        try #require(token.count == 3)
        func text(_ part: String) throws -> String {
            String(decoding: try #require(Base64URL.bytes(part)), as: UTF8.self)
        }
        #expect(try text(token[0]) == #"{"typ":"JWT","alg":"ES256"}"#)
        #expect(
            try text(token[1])
                == #"{"aud":"https://push.example.net","exp":1767614400,"sub":"https://mend.example.org"}"#)
        let publicKey = try P256.Signing.PublicKey(
            x963Representation: try #require(Base64URL.bytes(key.publicText)))
        let signature = try P256.Signing.ECDSASignature(rawRepresentation: try #require(Base64URL.bytes(token[2])))
        #expect(publicKey.isValidSignature(signature, for: Data("\(token[0]).\(token[1])".utf8)))
    }

    @Test func isTheSameKeyAsLongAsItsBytesAre() throws {
        #expect(try #require(VAPIDKey(Self.bytes)).publicText == #require(VAPIDKey(Self.bytes)).publicText)
        #expect(try #require(VAPIDKey(Self.bytes)).publicText.utf8.count == 87)
        #expect(VAPIDKey([UInt8](repeating: 0, count: 32)) == nil, "zero is no key")
        #expect(VAPIDKey([1, 2, 3]) == nil)
    }

    @Test func livesLessThanADay() {
        #expect(VAPIDKey.tokenLife == 43_200)
    }
}
