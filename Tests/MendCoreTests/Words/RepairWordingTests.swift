import Testing

@testable import MendCore

@Suite struct RepairWordingTests {
    private func leadIn(
        _ id: String, _ rung: Rung, kind: Rupture.Kind? = nil, band: AgeBand? = nil, relation: Person.Relation? = nil,
        number: Int? = nil, zone: FeelingZone? = nil
    ) -> LeadIn {
        LeadIn(
            id: id, rung: rung, kind: kind, band: band, relation: relation, number: number, zone: zone,
            title: "Title \(id)",
            text: FillableText("Lead \(id)."))
    }

    private func script(_ id: String, _ kind: Rupture.Kind = .limitSetting, _ band: AgeBand = .preschool) -> Script {
        Script(
            id: id, kind: kind, band: band, reach: FillableText(with: "{name}, I am here.", without: "I am here."),
            own: FillableText("I missed that (\(id))."),
            turn: FillableText(with: "Back to {excited-about}.", without: "Show me."), tips: [3, 2])
    }

    private func items(
        _ kind: Rupture.Kind = .limitSetting, band: AgeBand = .preschool, zone: FeelingZone? = nil,
        excitedAbout: String? = nil,
        changing change: (inout Plan) -> Void
    ) throws -> [Item] {
        try Story(changing: change).person("ada", band)
            .rupture("r1", "2026-01-05 10:00", kind, zone: zone, excitedAbout: excitedAbout).builder().items(
                ofRupture: "r1")
    }

    private func title(_ rung: Rung, _ number: Int = 0, in items: [Item]) throws -> String {
        try #require(items.first { $0.kind == .rung(rung) && $0.number == number }).writtenTitle
    }

    // MARK: The most specific key

    @Test func takesTheLeadInWithTheMostKeys() throws {
        let items = try items { plan in
            plan.words.leadIns = [
                leadIn("plain", .tryAgain), leadIn("kind", .tryAgain, kind: .limitSetting),
                leadIn("kind-band", .tryAgain, kind: .limitSetting, band: .preschool),
                leadIn("all-but-kind", .tryAgain, kind: .toxic, band: .preschool, relation: .child, number: 2),
                leadIn("second", .tryAgain, band: .preschool, relation: .child, number: 2),
            ]
        }
        #expect(try title(.tryAgain, 1, in: items) == "Title kind-band")
        #expect(try title(.tryAgain, 2, in: items) == "Title second")
    }

    /// Among equals in number the keys count in the order kind, band, relation, number, thermometer.
    @Test func ranksTheKeys() throws {
        let ranked = [
            leadIn("kind", .calm, kind: .limitSetting), leadIn("band", .calm, band: .preschool),
            leadIn("relation", .calm, relation: .child),
            leadIn("number", .calm, number: 0), leadIn("zone", .calm, zone: .yellow), leadIn("plain", .calm),
        ]
        for count in ranked.indices {
            let items = try items { $0.words.leadIns = Array(ranked[count...].reversed()) }
            #expect(try title(.calm, in: items) == "Title \(ranked[count].id)")
        }
    }

    @Test(arguments: [
        (FeelingZone?.none, Rupture.Kind.limitSetting, "yellow"), (.green, .limitSetting, "green"),
        (.red, .limitSetting, "red"),
        (.green, .toxic, "red"),
    ])
    func takesUnknownAsYellowAndFrighteningAsRed(_ zone: FeelingZone?, kind: Rupture.Kind, expected: String) throws {
        let items = try items(kind, zone: zone) { plan in
            plan.words.leadIns = FeelingZone.allCases.map { leadIn($0.rawValue, .calm, zone: $0) }
        }
        #expect(try title(.calm, in: items) == "Title \(expected)")
    }

