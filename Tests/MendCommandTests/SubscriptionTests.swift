import MendCore
import Testing

/// Addresses from the command line, and a server that refuses to be exposed.
@Suite struct SubscriptionTests {
    @Test func printsAddressesOnceAndKeepsAHash() throws {
        try Program.test(loaded: Families.usual) { mend in
            let added = try mend("subscription", "add", "phone", "--base-url", "https://mend.example.org")
            #expect(added.status == 0)
            let lines = added.out.split(separator: "\n").map(String.init)
            let root = "https://mend.example.org/h/"
            #expect(lines.map { $0.prefix(while: { $0 != " " }) } == ["calendar", "rss", "atom", "json"])
            #expect(lines[0].hasPrefix("calendar \(root)") && lines[0].hasSuffix("/Mend.ics"))
            #expect(lines[1].hasSuffix("/reflections.rss"))
            let secret = try #require(lines[0].split(separator: "/").dropLast().last)
            #expect(secret.count == 32)
            let dump = try mend.dump()
            #expect(!dump.contains(secret))
            #expect(dump.contains("{\"type\": \"subscription\", \"name\": \"phone\", \"open\": false, \"secretHash\""))
            let list = try mend("subscription", "list")
            #expect(list.out == "phone  everything, discreet, not fetched yet\n")
            #expect(!list.out.contains(secret))
        }
    }

    @Test func keepsToAScope() throws {
        try Program.test(loaded: Families.usual) { mend in
            let added = try mend("subscription", "add", "phone", "--only", "repairs", "--open")
            #expect(added.out.hasPrefix("calendar http://127.0.0.1:8420/h/"))
            #expect(added.out.split(separator: "\n").count == 1)
            #expect(try mend("subscription", "list").out == "phone  repairs, open, not fetched yet\n")
        }
    }

    @Test func refusesATwinAndANobody() throws {
        try Program.test(loaded: Families.usual) { mend in
            try mend("subscription", "add", "phone")
            let before = try mend.dump()
            #expect(try mend("subscription", "add", "phone").status == 65)
            #expect(try mend("subscription", "add", "").status == 65)
            #expect(try mend("subscription", "add", "x", "--base-url", "example.org").status == 65)
            #expect(try mend("subscription", "add", "x", "--only", "everything").status == 64)
            #expect(try mend("subscription", "revoke", "tablet").status == 65)
            #expect(try mend.dump() == before)
            #expect(try mend("subscription", "revoke", "phone").status == 0)
            #expect(try mend("subscription", "list").out == "")
        }
    }

    @Test(arguments: [
        (["--listen", "0.0.0.0:8420"], "say --insecure"), (["--listen", "8420"], "127.0.0.1:8420"),
        (["--base-url", "https://example.org/mend"], "without a path"),
        (["--base-url", "mend"], "https://example.org"),
        (["--listen", "0.0.0.0:8420", "--base-url", "http://example.org"], "say --insecure"),
        (["--trust-proxy", "proxy"], "10.88.0.0/16"),
    ])
    func refusesToServeWhereOthersCouldReadAlong(_ options: [String], _ reason: String) throws {
        try Program.test(loaded: Families.usual) { mend in
            let outcome = try mend.start(["serve"] + options).wait()
            #expect(outcome.status == 65)
            #expect(outcome.err.contains(reason), "\(outcome.err)")
            #expect(outcome.out == "")
        }
    }
}
