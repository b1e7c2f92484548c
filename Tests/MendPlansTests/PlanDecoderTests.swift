import MendCore
import Testing

@testable import MendPlans

@Suite struct PlanDecoderTests {
    @Test func decodesAPromptWithEveryKey() throws {
        let plan = try decode(
            """
            prompts:
              - id: together.one-song
                title: One song together
                text: Sing one song with your child.
                for: together
                bands: [toddler, preschool]
                theme: play
                minutes: 2
                tips: [1, 4]
                zone: yellow
                season: [12, 1]
                note: for writers
            """
        ).plan
        #expect(
            plan.prompts.first
                == Prompt(
                    id: "together.one-song", title: "One song together", text: "Sing one song with your child.",
                    minutes: 2, voice: .together, bands: [.toddler, .preschool], theme: "play", tips: [1, 4],
                    zone: .yellow, season: [12, 1]))
    }

    @Test func headsOfAFileHoldForEntriesThatAreSilent() throws {
        let plan = try decode(
            """
            for: self
            theme: rest
            minutes: 3
            tips: [1]
            prompts:
              - {id: caregiver.a-nap, title: A short nap, text: Lie down.}
              - {id: caregiver.a-song, title: One old song, text: Hum it., theme: joy, minutes: 1}
            """
        ).plan
        let found = plan.prompts.prefix(2).map { "\($0.theme) \($0.minutes)" }
        #expect(found == ["rest 3", "joy 1"])
    }

    @Test func headsReachOnlyTheListsThatKnowThem() throws {
        let plan = try decode(
            """
            band: teen
            tips: [3]
            kind: benign
            replies:
              - {id: reply.teen.1, text: Okay.}
            scripts:
              - {id: script.benign.teen.1, reach: Hello., own: I did not hear you., turn: Show me.}
            discreet-titles:
              - {id: discreet.pause, text: Pause}
            """
        ).plan
        #expect(plan.words.replies == [Reply(id: "reply.teen.1", band: .teen, text: FillableText("Okay."))])
        #expect(plan.words.scripts.map(\.tips) == [[3]])
        #expect(plan.discreetTitles == [Note(id: "discreet.pause", text: "Pause")])
    }

    @Test func decodesTheWordsOfARupture() throws {
        let words = try decode(
            """
            lead-ins:
              - id: lead.try-again.3.1
                rung: try-again
                number: 3
                relation: partner
                zone: red
                title: Still open
                text: {with: "Still open with {name}.", without: Still open.}
            roadblocks:
              - {id: roadblock.shame.1, roadblock: shame, question: What would I hide?, follow-up: Name it.}
            calm:
              - id: calm.cool-water
                title: Cool water
                text: Run cool water over your wrists.
                minutes: 2
                zones: [yellow, red]
                way: senses
                near: with-child
                caution: Not hot.
            tools:
              - {id: place.teen.a-song, band: teen, text: A playlist., sense: hearing, portable: true}
            signs:
              - {id: sign.teen.red.1, band: teen, zone: red, text: Goes silent, quiet: true}
            safety:
              - {id: safety.a-pattern, when: pattern, relation: any, contacts: true, text: Some days are too much.}
            """
        ).plan.words
        #expect(
            words.leadIns == [
                LeadIn(
                    id: "lead.try-again.3.1", rung: .tryAgain, relation: .partner, number: 3, zone: .red,
                    title: "Still open", text: FillableText(with: "Still open with {name}.", without: "Still open."))
            ])
        #expect(words.roadblocks.map(\.followUp) == ["Name it."])
        #expect(words.calm.map(\.withChild) == [true])
        #expect(words.calm.map(\.caution) == ["Not hot."])
        #expect(words.tools.map(\.portable) == [true])
        #expect(words.signs.map(\.quiet) == [true])
        #expect(words.safety.map(\.when) == [.pattern])
    }

    @Test func decodesPracticesByTip() throws {
        let plan = try decode(
            """
            practices:
              - {id: practice.go-first, tip: 3, title: Go first, alone: Know your first line., together: Say it.}
              - {id: practice.settle-first, tip: 1, title: Settle first, alone: Breathe out., together: Come near.}
            """
        ).plan
        #expect(plan.practices.map(\.title) == ["Settle first", "Go first"])
        #expect(plan.practices.map(\.together) == ["Come near.", "Say it."])
    }

    @Test func keepsScalarsAsTheyWereWritten() throws {
        let country = try decode(
            """
            country: NO
            name: Norway
            emergency: [000, 112]
            contacts:
              - {name: 988, number: 116 123, how: call, for: anyone, source: example.org}
            """
        ).plan.contacts.first
        #expect(country?.country == "NO")
        #expect(country?.emergency == ["000", "112"])
        #expect(country?.lines.map(\.name) == ["988"])
        #expect(country?.lines.map(\.hours) == ["unknown"])
    }

    @Test func takesDocumentsInTheOrderOfTheirPaths() throws {
        let documents = ["c", "a", "b"].map { name in
            PlanDocument(path: "\(name).yaml", text: "replies:\n  - {id: reply.teen.\(name), band: teen, text: Okay.}")
        }
        let plan = try PlanDecoder.plan(from: documents + [Small.prompt], base: Shipped.figures()).plan
        #expect(plan.words.replies.map(\.id) == ["reply.teen.a", "reply.teen.b", "reply.teen.c"])
    }

    @Test func remembersWhereATextStands() throws {
        let place = try decode("# One\nreplies:\n  - id: reply.teen.1\n    band: teen\n    text: |-\n      Okay.\n")
            .places["reply.teen.1"]
        #expect(place?.path == "a.yaml")
        #expect(place?.line == 3)
        #expect(place?.lines["text"] == .init(number: 5, isLiteral: true))
        #expect(place?.lines["band"] == .init(number: 4, isLiteral: false))
    }

    @Test(arguments: [
        ("titel", "title"), ("Title", "title"), ("follow_up", "follow-up"), ("followup", "follow-up"), ("tpis", "tips"),
        ("minute", "minutes"), ("colour", nil), ("x", nil),
    ])
    func findsTheNearestKey(_ written: String, _ meant: String?) {
        let keys = ["id", "title", "text", "minutes", "tips", "follow-up"]
        #expect(Nearest.choice(for: written, among: keys) == meant)
    }

    @Test func survivesStrayCharacters() throws {
        let base = try Shipped.figures()
        let marks = Array("{}[]&*!|>'\"%@`#:-?,~\n\t \\".utf8)
        let texts = try Shipped.documents().filter { $0.text.utf8.count < 6_000 }.map { Array($0.text.utf8) }
        var seed: UInt64 = 20_260_105
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for _ in 0..<300 {
            let before = seed
            var bytes = texts[next(texts.count)]
            for _ in 0...next(3) { bytes[next(bytes.count)] = marks[next(marks.count)] }
            let document = PlanDocument(path: "odd.yaml", text: String(decoding: bytes, as: UTF8.self))
            do {
                _ = try PlanDecoder.plan(from: [document, Small.prompt], base: base)
            } catch {
                #expect(error.faults.allSatisfy { $0.line >= 1 && !$0.suggestion.isEmpty }, "seed \(before)")
            }
        }
    }

    @Test func survivesAnyCutOfAShippedFile() throws {
        let documents = try Shipped.documents()
        let base = try Shipped.figures()
        let texts = documents.filter { ["Plans/plan.yaml", "Plans/contacts/us.yaml"].contains($0.path) }.map(\.text)
        for text in texts {
            for length in stride(from: 0, to: text.count, by: 97) {
                let cut = PlanDocument(path: "cut.yaml", text: String(text.prefix(length)))
                do {
                    _ = try PlanDecoder.plan(from: [cut, Small.prompt], base: base)
                } catch {
                    #expect(error.faults.allSatisfy { $0.line >= 1 && !$0.suggestion.isEmpty })
                }
            }
        }
    }
}
