import Testing

@testable import MendServer

@Suite struct FormTests {
    @Test(arguments: [
        ("note=a+b%20c", "a b c"), ("note=%C3%A4", "ä"), ("note=1&note=2", "2"), ("note=x%0D%0Ay", "x\ny"),
        ("note=%3Cb%3E", "<b>"),
    ])
    func readsWhatABrowserSends(_ encoded: String, _ value: String) throws {
        #expect(try #require(Form(encoded: encoded.utf8))["note"] == value)
    }

    @Test(arguments: ["note=%", "note=%4", "note=%zz", "note=%FF", "note=%C3", "%80=1"])
    func refusesWhatIsNoForm(_ encoded: String) {
        #expect(Form(encoded: encoded.utf8) == nil)
    }

    @Test func refusesMoreFieldsThanAnyPageHas() {
        #expect(Form(encoded: String(repeating: "a=1&", count: 300).utf8) != nil)
        #expect(Form(encoded: String(repeating: "a=1&", count: 301).utf8) == nil)
    }

    @Test func takesSpacesAloneForNothing() throws {
        #expect(try #require(Form(encoded: "note=++".utf8))["note"] == nil)
    }
}