    @Test func hasPlainTitlesWhereThePlanHasNone() throws {
        let items = try items { _ in }
        #expect(
            items.map(\.writtenTitle) == [
                "Settle: breathe out slowly", "Look back: both sides", "Go back: a small hello",
                "Try again: one small step", "Ask yourself: what holds you back", "Try again: one small step",
                "Let it rest, or begin again",
            ])
        #expect(items.allSatisfy { !$0.writtenTitle.contains("Ada") && $0.title == "\($0.writtenTitle) · Ada" })
    }

    // MARK: Scripts

    @Test func saysTheThreeMovesInTheOthersBand() throws {
        let items = try items(excitedAbout: "the tower") { plan in
            plan.words.scripts = [script("s.toxic", .toxic), script("s.teen", .limitSetting, .teen), script("s.fits")]
        }
        let reconnect = try #require(items.first { $0.kind == .rung(.reconnect) })
        #expect(
            reconnect.text == """
                "Ada, I am here."
                "I missed that (s.fits)."
                "Back to the tower."
                Make the words your own.
                """)
        #expect(reconnect.prompt == "s.fits")
        #expect(reconnect.tips == [3, 2])
    }

    @Test func saysItPlainlyWhenNothingIsKnownOfTheirJoy() throws {
        let items = try items { $0.words.scripts = [script("s.fits")] }
        #expect(try #require(items.first { $0.kind == .rung(.reconnect) }).text.contains("\"Show me.\"\n"))
    }

    @Test func triesAnotherScriptEachTime() throws {
        let items = try items { $0.words.scripts = ["s1", "s2", "s3"].map { script($0) } }
        let together = items.filter { $0.voice == .together }.compactMap(\.prompt)
        // From the third try on no script is said once more.
        #expect(together.count == 3)
        #expect(Set(together) == ["s1", "s2", "s3"])
    }

    /// Six tomorrow: the words are those of the day on which it began.
    @Test func speaksInTheBandOfTheClimb() throws {
        let story = try Story { $0.words.scripts = [script("young"), script("older", .limitSetting, .schoolAge)] }
            .person("ada", born: "2020-01-06").rupture("r1", "2026-01-05 10:00", .limitSetting)
        let prompts = try story.builder().items(ofRupture: "r1").filter { $0.voice == .together }.map(\.prompt)
        #expect(prompts == ["young", "young", "young"])
    }

    // MARK: Frightening moments

    @Test func putsSafetyAndSupportFirstAfterAFrighteningMoment() throws {
        let story = try Story { plan in
            plan.contacts = [
                CountryContacts(
                    country: "US", name: "United States", emergency: ["911"],
                    lines: [
                        .init(
                            name: "Line", number: "1 800", how: "call", purpose: "talk", source: "s", hours: "all",
                            checked: "unknown")
                    ])
            ]
            plan.words.leadIns = [leadIn("calm", .calm)]
        }
        .person("ada", .preschool).rupture("r1", "2026-01-05 10:00", .toxic).contact("Aunt Mo", "555 0100").country(
            "US")
        let items = try story.builder().items(ofRupture: "r1")
        #expect(
            items[0].text
                == "Is everyone safe now?\n\nAunt Mo: 555 0100\nIn an emergency: 911\nLine: 1 800\n\nLead calm.")
        #expect(items[1].text == "Is everyone safe now?\n\nAunt Mo: 555 0100\nIn an emergency: 911\nLine: 1 800")
        let later = "People to call: mend contact list, or Support on the page."
        #expect(items.dropFirst(2).allSatisfy { $0.isGrave && $0.text == later })
    }

    @Test func leavesSupportOutOfTheOthers() throws {
        let items = try items { $0.words.leadIns = [leadIn("calm", .calm)] }
        #expect(items[0].text == "Lead calm.")
        #expect(items.allSatisfy { !$0.isGrave })
    }

    private func wording(_ change: (inout Plan) -> Void) throws -> RepairWording {
        let story = try Story(changing: change)
        return RepairWording(plan: story.plan, history: story.history)
    }

    private func subject(
        _ rung: Rung = .reconnect, _ number: Int = 0, _ kind: Rupture.Kind = .benign, band: AgeBand = .preschool,
        frightened: Rupture.Frightened? = nil, answer: Answer? = nil, excitedAbout: String? = nil, place: Int? = nil
    ) throws -> RepairWording.Subject {
        let at = Instant(seconds: 0)
        let rupture = Rupture(
            id: "r1", with: "ada", kind: kind, at: at, frightened: frightened, excitedAbout: excitedAbout)
        let person = Person(id: "ada", name: "Ada", relation: band == .adult ? .partner : .child)
        return .init(
            rung: rung, number: number, rupture: rupture, person: person, band: band, answer: answer, place: place)
    }

    // MARK: Who frightened whom

    @Test func neverOwnsWhatSomebodyElseDid() throws {
        let wording = try wording { plan in
            plan.words.leadIns = [
                leadIn("any", .reconnect), leadIn("toxic", .reconnect, kind: .toxic),
                LeadIn(
                    id: "them", rung: .reconnect, kind: .toxic, frightened: .them, title: "Go back: steady",
                    text: FillableText("Go only if you are safe.")),
            ]
            plan.words.scripts = [
                script("own", .toxic),
                Script(
                    id: "them", kind: .toxic, band: .preschool, frightened: .them, reach: FillableText("We are safe."),
                    tips: [1]),
            ]
            plan.words.roadblocks = [
                RoadblockQuestion(id: "shame", roadblock: .shame, question: "What did I do?", followUp: "Name it.")
            ]
        }
        let own = try wording.words(for: subject(.reconnect, 0, .toxic))
        #expect([own.title, own.prompt] == ["Title toxic", "own"])
        let theirs = try wording.words(for: subject(.reconnect, 0, .toxic, frightened: .them, place: 0))
        #expect([theirs.title, theirs.prompt] == ["Go back: steady", "them"])
        #expect(theirs.text.hasPrefix("Are you safe now?"))
        #expect(theirs.text.hasSuffix("\"We are safe.\"\nMake the words your own."))
        // There is nothing for somebody else's doing, and so nothing is said.
        let others = try wording.words(for: subject(.reconnect, 0, .toxic, frightened: .somebodyElse))
        #expect([others.title, others.prompt] == ["Go back: a small hello", nil])
        let roadblock = try wording.words(for: subject(.roadblock, 2, .toxic, frightened: .them))
        #expect(!roadblock.text.contains("What did I do?"))
    }

    /// Of an adult nobody assumes it.
    @Test func ownsNothingWithAnAdultUnlessItWasSaid() throws {
        let wording = try wording { $0.words.scripts = [script("own", .toxic, .adult)] }
        #expect(try wording.words(for: subject(.reconnect, 0, .toxic, band: .adult)).prompt == nil)
        #expect(try wording.words(for: subject(.reconnect, 0, .toxic, band: .adult, frightened: .me)).prompt == "own")
    }

    // MARK: Answers

    @Test(
        arguments: [
            (Answer.refusal, 1, "refusal-1"), (.refusal, 2, "refusal-2"), (.partial, 1, "partial"),
            (.partial, 3, "partial"),
            (nil, 1, "silence"), (.silence, 2, "silence"), (.refusal, 3, nil), (.partial, 4, nil),
        ] as [(Answer?, Int, String?)])
    func saysOtherWordsAfterEachAnswer(_ answer: Answer?, number: Int, expected: String?) throws {
        func after(_ id: String, _ answer: Answer, _ number: Int? = nil) -> Script {
            Script(
                id: id, kind: nil, band: .preschool, answer: answer, number: number, reach: FillableText("Hi."),
                tips: [7])
        }
        let wording = try wording { plan in
            plan.words.scripts = [
                script("first"), after("refusal-1", .refusal, 1), after("refusal-2", .refusal, 2),
                after("partial", .partial), after("silence", .silence),
            ]
            plan.words.leadIns = Answer.allCases.map {
                LeadIn(id: $0.rawValue, rung: .tryAgain, answer: $0, title: $0.rawValue, text: FillableText("Go."))
            }
        }
        let words = try wording.words(for: subject(.tryAgain, number, answer: answer))
        #expect(words.title == (answer ?? .silence).rawValue)
        #expect(words.prompt == expected ?? (answer ?? .silence).rawValue)
        #expect(words.text.contains("Make the words your own.") == (expected != nil))
        #expect(try wording.words(for: subject(.reconnect, 0, .limitSetting)).prompt == "first")
    }

    @Test func saysTheFourthMove() throws {
        let wording = try wording { plan in
            plan.words.scripts = [
                Script(
                    id: "s", kind: .benign, band: .preschool, reach: FillableText("Hi."),
                    own: FillableText("I am sorry."), turn: FillableText("Show me."), next: FillableText("I love you."),
                    tips: [3])
            ]
        }
        let text = try wording.words(for: subject()).text
        #expect(text == "\"Hi.\"\n\"I am sorry.\"\n\"Show me.\"\n\"I love you.\"\nMake the words your own.")
    }

    @Test func asksUnderTheTitleOfTheQuestion() throws {
        let wording = try wording {
            $0.words.roadblocks = [
                RoadblockQuestion(
                    id: "q", roadblock: .shame, title: "Ask yourself: who knows", question: "Who knows?",
                    followUp: "Name one.")
            ]
        }
        let rupture = Rupture(id: "r1", with: "ada", kind: .benign, at: Instant(seconds: 0))
        let person = Person(id: "ada", name: "Ada", relation: .child)
        let words = wording.words(
            for: .init(
                rung: .roadblock, number: 2, rupture: rupture, person: person, band: .preschool, roadblock: .shame))
        #expect(words.title == "Ask yourself: who knows")
        #expect(words.text == "Who knows?\nName one.")
    }

    // MARK: Calm

    /// What a practice warns of is never left out.
    @Test func tellsAPracticeWithItsTitleAndCaution() throws {
        let wording = try wording {
            $0.words.calm = [
                CalmPractice(
                    id: "c", title: "Step away", text: "Lay the baby down.", minutes: 5, zones: [.red], way: .breath,
                    withChild: true, bands: [.infant], caution: "Never shake a baby.")
            ]
        }
        let words = try wording.words(for: subject(.calm, 0, .toxic, band: .infant), opened: true)
        #expect(words.text == "Step away\nLay the baby down.\nNever shake a baby.")
        #expect(try wording.words(for: subject(.calm, 0, .toxic, band: .toddler), opened: true).text.isEmpty)
    }

    @Test(arguments: [
        (AgeBand.toddler, FeelingZone.red, ["near"]), (.adult, .red, ["near", "away"]), (.adult, .green, ["green"]),
        (.toddler, .green, []),
    ])
    func choosesACalmThatFits(_ band: AgeBand, zone: FeelingZone, expected: [String]) throws {
        func practice(_ id: String, _ zones: [FeelingZone], withChild: Bool, minutes: Int = 5) -> CalmPractice {
            CalmPractice(
                id: id, title: id, text: "Do \(id).", minutes: minutes, zones: zones, way: .breath, withChild: withChild
            )
        }
        let items = try items(band: band, zone: zone) { plan in
            plan.words.calm = [
                practice("near", [.yellow, .red], withChild: true), practice("away", [.red], withChild: false),
                practice("long", [.green, .yellow, .red], withChild: true, minutes: 10),
                practice("green", [.green], withChild: false),
            ]
        }
        let calm = try #require(items.first)
        if expected.isEmpty { #expect(calm.prompt == nil) } else { #expect(expected.contains(calm.prompt ?? "none")) }
    }

    // MARK: Roadblocks

    private static let questions = Roadblock.allCases.map {
        RoadblockQuestion(id: $0.rawValue, roadblock: $0, question: "What of \($0.rawValue)?", followUp: "Think of it.")
    }

    /// Of an adult it has to be said that the caregiver did it.
    private static func ownedByTheCaregiver(_ history: History) -> History {
        var history = history
        history.ruptures = history.ruptures.map {
            Rupture(id: $0.id, with: $0.with, kind: $0.kind, at: $0.at, recorded: $0.recorded, frightened: .me)
        }
        return history
    }

    @Test func asksTheFourRoadblocksInTurn() throws {
        var story = try Story(cap: 9) { $0.words.roadblocks = Self.questions }.person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00", .toxic)
        for day in 12...30 where day % 2 == 0 { story = try story.attempt("t\(day)", .partial, "2026-01-\(day) 21:30") }
        story = Story(plan: story.plan, history: Self.ownedByTheCaregiver(story.history))
        let asked = try story.builder().items(ofRupture: "r1").filter { $0.kind == .rung(.roadblock) }
        #expect(asked.map(\.prompt) == ["childhood", "shame", "guilt", "moving-on"])
        #expect(asked[2].text.hasSuffix("What of guilt?\nThink of it."))
    }

    /// The last one named, by the time of the question; an older attempt that names one late counts as well.
    @Test func asksAboutTheRoadblockLastNamed() throws {
        let story = try Story { $0.words.roadblocks = Self.questions }.person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00", .toxic)
            .attempt("a1", .partial, "2026-01-05 12:00", roadblock: .guilt).attempt("a2", .partial, "2026-01-09 12:00")
            .attempt("a3", .partial, "2026-01-05 11:30", recorded: "2026-01-20 12:00", roadblock: .shame)
        let history = Self.ownedByTheCaregiver(story.history)
        let asked = try Story(plan: story.plan, history: history).builder().items(ofRupture: "r1").filter {
            $0.kind == .rung(.roadblock)
        }
        let shown = asked.map { "\(story.zone.day(of: $0.start)) \($0.prompt ?? "")" }
        #expect(shown.first == "2026-01-08 guilt")
        #expect(shown.filter { $0 > "2026-01-20" }.allSatisfy { $0.hasSuffix("shame") })
        #expect(shown.contains { $0 > "2026-01-20" })
    }

    // MARK: Several and shown

    /// The heaviest kind lends the words, the anchor the id.
    @Test func speaksOfTheHeaviestOfTwo() throws {
        let story = try Story(cap: 9) {
            $0.words.scripts = [script("light", .benign, .adult), script("heavy", .limitSetting, .adult)]
        }
        .person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting).rupture("r2", "2026-01-05 10:20")
        let reconnect = try #require(try story.builder().items(ofRupture: "r1").first { $0.voice == .together })
        #expect(reconnect.id == "r2.reconnect")
        #expect(reconnect.ruptures == ["r2", "r1"])
        #expect(reconnect.prompt == "heavy")
    }

    @Test func keepsTheTextThatWasShownOnceTheItemHasBegun() throws {
        let scripts = ["s1", "s2", "s3"].map { script($0) }
        let story = try Story { $0.words.scripts = scripts }.person("ada", .preschool).rupture(
            "r1", "2026-01-05 10:00", .limitSetting)
        let drawn = try #require(try story.builder().items(ofRupture: "r1").first { $0.voice == .together }?.prompt)
        let other = try #require(scripts.map(\.id).first { $0 != drawn })
        var history = story.history
        let start = try story.zone.at("2026-01-05 10:30")
        history.published = [
            Published(
                item: .rung(RungKey(anchor: "r1", rung: .reconnect)), prompt: other, start: start, sequence: 0,
                modified: start)
        ]
        let shown = Story(plan: story.plan, history: history)
        #expect(try shown.builder(now: "2026-01-05 10:30").items(ofRupture: "r1")[2].prompt == other)
        #expect(try shown.builder(now: "2026-01-05 10:29").items(ofRupture: "r1")[2].prompt == drawn)
    }

    /// What was shown may be gone from the plan: then the words are drawn anew.
    @Test func namesAPromptThatThePlanHas() throws {
        let story = try Story { $0.words.scripts = [script("s1")] }.person("ada", .preschool).rupture(
            "r1", "2026-01-05 10:00", .limitSetting)
        var history = story.history
        let start = try story.zone.at("2026-01-05 10:30")
        history.published = [
            Published(
                item: .rung(RungKey(anchor: "r1", rung: .reconnect)), prompt: "gone", start: start, sequence: 0,
                modified: start)
        ]
        let item = try Story(plan: story.plan, history: history).builder(now: "2026-01-05 11:00").items(
            ofRupture: "r1")[2]
        #expect(item.text.contains("(s1)"))
    }

    @Test func repliesInTheOthersBand() throws {
        var plan = try Shipped.plan()
        plan.words.replies = [
            Reply(id: "1", band: .teen, text: FillableText("Understood.")),
            Reply(id: "2", band: .preschool, text: FillableText(with: "Okay, {name}.", without: "Okay.")),
        ]
        let story = try Story().person("ada", .preschool).rupture("r1", "2026-01-05 10:00")
        let (rupture, person) = try (#require(story.history.ruptures.first), #require(story.history.people.first))
        let wording = RepairWording(plan: plan, history: story.history)
        let subject = RepairWording.Subject(
            rung: .reconnect, number: 0, rupture: rupture, person: person, band: .preschool)
        #expect(wording.replies(for: subject) == ["Okay, Ada."])
    }
}
