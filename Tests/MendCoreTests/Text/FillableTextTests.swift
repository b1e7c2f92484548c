import Testing

@testable import MendCore

@Suite struct FillableTextTests {
    @Test(
        arguments: [
            ("the lego tower", "Ada", "Let's go back to the lego tower."), (nil, "Ada", "Let's go back."),
            ("", "Ada", "Let's go back."),
        ] as [(String?, String?, String)])
    func namesWhatTheyWereExcitedAbout(_ excitedAbout: String?, name: String?, expected: String) {
        let text = FillableText(with: "Let's go back to {excited-about}.", without: "Let's go back.")
        #expect(text.filled(excitedAbout: excitedAbout, name: name) == expected)
    }

    @Test(
        arguments: [
            ("tea", "Bo", "Bo, the tea and Bo."), ("tea", nil, "Plain."), (nil, "Bo", "Plain."), ("tea", "", "Plain."),
        ] as [(String?, String?, String)])
    func needsEveryPlaceThatItNames(_ excitedAbout: String?, name: String?, expected: String) {
        let text = FillableText(with: "{name}, the {excited-about} and {name}.", without: "Plain.")
        #expect(text.filled(excitedAbout: excitedAbout, name: name) == expected)
    }

    @Test func isTheSameEitherWayWithoutPlaces() {
        #expect(FillableText("Plain {name}.").filled(excitedAbout: "tea", name: "Bo") == "Plain {name}.")
    }
}
