import MendCore
import MendText
import Testing

/// A page knows no commands, options and ids, and a terminal no fields and lists.
@Suite struct SurfaceTests {
    private static let inputErrors: [InputError] = [
        .notATime, .notADay, .notABirthDate, .notHours, .notATimeOfDay, .notAClosedTime, .notDaysAway,
        .notAPeriod, .neverBack(days: 1), .neverBack(days: 7), .notADailyCap,
        .notAMailAddress, .timeAhead, .unknownZone(near: nil), .unknownZone(near: "Europe/London"),
        .fixedZone(place: nil), .fixedZone(place: "America/New_York"), .noTimeZoneData,
        .unknownCountry(known: ["GB", "US"]), .nameMissing,
        .personNameTaken, .contactNameTaken, .channelNameTaken, .subscriptionNameTaken, .noContact, .noSubscription,
        .printingLeadsNowhere, .commandMissing, .frightenedWithoutFright,
        .stillOpen(rupture: "r15"), .nothingToCorrect, .noSuchField(.outcome, of: .rupture),
        .noSuchField(.kind, of: .attempt), .noSuchField(.note, of: .checkIn), .pausesAreReplaced,
    ]

    private static let fields: [RecordFault.Field] = [
        .personName, .contactName, .number, .purpose, .channelName, .subscriptionName, .destination, .secretHash,
        .prompt, .excitedAbout, .note, .shownText,
    ]

    private static let recordFaults: [RecordFault] =
        [
            .nobody, .noRupture("r15"), .noChannel("my-phone"), .childWithoutBirthDate, .beforeBirth("r15"),
            .neitherRuptureNorPerson, .nothingOpen, .noOpenHour, .noOwnOpenHour, .noQuietEnd, .capOutOfRange(99),
            .badHouseholdID, .badChannelName, .numberIsAScript, .badCountry, .inFuture, .recordedBefore,
            .endsBeforeItBegins,
            .attemptBeforeRupture("r15"), .afterClosing("r15"), .sameName, .noRecord, .nothingWritten,
            .laterAttemptsRestOnIt("r15"),
        ] + fields.flatMap { [.empty($0), .tooLong($0, limit: 80), .controlCharacter($0)] }

    private static let commandWords = ["mend ", "`", "--", "r15", "with the outcome"]
    private static let pageWords = ["field", "button", "below", "above", "the list"]

    private static func isSentence(_ text: String) -> Bool {
        text.first?.isUppercase == true && text.firstMatch(of: /[^.?!][.?]$/) != nil
    }

    @Test(arguments: inputErrors) func pagesSayWhatToTypeInstead(_ error: InputError) {
        let text = Catalogue.english.text(InputErrorPhrase(error, on: .page))
        #expect(Self.isSentence(text), "\(text)")
        #expect(Self.commandWords.filter(text.contains) == [], "\(text)")
    }

    @Test(arguments: recordFaults) func pagesSayWhatToChange(_ fault: RecordFault) {
        let text = Catalogue.english.text(RecordFaultPhrase(fault, on: .page))
        #expect(Self.isSentence(text), "\(text)")
        #expect(Self.commandWords.filter(text.contains) == [], "\(text)")
    }

    @Test func terminalsKnowNoPage() {
        let inputs = Self.inputErrors.map { Catalogue.english.text(InputErrorPhrase($0, on: .terminal)) }
        let records = Self.recordFaults.map { Catalogue.english.text(RecordFaultPhrase($0, on: .terminal)) }
        for text in inputs + records {
            #expect(Self.pageWords.filter(text.contains) == [], "\(text)")
        }
    }

    @Test(arguments: [
        (InputError.notATimeOfDay, "--good: that is no time of day; write it like 17:30"),
        (.notHours, "those are no hours; write them like 21:00-07:00"),
        (
            .neverBack(days: 1),
            "--away: a stay of one day comes again after 2 days at the earliest; write every 2d or more, or leave every out"
        ),
        (
            .stillOpen(rupture: "r2"),
            "r2 is still open, so there is nothing to begin anew; mend open shows what comes next"
        ),
    ])
    func terminalsNameTheOptionAndTheCommand(_ error: InputError, _ text: String) {
        #expect(Catalogue.english.text(InputErrorPhrase(error, on: .terminal)) == text)
    }

    @Test(arguments: [
        (RecordFault.nobody, "Nobody here goes by that name. Choose somebody from the list."),
        (.afterClosing("r2"), "This is closed already, so nothing was added. You can begin again below."),
        (.capOutOfRange(99), "A daily cap of 99 is out of range; give one from 1 to 24."),
    ])
    func pagesSpeakInWholeSentences(_ fault: RecordFault, _ text: String) {
        #expect(Catalogue.english.text(RecordFaultPhrase(fault, on: .page)) == text)
    }
}
