import MendCore
import Testing

@testable import MendPlans

/// Each fault names its line and says what to write instead.
@Suite struct BrokenDocumentTests {
    private static let prompt = """
        for: self
        theme: body
        prompts:
          - id: caregiver.slow-breath
            title: Three slow breaths
            text: Breathe out slowly.
            minutes: 1
            tips: [1]
        """

    @Test func acceptsThePromptOfTheTable() throws {
        #expect(try faults(Self.prompt) == [])
    }

    @Test(arguments: [
        (
            "title: Three", "titel: Three",
            [
                "4: missing key \"title\" in this prompt; write title: and the text",
                "5: unknown key \"titel\"; did you mean \"title\"?",
            ]
        ),
        ("    minutes: 1\n", "", ["4: missing key \"minutes\" in this prompt; write minutes: 1"]),
        ("minutes: 1", "minutes: 0", ["7: minutes 0 is out of range; write a whole number from 1 to 60"]),
        ("minutes: 1", "minutes: 61", ["7: minutes 61 is out of range; write a whole number from 1 to 60"]),
        (
            "minutes: 1", "minutes: two",
            [
                "7: minutes \"two\" is not a number; write a whole number from 1 to 60"
            ]
        ),
        ("minutes: 1", "minutes: [1]", ["7: minutes is a list; write minutes: 1"]),
        ("text: Breathe out slowly.", "text: [one, two]", ["6: text is a list; write text: and the text"]),
        ("text: Breathe out slowly.", "text: \" \"", ["6: text is empty; write the text"]),
        (
            "text: Breathe out slowly.", "text:",
            [
                "6: missing key \"text\" in this prompt; write text: and the text"
            ]
        ),
        (
            "theme: body", "theme: boddy",
            [
                "2: unknown theme \"boddy\"; did you mean \"body\"? write one of body, noticing, kindness, story, "
                    + "perspective, repair, rest, values, limits, support, joy, roadblocks"
            ]
        ),
        (
            "theme: body", "thema: body",
            [
                "2: unknown key \"thema\" at the head of the file; did you mean \"theme\"?",
                "4: missing key \"theme\" in this prompt; write theme: and one of body, noticing, kindness, story, "
                    + "perspective, repair, rest, values, limits, support, joy, roadblocks",
            ]
        ),
        ("for: self", "for: me", ["1: unknown for \"me\"; write one of self, together"]),
        ("tips: [1]", "tips: [0]", ["8: tips 0 is out of range; write a whole number from 1 to 7"]),
        (
            "tips: [1]", "tips: [1, 1]",
            [
                "8: tips holds 2 numbers, or one twice; write 1 to 2 different numbers from 1 to 7"
            ]
        ),
        ("tips: [1]", "tips: [1]\n    zone: blue", ["9: unknown zone \"blue\"; write one of green, yellow, red"]),
        (
            "tips: [1]", "tips: [1]\n    season: [13]",
            [
                "9: season 13 is out of range; write a whole number from 1 to 12"
            ]
        ),
        (
            "tips: [1]", "tips: [1]\n    bands: [teen]",
            [
                "9: bands in a prompt for the caregiver alone; leave bands out, or write for: together"
            ]
        ),
        (
            "caregiver.slow-breath", "caregiver.Slow",
            [
                "4: id \"caregiver.Slow\" has the wrong shape; write caregiver.some-words "
                    + "(small letters a to z, digits and hyphens)"
            ]
        ),
        (
            "caregiver.slow-breath", "caregiver.12",
            [
                "4: id \"caregiver.12\" has the wrong shape; write caregiver.some-words "
                    + "(small letters a to z, digits and hyphens)"
            ]
        ),
        (
            "caregiver.slow-breath", "infant.slow-breath",
            [
                "4: id \"infant.slow-breath\" has the wrong shape; write caregiver.some-words "
                    + "(small letters a to z, digits and hyphens)"
            ]
        ),
        (
            "caregiver.slow-breath", "caregiver.one-breath",
            [
                "2: \"caregiver.one-breath\" is also at a.yaml:4; choose another id"
            ]
        ),
        (
            "title: Three slow breaths", "title: Breathe with {name}",
            [
                "5: {name} in title; leave it out: nothing is filled in here"
            ]
        ),
        (
            "text: Breathe out slowly.", "text: Look at {child} for a while.",
            [
                "6: {child} in text; leave it out: nothing is filled in here"
            ]
        ),
        (
            "text: Breathe out slowly.", "text: One: two",
            [
                "6: cannot be read as YAML: mapping values are not allowed in this context; put a text that holds \": \" or "
                    + "\" #\", or begins with a sign, in double quotes, and indent by two spaces"
            ]
        ),
        (
            "    minutes: 1", "    minutes: 1\n    minutes: 2",
            [
                "8: key \"minutes\" stands here twice; keep one (the other is on line 7)"
            ]
        ),
        ("text: Breathe", "text: &a Breathe", ["6: anchors (&name) are not used here; write each text out"]),
        ("text: Breathe out slowly.", "text: *a", ["6: aliases (*name) are not used here; write each text out"]),
        ("text: Breathe", "text: !!str Breathe", []),
        ("text: Breathe", "text: !secret Breathe", ["6: tags (!name) are not used here; leave the tag out"]),
        (
            "prompts:", "propmts:",
            [
                "3: unknown key \"propmts\" at the head of the file; did you mean \"prompts\"?",
                "1: unknown key \"for\" at the head of the file; write one of prompts, reflections, readings, scripts, "
                    + "replies, lead-ins, roadblocks, calm, tools, signs, cues, ahead, milestones, safety, discreet-titles, contacts, "
                    + "shelves, practices, id, title, language, slots, ladder, sleep, good-times, phrases",
                "2: unknown key \"theme\" at the head of the file; write one of prompts, reflections, readings, scripts, "
                    + "replies, lead-ins, roadblocks, calm, tools, signs, cues, ahead, milestones, safety, discreet-titles, contacts, "
                    + "shelves, practices, id, title, language, slots, ladder, sleep, good-times, phrases",
            ]
        ),
    ])
    func namesTheFaultOfAPrompt(_ part: String, _ replacement: String, _ expected: [String]) throws {
        let text = Self.prompt.replacing(part, with: replacement)
        #expect(try Set(faults(text)) == Set(expected))
    }

