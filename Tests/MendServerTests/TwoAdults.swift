import Foundation
import MendCore
import Testing

@testable import MendServer

/// Two adults at one page. The invented family's caregiver is Ann here, and Jo is invited.
enum TwoAdults {
    static let joPassphrase = "seven grey geese fly"

    /// Ann is signed in; Jo is at another device, and has joined.
    static func run(
        base: String? = nil,
        _ test: @escaping @Sendable (_ ann: Browser, _ jo: Browser, ServerUnderTest) async throws -> Void
    ) async throws {
        try await ServerUnderTest.signedIn(base: base) { ann, server in
            let link = try await Self.invite(from: ann)
            let jo = ann.stranger()
            let joined = try await Self.join(link, jo)
            try #require(joined.status == 303)
            try await test(ann, jo, server)
        }
    }

    /// - Returns: the path of the link.
    static func invite(
        from browser: Browser, _ own: String = "Ann", _ name: String = "Jo"
    ) async throws -> String {
        let page = try await ask(browser, own, name)
        try #require(page.status == 200)
        let address = try #require(page.addresses().first)
        return try #require(address.range(of: "/join/").map { String(address[$0.lowerBound...]) })
    }

    static func ask(_ browser: Browser, _ own: String, _ name: String) async throws -> Page {
        let page = try await browser.get("/settings/adults")
        return try await browser.post(
            "/settings/adults", from: page, [("own-name", own), ("second-name", name)])
    }

    static func join(
        _ link: String, _ browser: Browser, _ passphrase: String = joPassphrase
    ) async throws -> Page {
        let page = try await browser.get(link)
        return try await browser.post(link, from: page, [("passphrase", passphrase), ("again", passphrase)])
    }

    static func signIn(_ browser: Browser, _ name: String, _ passphrase: String) async throws -> Page {
        let page = try await browser.get("/sign-in")
        return try await browser.post("/sign-in", from: page, [("name", name), ("passphrase", passphrase)])
    }

    /// Jo writes down a rupture with Sam (r8), what came of it (t7), and a check-in (c4).
    static func write(_ jo: Browser) async throws {
        let page = try await jo.get("/record")
        let done = try await jo.post(
            "/record", from: page, [("with", "sam"), ("kind", "benign"), ("note", "Only mine: quinces.")])
        try #require(done.location == "/repair/r8?said=recorded")
        let tried = try await jo.post(
            "/repair/r8", from: page, [("outcome", "partial"), ("note", "Only mine: medlars.")])
        try #require(tried.location == "/repair/r8?said=partial&undo=t7")
        let checked = try await jo.post("/calm", from: page, [("zone", "green"), ("with", "sam")])
        try #require(checked.location == "/calm?said=checked-in&answer=c4&with=sam")
    }
}
