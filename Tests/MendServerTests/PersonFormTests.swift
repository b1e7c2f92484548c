import MendCore
import Testing

@testable import MendServer

/// A form carries the id of a person, and it means nobody else: the name of one may be the id of another.
@Suite struct PersonFormTests {
    private static let family = #"""
        {"type": "household", "version": 1, "id": "h", "zone": "America/New_York", "shared": false}
        {"type": "person", "id": "ada", "name": "Ada Lou", "relation": "friend"}
        {"type": "person", "id": "p1", "name": "ada", "relation": "friend"}

        """#

    @Test func theButtonOfOneWritesToNobodyElse() async throws {
        try await ServerUnderTest.run(household: Self.family) { browser, server in
            try await browser.begin()
            let page = try await browser.get("/record?with=ada")
            #expect(page.text.contains("Ada Lou"))
            _ = try await browser.post("/record", from: page, [("with", "ada"), ("kind", "benign")])
            #expect(try server.journal.history().ruptures.map(\.with) == ["ada"])
            let calm = try await browser.get("/calm?with=ada")
            _ = try await browser.post("/calm", from: calm, [("with", "ada"), ("zone", "red")])
            #expect(try server.journal.history().checkIns.map(\.with) == ["ada"])
            let person = try await browser.get("/settings/people/ada")
            _ = try await browser.post("/settings/people/ada/end", from: person)
            #expect(try server.journal.history().people.map { $0.ended != nil } == [true, false])
        }
    }

    /// A name is no id.
    @Test func aNameInAFormMeansNobody() async throws {
        try await ServerUnderTest.run(household: Self.family) { browser, server in
            try await browser.begin()
            let page = try await browser.get("/record")
            let answer = try await browser.post("/record", from: page, [("with", "Ada Lou"), ("kind", "benign")])
            #expect(answer.status == 422)
            #expect(try server.journal.history().ruptures.isEmpty)
        }
    }
}