    @Test(arguments: [
        ("prompts: soon", ["1: prompts is a text; begin each entry with \"- \""]),
        (
            "prompts:\n  - rest",
            [
                "2: prompt is a text; write keys and values, as in key: value"
            ]
        ),
        ("- one\n- two", ["1: the file is a list; begin with a list key, as in prompts:"]),
        ("prompts: []\n---\nprompts: []", ["2: a second document (---); put it into a file of its own"]),
        (
            "replies:\n\t- text",
            [
                "2: cannot be read as YAML: found character that cannot start any token; put a text that holds \": \" or "
                    + "\" #\", or begins with a sign, in double quotes, and indent by two spaces"
            ]
        ),
        ("id: x\u{1}", ["1: holds a character that YAML does not allow; leave it out"]),
        (
            String(repeating: "[", count: 30) + String(repeating: "]", count: 30),
            [
                "1: nested more than 20 deep; write it flat"
            ]
        ),
        ("? {a: b}\n: c", ["1: a key is not a word; write key: value"]),
    ])
    func namesTheFaultOfAFile(_ text: String, _ expected: [String]) throws {
        let found = try faults(text)
        #expect(found == expected)
    }

    @Test(arguments: [
        ("bands: [toddler]", []),
        (
            "bands: [toddler, preschool]",
            [
                "2: id \"toddler.one-song\" has the wrong shape; write together.some-words "
                    + "(small letters a to z, digits and hyphens)"
            ]
        ),
        (
            "bands: [toddler, teen]",
            [
                "6: bands toddler, teen are not neighbours; write one band, or two neighbours with the younger first: "
                    + "[toddler, preschool]"
            ]
        ),
        (
            "bands: [preschool, toddler]",
            [
                "6: bands preschool, toddler are not neighbours; write one band, or two neighbours with the younger first: "
                    + "[toddler, preschool]"
            ]
        ),
        (
            "bands: []",
            [
                "6: bands  are not neighbours; write one band, or two neighbours with the younger first: "
                    + "[toddler, preschool]"
            ]
        ),
        (
            "bands: [toddlers]",
            [
                "6: unknown bands \"toddlers\"; did you mean \"toddler\"? write one of infant, toddler, preschool, "
                    + "school-age, teen, adult"
            ]
        ),
        (
            "zone: red",
            [
                "2: missing key \"bands\" in this prompt; write bands: and a list of infant, toddler, preschool, school-age, "
                    + "teen, adult"
            ]
        ),
    ])
    func namesTheFaultOfBands(_ line: String, _ expected: [String]) throws {
        let text = """
            prompts:
              - id: toddler.one-song
                title: One song together
                text: Sing one song with your child.
                for: together
                \(line)
                theme: play
                minutes: 2
                tips: [1]
            """
        #expect(try faults(text) == expected)
    }

