import MendCore
import MendText
import Testing

@Suite struct GuideTextTests {
    private static let moves: [RepairWording.Move] = [
        .init(name: .reach, text: "Hello."), .init(name: .own, text: "I shouted."),
        .init(name: .turn, text: "Show me."), .init(name: .next, text: "I love you."),
    ]

    private static let cue = VisualCue(
        id: "c", bands: [.preschool], title: "Hold up the hand", picture: "A hand.", says: "Stop", text: "Use it.")

    private static let practice = Practice(
        id: "p", tip: 1, title: "Steady first", alone: "Breathe.", together: "Lend calm.")

    private func sections(
        _ sections: Guide.Section..., contacts: SupportContacts = SupportContacts(own: [], country: nil),
        in catalogue: Catalogue = .english
    ) -> [GuideText.Section] {
        let support = SupportText(contacts, catalogue: catalogue)
        return GuideText(Guide(sections: sections), support: support, in: catalogue).sections
    }

    @Test(arguments: [
        (Guide.Section.first("Call."), "First", ["Call."]),
        (.settle("Breathe."), "Settle yourself", ["Breathe."]),
        (.words([], advice: "In your own way."), "Words to say", ["In your own way."]),
        (.anotherWay(2, []), "Another way, 2", []),
        (.occasion(.hurtfulWords, []), "If you said something you didn't mean", []),
        (.occasion(.theyHit, []), "If they hit, bit or threw things", []),
        (.occasion(.bothShouted, []), "If you both shouted", []),
        (.danger(.cryingBaby, "Lay them down."), "If the baby won't stop crying", ["Lay them down."]),
        (.danger(.selfHarm, "Ask."), "If they speak of harming themselves", ["Ask."]),
        (.danger(.oneself, "Call."), "If you fear what you may do", ["Call."]),
        (.limits("No helper."), "What mend is not", ["No helper."]),
    ])
    func namesEachSection(_ section: Guide.Section, _ title: String, _ paragraphs: [String]) {
        let text = sections(section)
        #expect(text.map(\.title) == [title])
        #expect(text.map(\.paragraphs) == [paragraphs])
    }

    @Test(arguments: [
        (
            Guide.Section.words(moves, advice: ""), "Words to say",
            ["Reach: \"Hello.\"", "Own: \"I shouted.\"", "Turn: \"Show me.\"", "Next: \"I love you.\""]
        ),
        (.practices([practice]), "Seven practices", ["Steady first: Breathe. With them: Lend calm."]),
        (.replies(["Later is fine."]), "If the answer is no", ["\"Later is fine.\""]),
        (.cues([cue]), "Cues to draw or print", ["Hold up the hand. Draw: A hand. Write: \"Stop\" Use it."]),
        (
            .fourMoves, "Four moves",
            [
                "Reach: come near at their pace, and say that you'd like to make up.",
                "Own: say sorry, and what for, in plain words, with no reason behind it.",
                "Turn: go back to what they were excited about when it happened.",
                "Next, where it fits: say what you'll try next time, or that you love them.",
            ]
        ),
    ])
    func listsWhatASectionHolds(_ section: Guide.Section, _ title: String, _ points: [String]) {
        let text = sections(section)
        #expect(text.map(\.title) == [title])
        #expect(text.map(\.points) == [points])
    }

    @Test(arguments: [Guide.Section.first(nil), .danger(.oneself, "Call.")])
    func namesThePeopleToTurnTo(_ section: Guide.Section) {
        let line = { (name: String, number: String, how: String) in
            CountryContacts.Line(
                name: name, number: number, how: how, purpose: "anyone", source: "example.org", hours: "unknown",
                checked: "unknown")
        }
        let country = CountryContacts(
            country: "GB", name: "United Kingdom", emergency: ["999", "112"],
            lines: [
                line("Helpline", "0800 1111", "call"), line("Crisis", "85258", "text SHOUT"),
                line("988", "988", "call or text"), line("Eheadspace", "13 11 14", "call, or text 0477"),
            ])
        let contacts = SupportContacts(
            own: [Contact(name: "Aunt Mo", number: "555 0100", purpose: "evenings")], country: country)
        #expect(
            sections(section, contacts: contacts).map(\.points) == [
                [
                    "Aunt Mo: 555 0100 (evenings)", "In an emergency: 999 or 112", "Helpline: 0800 1111 (anyone)",
                    "Crisis: text SHOUT to 85258 (anyone)", "call or text 988 (anyone)",
                    "Eheadspace: 13 11 14, or text 0477 (anyone)",
                ]
            ])
        #expect(sections(section).map(\.points) == [["In an emergency: the emergency number of your country"]])
    }

    @Test func foldsAwayWhatIsForWhoWantsMore() {
        let all = sections(
            .first(nil), .settle(""), .practices([]), .fourMoves, .words([], advice: ""), .anotherWay(1, []),
            .occasion(.theyHit, []), .replies([]), .cues([]), .danger(.oneself, ""), .limits(""))
        #expect(
            all.map(\.isAside) == [false, false, true, false, false, true, true, false, true, true, true])
        #expect(all.map(\.isFirst) == [true] + Array(repeating: false, count: 10))
    }

    @Test func comesFromTheCatalogue() {
        let text = sections(.fourMoves, .replies(["1"]), in: Catalogue(.bracketed))
        #expect(text.map(\.title) == ["⟦Four moves⟧", "⟦If the answer is no⟧"])
        #expect(text[1].points == ["⟦\"1\"⟧"])
    }
}
