import Testing

@testable import MendCore

@Suite struct ItemPhrasesTests {
    @Test(arguments: [
        (["Bo"], "At rest, and nothing owed: something with Bo. You may begin again, or leave it be."),
        (
            ["Bo", "{names}"],
            "At rest, and nothing owed: something with Bo, {names}. You may begin again, or leave it be."
        ),
    ])
    func namesWhoseRupturesRest(_ names: [String], _ text: String) {
        #expect(Shipped.phrases.atRest(with: names) == text)
    }

    @Test(arguments: [
        (["911"], "In an emergency: 911"), (["999", "112"], "In an emergency: 999 or 112"),
    ])
    func joinsTheNumbersForAnEmergency(_ numbers: [String], _ text: String) {
        #expect(Shipped.phrases.emergency(numbers) == text)
    }

    @Test(arguments: [
        ("call", "0800 1111", "Line: 0800 1111"), ("web", "example.org", "Line: example.org"),
        ("call or text", "988", "Line: call or text 988"), ("text HOME", "741741", "Line: text HOME to 741741"),
        ("call, or text 0477", "13 11 14", "Line: 13 11 14, or text 0477"), ("text", "85258", "Line: text 85258"),
    ])
    func tellsHowALineIsReached(_ how: String, _ number: String, _ text: String) {
        let line = CountryContacts.Line(
            name: "Line", number: number, how: how, purpose: "anyone", source: "example.org", hours: "unknown",
            checked: "unknown")
        let country = CountryContacts(country: "US", name: "United States", emergency: ["911"], lines: [line])
        let contacts = SupportContacts(own: [], country: country)
        #expect(contacts.lines(in: Shipped.phrases) == ["In an emergency: 911", text])
    }

    /// A plan in another language has none of the shipped plan's words in its items.
    @Test func standInTheItems() throws {
        let story = try Story { plan in
            plan.phrases.everyoneSafe = "Alle sicher?"
            plan.phrases.emergencyAnywhere = "Im Notfall: die Notrufnummer"
            plan.phrases.titles.reconnect = "Geh hin"
            plan.phrases.whereSupportIs = "Hilfe steht in der Liste."
        }
        .person("ada", .preschool).rupture("r1", "2026-01-05 10:00", .toxic)
        let items = try story.builder().items(ofRupture: "r1")
        #expect(items.first?.text == "Alle sicher?\n\nIm Notfall: die Notrufnummer")
        let reconnect = try #require(items.first { $0.kind == .rung(.reconnect) })
        #expect(reconnect.writtenTitle == "Geh hin")
        #expect(reconnect.text == "Hilfe steht in der Liste.")
    }
}
