import Testing

@testable import MendCore

@Suite struct WindowTests {
    @Test(arguments: [
        ("08:00-15:00", false, 54_000), ("21:00-07:00", true, 111_600), ("00:00-24:00", false, 86_400),
        ("22:00-00:00", true, 86_400),
        ("22:00-24:00", false, 86_400), ("23:59-23:58", true, 172_680), ("08:00-08:00", false, 28_800),
    ])
    func readsAndWrites(_ text: String, isOvernight: Bool, endSeconds: Int) throws {
        let window = try Window.written(text)
        #expect(window.isOvernight == isOvernight)
        #expect(window.endSeconds == endSeconds)
        #expect(window.description == text)
    }

    @Test(arguments: [
        "", "08:00", "08:00-", "-08:00", "24:00-07:00", "08:00-25:00", "08:00–15:00",
        "08:00-15:00-16:00", "8-15",
    ])
    func refusesWhatIsNoWindow(_ text: String) {
        #expect(Window(text) == nil)
    }
}
