import MendCore
import Testing

@testable import MendPlans

/// The sentences that stand around a plan's texts, and the language of both.
@Suite struct PhraseTests {
    /// `phrases.yaml` of a plan of somebody's own.
    private static let document = """
        phrases:
          make-your-own: Say it your way.
          everyone-safe: All safe?
          you-safe: You safe?
          emergency: "Call {numbers}"
          emergency-anywhere: Call for help.
          or: and
          send-word: "{number}: {word}"
          where-support-is: Ask the list.
          at-rest: "Resting: {names}."
          for-more: "Read on:"
          discreet-text: See mend.
          discreet-title: Note
          titles:
            calm: Calm down
            reflect: Think back
            reconnect: Go there
            try-again: Go once more
            roadblock: Ask why
            rest: Rest
        """

    private static let phrases = ItemPhrases(
        makeYourOwn: "Say it your way.", everyoneSafe: "All safe?", youSafe: "You safe?",
        emergency: "Call {numbers}", emergencyAnywhere: "Call for help.", or: "and", sendWord: "{number}: {word}",
        whereSupportIs: "Ask the list.", atRest: "Resting: {names}.", forMore: "Read on:",
        discreetText: "See mend.", discreetTitle: "Note",
        titles: .init(
            calm: "Calm down", reflect: "Think back", reconnect: "Go there", tryAgain: "Go once more",
            roadblock: "Ask why", rest: "Rest"))

    @Test func decodesEachSentence() throws {
        #expect(try decode(Self.document).plan.phrases == Self.phrases)
    }

    /// A plan that was written before these were says nothing in their place.
    @Test func twoMayBeLeftOut() throws {
        #expect(Self.phrases.placeTools == nil && Self.phrases.whyAhead == nil)
        let both = Self.document.replacing(
            "  titles:", with: "  place-tools: \"Here: {tools}\"\n  why-ahead: It was hard.\n  titles:")
        let phrases = try decode(both).plan.phrases
        #expect(phrases.placeTools == "Here: {tools}" && phrases.whyAhead == "It was hard.")
    }

    @Test func takesThoseOfTheBaseWhereThereAreNone() throws {
        let phrases = try decode("id: small").plan.phrases
        #expect(phrases.makeYourOwn == "Make the words your own.")
        #expect(phrases == (try Shipped.figures().phrases))
    }

    @Test(arguments: [
        (
            "  you-safe: You safe?\n", "",
            ["2: missing key \"you-safe\" in this phrases; write you-safe: and the text"]
        ),
        (
            "  at-rest: \"Resting: {names}.\"\n", "",
            ["2: missing key \"at-rest\" in this phrases; write at-rest: and the text, with {names}"]
        ),
        (
            "    roadblock: Ask why\n", "",
            ["15: missing key \"roadblock\" in this titles; write roadblock: and the text"]
        ),
        (
            "for-more", "for-mroe",
            [
                "11: unknown key \"for-mroe\"; did you mean \"for-more\"?",
                "2: missing key \"for-more\" in this phrases; write for-more: and the text",
            ]
        ),
        (
            "    rest: Rest", "    rest: Rest\n    resting: Rest on",
            [
                "21: unknown key \"resting\"; write one of calm, reflect, reconnect, try-again, roadblock, rest"
            ]
        ),
        ("{names}", "{name}", ["10: unknown placeholder {name}; did you mean \"{names}\"?"]),
        (
            "Call {numbers}", "Call for help",
            ["5: emergency does not hold {numbers}; write {numbers} where it is to be filled in"]
        ),
        ("See mend.", "See {names}.", ["12: {names} in discreet-text; leave it out: nothing is filled in here"]),
    ])
    func namesTheFault(_ part: String, _ replacement: String, _ expected: [String]) throws {
        #expect(try Set(faults(Self.document.replacing(part, with: replacement))) == Set(expected))
    }

    // MARK: The language

    @Test func theShippedPlanIsInEnglish() throws {
        #expect(try PlanDecoder.plan(from: Shipped.documents()).plan.language == .english)
    }

    @Test(arguments: [("id: small", Language.english), ("language: en", .english), ("language: en-XA", .bracketed)])
    func hasALanguage(_ text: String, _ language: Language) throws {
        #expect(try decode(text).plan.language == language)
    }

    @Test(arguments: [
        ("id: small\nlanguage: tlh", ["2: unknown language \"tlh\"; write one of en"]),
        ("language: eng", ["1: unknown language \"eng\"; did you mean \"en\"? write one of en"]),
        ("language: [en]", ["1: language is a list; write language: en"]),
        ("language:", ["1: missing key \"language\" in this plan; write language: en"]),
    ])
    func namesTheLanguagesThatThereAre(_ text: String, _ expected: [String]) throws {
        #expect(try faults(text) == expected)
    }
}
