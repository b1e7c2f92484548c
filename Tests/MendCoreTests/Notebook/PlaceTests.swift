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
