import MendCore
import Testing

@testable import MendExport

struct DiscreetNamesTests {
    private let secret = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

    private func household(_ key: DiscreetKey) -> Household {
        var household = TestData.household
        household.discreetKey = key
        return household
    }

    /// As `openssl dgst -sha256 -hmac` has it.
    @Test func isHMACUnderTheJournalsKey() throws {
        let names = DiscreetNames(household(DiscreetKey(secret: secret)))
        #expect(names.digits("r1.reconnect", at: nil) == "fa30b2d31faff40157b33b5d580feae9")
        #expect(names.index(of: 3, for: "r1.reconnect", at: nil) == 1)
    }

    /// The household's id stands in every address; nothing that is shown may follow from it.
    @Test func doesNotFollowFromTheHouseholdsID() throws {
        let one = DiscreetNames(household(DiscreetKey(secret: secret)))
        let other = DiscreetNames(household(DiscreetKey(secret: String(secret.reversed()))))
        for id in ["", "reflections", "daily.2026-02-02", "r1.try-again.1"] {
            #expect(one.digits(id, at: nil) != other.digits(id, at: nil))
            #expect(one.digits(id, at: nil) != SipHash(TestData.household.id).digits(id))
        }
    }

    /// Calendars and feeds would show it twice.
    @Test func whatHadBegunKeepsItsName() throws {
        let since = try TestData.instant("2026-02-02T12:00:00-05:00")
        let names = DiscreetNames(household(DiscreetKey(secret: secret, since: since)))
        // As every mend before has shown it.
        #expect(names.digits("r1.reconnect", at: since + -1) == "f7aea0443f91e78c5028be9031354066")
        #expect(names.digits("r1.reconnect", at: since) == "fa30b2d31faff40157b33b5d580feae9")
        #expect(names.digits("reflections", at: nil) == SipHash("k7Qm2xW9").digits("reflections"))
    }
}
