import Crypto
import MendPlatform
import Testing

@testable import MendPush

/// The examples of RFC 8188 and RFC 8291, byte by byte.
@Suite struct PushEncryptionTests {
    private static func bytes(_ text: String) throws -> [UInt8] { try #require(Base64URL.bytes(text)) }

    /// RFC 8291 §5 and appendix A.
    @Test func sealsTheExampleOfTheStandard() throws {
        let keys = try #require(
            PushKeys(
                publicKey: Self.bytes(
                    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
                secret: Self.bytes("BTBZMqHH6r4Tts7J_aSIgg")))
        let randomness = PushRandomness(
            salt: try Self.bytes("DGv6ra1nlYgDCS1FRnbzlw"),
            senderKey: try Self.bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
        let body = try PushEncryption.body(
            Array("When I grow up, I want to be a watermelon".utf8), to: keys, randomness)
        #expect(
            Base64URL.text(body)
                == "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tl"
                + "zAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN")
    }

    /// RFC 8188 §3.1.
    @Test func writesOneRecord() throws {
        let content = try EncryptedContent.bytes(
            [.init(bytes: Array("I am the walrus".utf8))],
            inputKey: SymmetricKey(data: Self.bytes("yqdlZ-tYemfogSmv7Ws5PQ")),
            salt: Self.bytes("I1BsxtFttlv3u_Oo94xnmw"), keyID: [], recordSize: 4096)
        #expect(
            Base64URL.text(content) == "I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg")
    }

    /// RFC 8188 §3.2: two records, and one zero that fills up the first.
    @Test func writesSeveralRecordsWithPadding() throws {
        let content = try EncryptedContent.bytes(
            [.init(bytes: Array("I am th".utf8), padding: 1), .init(bytes: Array("e walrus".utf8))],
            inputKey: SymmetricKey(data: Self.bytes("BO3ZVPxUlnLORbVGMpbT1Q")),
            salt: Self.bytes("uNCkWiNYzKTnBN9ji3-qWA"), keyID: Array("a1".utf8), recordSize: 25)
        #expect(
            Base64URL.text(content)
                == "uNCkWiNYzKTnBN9ji3-qWAAAABkCYTHOG8chz_gnvgOqdGYovxyjuqRyJFjEDyoF1Fvkj6hQPdPHI51OEUKEpgz3SsLWIqS"
                + "_uA")
    }

    @Test func makesAllMessagesEquallyLong() throws {
        let key = P256.KeyAgreement.PrivateKey()
        let keys = try #require(
            PushKeys(
                publicKey: Array(key.publicKey.x963Representation), secret: [UInt8](repeating: 7, count: 16)))
        let randomness = PushRandomness(
            salt: [UInt8](repeating: 1, count: 16), senderKey: [UInt8](repeating: 2, count: 32))
        let lengths = try [0, 1, 500, 2048].map {
            try PushEncryption.body([UInt8](repeating: 65, count: $0), to: keys, randomness, paddedTo: 2048).count
        }
        // A header of 86, 2,048, a delimiter and a tag of 16.
        #expect(lengths == [2151, 2151, 2151, 2151])
        let longest = try PushEncryption.body(
            [UInt8](repeating: 65, count: PushEncryption.messageLimit), to: keys, randomness)
        #expect(longest.count < PushEncryption.bodyLimit)
    }

    @Test func takesOnlyKeysThatAreSome() throws {
        let good = Array(P256.KeyAgreement.PrivateKey().publicKey.x963Representation)
        let secret = [UInt8](repeating: 1, count: 16)
        #expect(PushKeys(publicKey: good, secret: secret) != nil)
        #expect(PushKeys(publicKey: good, secret: Array(secret.dropLast())) == nil)
        #expect(PushKeys(publicKey: Array(good.dropLast()), secret: secret) == nil)
        #expect(PushKeys(publicKey: [4] + [UInt8](repeating: 1, count: 64), secret: secret) == nil, "not on the curve")
    }
}
