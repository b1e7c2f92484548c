import Testing

@testable import MendCore

@Suite struct PlannedCheckInTests {
    /// A check-in on Tuesdays at five, taken up on Sunday 4 January; now is Monday 5 January 2026, 12:00.
    private static func story(
        closed: [String] = [], away: [String] = [], ended: String? = nil, answer: CheckInOffer.Answer = .taken
    ) throws -> Story {
        var story = try Story(closed: closed) { plan in
            plan.words.ahead = [
                CheckInText(id: "ahead.water", title: "Drink a glass of water", text: "Drink it slowly."),
                CheckInText(id: "ahead.feet", title: "Feel both feet", text: "Stand still."),
            ]
        }.person("ada", .preschool, away: away)
        story.history.offers = [
            CheckInOffer(
                id: "a1", with: "ada", days: [.tuesday], part: .beforeSupper, time: try .written("17:00"),
                answer: answer, at: try story.zone.at("2026-01-04 12:00"), ended: try ended.map(story.zone.at))
        ]
        return story
    }

    private static func items(_ story: Story) throws -> [Item] {
        let now = try story.zone.at("2026-01-05 12:00")
        return try AgendaBuilder(plan: story.plan, history: story.history, now: now)
            .agenda(from: .written("2026-01-04"), through: .written("2026-01-20")).items.filter { $0.kind == .checkIn }
    }

    @Test func comesOnItsDaysAtItsTimeAndForTheCaregiverAlone() throws {
        let items = try Self.items(Self.story())
        #expect(items.map(\.id) == ["checkin.a1.2026-01-06", "checkin.a1.2026-01-13", "checkin.a1.2026-01-20"])
        let story = try Self.story()
        #expect(
            items.map { story.zone.text($0.start) } == ["2026-01-06 17:00", "2026-01-13 17:00", "2026-01-20 17:00"])
        #expect(items.allSatisfy { $0.voice == .own && $0.person == "ada" && $0.with == ["Ada"] })
        #expect(items.allSatisfy { $0.key == ItemKey($0.id) && $0.kind.name == "checkin" })
        // The texts take turns.
        #expect(Set(items.map(\.writtenTitle)) == ["Drink a glass of water", "Feel both feet"])
    }

    /// It goes on with what was chosen for the person, three things at most, and says why it comes.
    @Test func saysWhyItComesAndWhatWasChosen() throws {
        var story = try Story { plan in
            plan.words.ahead = [CheckInText(id: "ahead.water", title: "Drink", text: "Drink it slowly.")]
            plan.phrases.placeTools = "Chosen: {tools}"
            plan.phrases.whyAhead = "It was often hard."
        }.person("ada", .preschool)
        story.history.offers = try Self.story().history.offers
        #expect(try Self.items(story).first?.text == "Drink it slowly.\n\nIt was often hard.")
        story.history.places = [SafePlace(id: "s1", with: "ada", tools: ["The blanket.", "A drum", "Two cups", "Tea"])]
        #expect(
            try Self.items(story).first?.text
                == "Drink it slowly.\n\nChosen: The blanket; A drum; Two cups\n\nIt was often hard.")
    }

    /// Of the caregiver's own place, for settling is theirs.
    @Test func settlingNamesWhatTheCaregiverChose() throws {
        var story = try Story { $0.phrases.placeTools = "Chosen: {tools}" }
            .person("ada", .preschool).rupture("r1", "2026-01-05 11:00", .limitSetting)
        story.history.places = [
            SafePlace(id: "s1", with: "ada", tools: ["The drum"]), SafePlace(id: "s2", tools: ["The stairs"]),
        ]
        let now = try story.zone.at("2026-01-05 12:00")
        let calm = try AgendaBuilder(plan: story.plan, history: story.history, now: now).item("r1.calm")
        #expect(calm?.text.contains("Chosen: The stairs") == true)
        #expect(calm?.text.contains("drum") == false)
    }

    @Test func aDeclinedOneNeverComes() throws {
        #expect(try Self.items(Self.story(answer: .declined)) == [])
    }

    /// An hour later it would come after what it is ahead of.
    @Test func staysAwayWhereItsTimeIsClosed() throws {
        #expect(try Self.items(Self.story(closed: ["tue 16:00-18:00"])) == [])
    }

    @Test func staysAwayWhileTheOtherIsAwayAndOnceItHasEnded() throws {
        #expect(
            try Self.items(Self.story(away: ["2026-01-06/2026-01-12"])).map(\.id)
                == ["checkin.a1.2026-01-13", "checkin.a1.2026-01-20"])
        #expect(try Self.items(Self.story(ended: "2026-01-05 09:00")) == [])
    }

    @Test func staysAwayInAPause() throws {
        var story = try Self.story()
        story.history.holds = [
            Hold(id: "h1", at: try story.zone.at("2026-01-05 10:00"), until: try story.zone.at("2026-01-14 00:00"))
        ]
        #expect(try Self.items(story).map(\.id) == ["checkin.a1.2026-01-20"])
    }

    /// Two hours later it would only remind of them.
    @Test func isDueForTwoHours() throws {
        let story = try Self.story()
        let items = try Self.items(story)
        let begin = try story.zone.at("2026-01-06 16:00")
        func due(_ now: String) throws -> [String] {
            DueItems(items: items, delivered: [], openRuptures: [], begin: begin, now: try story.zone.at(now)).due.map(
                \.id)
        }
        #expect(try due("2026-01-06 16:59") == [])
        #expect(try due("2026-01-06 19:00") == ["checkin.a1.2026-01-06"])
        #expect(try due("2026-01-06 19:01") == [])
    }
}