    @Test(arguments: [
        ("turn: Show me what you made.", []),
        ("turn: {with: \"Show me {excited-about}.\", without: Show me what you made.}", []),
        (
            "turn: Show me {excited-about}.",
            [
                "7: turn holds {excited-about} and has no other form; write turn: "
                    + "{with: \"... {excited-about} ...\", without: the same without it}"
            ]
        ),
        ("turn: Show me {excited}.", ["7: unknown placeholder {excited}; write one of {name}, {excited-about}"]),
        (
            "turn: Show me {excited-abuot}.",
            ["7: unknown placeholder {excited-abuot}; did you mean \"{excited-about}\"?"]
        ),
        ("turn: Show me {that.", ["7: unknown placeholder {; write one of {name}, {excited-about}"]),
        (
            "turn: {with: Show me., without: Show me.}",
            [
                "7: with holds no placeholder; write a single text: turn: ..."
            ]
        ),
        (
            "turn: {with: \"Show me {name}.\", without: \"Show {name}.\"}",
            [
                "7: {name} in without; leave it out: nothing is filled in here"
            ]
        ),
        ("turn: {without: Show me.}", ["7: missing key \"with\" in this turn; write a single text: turn: ..."]),
        (
            "turn: {with: \"Show me {name}.\"}",
            [
                "7: missing key \"without\" in this turn; write without: and the text"
            ]
        ),
        (
            "turn: Come.\n    fear-named: false",
            [
                "8: fear-named is false; say it in the words, then write fear-named: true"
            ]
        ),
        (
            "turn: Come.\n    fear-named: yes",
            [
                "8: fear-named \"yes\" is neither true nor false; write fear-named: true or fear-named: false"
            ]
        ),
    ])
    func namesTheFaultOfAScript(_ turn: String, _ expected: [String]) throws {
        let text = """
            kind: benign
            scripts:
              - id: script.benign.teen.1
                band: teen
                reach: Can I sit with you?
                own: I did not hear you.
                \(turn)
                tips: [3]
            """
        #expect(try faults(text) == expected)
    }

