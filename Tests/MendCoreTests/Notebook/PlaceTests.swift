import MendJournal
import Testing

@testable import MendCore

/// A family's own Safe Place, and what shows it.
@Suite struct PlaceTests {
    private static func notebook(_ body: (Notebook, MemoryJournal, Plan) throws -> Void) throws {
        let story = try Story().person("ada", .preschool).person("sam", born: nil)
        var plan = story.plan
        plan.words.tools = [
            SafePlaceTool(
                id: "place.preschool.pillow", band: .preschool, text: "A big pillow.", sense: "touch", portable: false,
                caution: "Face free."),
            SafePlaceTool(
                id: "place.adult.tea", band: .adult, text: "A cup of tea.", sense: "taste", portable: false,
                caution: nil),
        ]
        let journal = MemoryJournal(story.history.household)
        try journal.write(story.history.people.map { .put(.person($0)) })
        try body(Notebook(journal: journal, plan: plan, now: try story.zone.at("2026-01-05 12:00")), journal, plan)
    }

    @Test func choosesRenamesAndTakesOutTools() throws {
        try Self.notebook { notebook, journal, plan in
            _ = try notebook.addTool("The blue blanket", with: "Ada")
            _ = try notebook.addTool("A big pillow.", with: "ada")
            _ = try notebook.addTool("A big pillow.", with: "ada")
            _ = try notebook.namePlace("The den", with: "ada")
            #expect(
                try journal.history().places == [
                    SafePlace(id: "s1", with: "ada", name: "The den", tools: ["The blue blanket", "A big pillow."])
                ])
            #expect(
                try plan.tools(of: journal.history().place(of: "ada"), band: .preschool) == [
                    PlacedTool(text: "The blue blanket"),
                    PlacedTool(
                        text: "A big pillow.", caution: "Face free.", id: "place.preschool.pillow", sense: "touch"),
                ])
            _ = try notebook.renameTool(1, to: "The red blanket", with: "ada")
            _ = try notebook.removeTool(2, with: "ada")
            #expect(try journal.history().place(of: "ada")?.tools == ["The red blanket"])
            #expect(throws: InputError.noTool) { try notebook.removeTool(2, with: "ada") }
            #expect(throws: InputError.noTool) { try notebook.renameTool(0, to: "x", with: "ada") }
        }
    }

    /// Others keep the plan's, and the caregiver has a place of their own.
    @Test func eachHasTheirOwn() throws {
        try Self.notebook { notebook, journal, plan in
            _ = try notebook.addTool("The blue blanket", with: "ada")
            _ = try notebook.addTool("The stairs", with: nil)
            let history = try journal.history()
            #expect(history.place(of: nil) == SafePlace(id: "s2", tools: ["The stairs"]))
            #expect(plan.tools(of: history.place(of: "sam"), band: .adult).map(\.text) == ["A cup of tea."])
        }
    }

    @Test func refusesWhatCannotBeATool() throws {
        try Self.notebook { notebook, journal, _ in
            #expect(throws: RecordFault.empty(.placeTool)) { try notebook.addTool("  ", with: nil) }
            #expect(throws: RecordFault.controlCharacter(.placeTool)) { try notebook.addTool("one\ntwo", with: nil) }
            #expect(throws: RecordFault.tooLong(.placeTool, limit: 200)) {
                try notebook.addTool(String(repeating: "a", count: 201), with: nil)
            }
            for number in 1...24 { _ = try notebook.addTool("tool \(number)", with: nil) }
            #expect(throws: RecordFault.tooManyTools(limit: 24)) { try notebook.addTool("one more", with: nil) }
            #expect(try journal.history().place(of: nil)?.tools.count == 24)
        }
    }

    @Test func forgettingSomebodyTakesTheirPlaceAndCheckInsAway() throws {
        try Self.notebook { notebook, journal, _ in
            _ = try notebook.addTool("The blue blanket", with: "ada")
            let hours = HardHours(with: "ada", days: [.tuesday], part: .evening, ahead: try .written("18:30"))
            _ = try notebook.answer(hours, .taken)
            let key = ItemKey.checkIn(offer: "a1", try .written("2026-01-06"))
            try journal.write([
                .put(
                    .published(
                        Published(
                            item: key, prompt: nil, start: Instant(seconds: 0), sequence: 0,
                            modified: Instant(seconds: 0))))
            ])
            try notebook.forget(.person("ada"))
            #expect(try journal.history().places == [] && journal.history().offers == [])
            #expect(try journal.history().published == [])
        }
    }

    @Test func whatWasSaidToAnOfferIsUndone() throws {
        try Self.notebook { notebook, journal, _ in
            let hours = HardHours(with: "ada", days: [.tuesday], part: .evening, ahead: try .written("18:30"))
            let no = try notebook.answer(hours, .declined)
            #expect(try notebook.undo() == .answer(no, person: journal.history().people.first))
            #expect(try journal.history().offers == [])
            // A yes, that nothing has come of yet, is as if it had not been.
            let yes = try notebook.answer(hours, .taken)
            #expect(yes.id == "a2")
            let ended = try notebook.endCheckIn("a2")
            #expect(try notebook.takeBackAnswer("a2") == ended)
            #expect(try journal.history().offers == [yes])
            #expect(try notebook.takeBackAnswer("a2") == yes)
            #expect(try journal.history().offers == [])
            #expect(throws: InputError.noAnswer) { try notebook.takeBackAnswer("a2") }
            #expect(throws: RecordFault.nothingWritten) { try notebook.undo() }
        }
    }

    /// A record that was written down later than the answer goes first.
    @Test func undoTakesTheNewerOfRecordAndAnswer() throws {
        try Self.notebook { notebook, journal, plan in
            let hours = HardHours(with: "ada", days: [.tuesday], part: .evening, ahead: try .written("18:30"))
            _ = try notebook.answer(hours, .declined)
            let later = Notebook(journal: journal, plan: plan, now: notebook.now + 60)
            _ = try later.record(CheckInEntry(zone: .green))
            #expect(try later.undo().taken?.record.id == "c1")
            #expect(try later.undo().taken == nil)
            #expect(try journal.history().offers == [])
        }
    }

    /// What has come stays: the check-in ends, and nothing comes up for the days between.
    @Test func aYesThatHasComeEnds() throws {
        try Self.notebook { notebook, journal, plan in
            var plan = plan
            plan.words.ahead = [CheckInText(id: "ahead.water", title: "Drink", text: "Slowly.")]
            let hours = HardHours(with: "ada", days: [.monday, .tuesday], part: nil, ahead: try .written("13:00"))
            _ = try Notebook(journal: journal, plan: plan, now: notebook.now).answer(hours, .taken)
            let later = Notebook(journal: journal, plan: plan, now: notebook.now + 7200)
            _ = try later.takeBackAnswer("a1")
            #expect(try journal.history().offers.first?.ended == later.now)
            #expect(try journal.history().published.map(\.item).contains(.checkIn(offer: "a1", .written("2026-01-05"))))
            // Brought back two days on: Tuesday's does not come up.
            let again = Notebook(journal: journal, plan: plan, now: notebook.now + 172_800)
            _ = try again.takeBackAnswer("a1")
            #expect(try journal.history().offers.first?.ended == nil)
            let items = try AgendaBuilder(plan: plan, history: journal.history(), now: again.now).agenda(
                from: .written("2026-01-05"), through: .written("2026-01-12")
            ).items.filter { $0.kind == .checkIn }
            #expect(items.map(\.id) == ["checkin.a1.2026-01-05", "checkin.a1.2026-01-12"])
        }
    }

    @Test func anOfferIsAnsweredOnceAndEnds() throws {
        try Self.notebook { notebook, journal, _ in
            let hours = HardHours(with: nil, days: [.tuesday], part: .evening, ahead: try .written("18:30"))
            let offer = try notebook.answer(hours, .taken, at: try .written("18:00"))
            #expect(offer.id == "a1" && offer.time.description == "18:00")
            #expect(throws: InputError.noOffer) { try notebook.answer(hours, .declined) }
            #expect(throws: InputError.noPlannedCheckIn) { try notebook.endCheckIn("a2") }
            #expect(try notebook.endCheckIn("a1").ended != nil)
            #expect(throws: InputError.noPlannedCheckIn) { try notebook.endCheckIn("a1") }
        }
    }
}
