import MendCore
import MendText
import Testing

@Suite struct ReasonPhraseTests {
    @Test(arguments: [
        (600, "10 minutes after the time before"), (5_400, "90 minutes after the time before"),
        (3_600, "one hour after the time before"), (7_200, "2 hours after the time before"),
    ])
    func saysHowFarTriesAreApart(_ seconds: Int, _ expected: String) {
        #expect(ReasonPhrase(.spacing(.elapsed(seconds)), of: "Ada").english == expected)
    }

    @Test(arguments: [
        (Reason.Cause.pause, "a pause"), (.redThermometer, "time for a red thermometer to sink"),
        (.hold, "a pause, or time for a red thermometer to sink"),
    ])
    func saysWhatHeldItBack(_ cause: Reason.Cause, _ expected: String) {
        #expect(ReasonPhrase(cause, of: "Ada").english == expected)
    }
}