    @Test func namesUnknownKindAndIdTogether() throws {
        let text = """
            scripts:
              - id: script.mild.teen.1
                kind: mild
                band: teens
                reach: Can I sit with you?
                own: I did not hear you.
                turn: Show me what you made.
                tips: [3]
            """
        #expect(
            try faults(text) == [
                "3: unknown kind \"mild\"; write one of benign, oscillating, limit-setting, toxic",
                "4: unknown band \"teens\"; did you mean \"teen\"? write one of infant, toddler, preschool, school-age, "
                    + "teen, adult",
            ])
    }

    @Test func namesABookThatStandsOnNoShelf() throws {
        let text = """
            readings:
              - id: reading.01-coming-back
                title: Why coming back counts
                minutes: 5
                tips: [3]
                shelf: [hug, the-kissing-hnd]
                text: People miss each other many times a day.
            shelves:
              - id: shelf.read-together
                title: To read together
                books:
                  - id: the-kissing-hand
                    author: Penn
                    title: The Kissing Hand
                    year: 19930
                    mark: x
                  - id: the-kissing-hand
                    author: Penn
                    title: The Kissing Hand
                    year: 1993
                    mark: r
            """
        #expect(
            try faults(text) == [
                "6: no shelf has a book \"hug\"; write the id of a book in shelves, or add it there",
                "6: no shelf has a book \"the-kissing-hnd\"; did you mean \"the-kissing-hand\"?",
                "15: year 19930 is out of range; write a whole number from 1000 to 2199",
                "16: unknown mark \"x\"; write p, a or r, or two of them: a r",
            ])
    }

    @Test func refusesTwoBooksOfOneId() throws {
        let text = """
            shelves:
              - id: shelf.read-together
                title: To read together
                books:
                  - {id: hug, author: Alborough, title: Hug, year: 2000, mark: r}
                  - {id: hug, author: Alborough, title: Hug, year: 2000, mark: r}
            """
        #expect(try faults(text) == ["5: book \"hug\" is also on shelf.read-together; keep one of them"])
    }

    @Test func namesTheFaultsOfContacts() throws {
        let text = """
            country: UK1
            emergency: []
            contacts:
              - name: A line
                number: 000
                how: call
                for: anyone
                checked: last week
            """
        #expect(
            try faults(text)
                == [
                    "1: country \"UK1\" is no country code; write two capital letters (ISO 3166-1): US, GB, IE",
                    "2: emergency holds 0 texts; write 1 to 5",
                    "3: missing key \"name\" in this country; write name: and the text",
                    "4: missing key \"source\" in this contact; write source: and the text",
                    "8: checked \"last week\" is no day; write the day on which somebody opened the line's own site, as in "
                        + "2026-01-31, or unknown",
                ].map { $0.replacing("3: missing key \"name\"", with: "4: missing key \"name\"") })
    }

    @Test func namesBandsOfAMilestoneThatAreNotNeighbours() throws {
        let text = """
            milestones:
              - {id: milestone.infant-teen.1, from: infant, to: teen, title: A new age, text: They grow.}
            """
        #expect(
            try faults(text) == ["2: infant and teen are not neighbours; write the band that comes next in to"])
    }

    @Test func tellsAllFaultsOfAllFilesAtOnce() throws {
        let documents = [
            PlanDocument(path: "b.yaml", text: Self.prompt.replacing("minutes: 1", with: "minutes: 99")),
            PlanDocument(path: "c.yaml", text: "signs: [1"),
            PlanDocument(path: "a.yaml", text: Self.prompt.replacing("title", with: "titel")),
        ]
        #expect {
            try PlanDecoder.plan(from: documents, base: Shipped.figures())
        } throws: { error in
            (error as? PlanFaults)?.faults.map { "\($0.path):\($0.line)" } == [
                "a.yaml:4", "a.yaml:5", "b.yaml:4", "b.yaml:7", "c.yaml:2",
            ]
        }
    }

    @Test(arguments: ["a", "-", "_"]) func refusesAliasBombsAtOnce(_ name: String) throws {
        var text = "a0: &\(name)0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            let alias = "*\(name)\(level - 1)"
            text += "a\(level): &\(name)\(level) [\(alias), \(alias), \(alias), \(alias), \(alias), \(alias)]\n"
        }
        text += "? *\(name)30\n: x"
        #expect(try faults(text) == ["1: aliases (*name) are not used here; write each text out"])
    }

    @Test(arguments: ["[", "{a: ", "- "]) func refusesVeryDeepDocuments(_ opening: String) throws {
        for depth in [21, 900, 100_000] {
            #expect(try faults(String(repeating: opening, count: depth)).count == 1)
        }
    }

    @Test func refusesVeryLongDocuments() throws {
        let text = "# " + String(repeating: "x", count: 4 << 20)
        #expect(try faults(text) == ["1: longer than 4 MB; divide it into several files"])
    }

    @Test func readsTextsThatHoldStars() throws {
        let text = Self.prompt.replacing("Breathe out slowly.", with: "Breathe *slowly*, *very* slowly, and *out*.")
        #expect(try faults(text) == [])
    }

    @Test func printsFileLineAndAdvice() {
        let fault = PlanFault(
            path: "Plans/caregiver/body.yaml", line: 12, message: "unknown key \"titel\"",
            suggestion: "did you mean \"title\"?")
        #expect(fault.description == "Plans/caregiver/body.yaml:12: unknown key \"titel\"; did you mean \"title\"?")
    }
}
