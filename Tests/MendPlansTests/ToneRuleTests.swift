import MendCore
import Testing

@testable import MendPlans

/// The good and the bad texts of CARE.md, and some at the edge of a rule.
@Suite struct ToneRuleTests {
    private static let own = "I'm sorry I missed that."

    @Test(arguments: [
        Probe.own("Put both feet on the floor. Breathe out slower than in, three times. That is all for today."),
        .own("Think of a moment this week when heat rose. Where in your body did it start?"),
        .own("When you were small and a grown-up was cross, what did you learn to do? Only notice it."),
        .together(.infant, "Copy a sound your baby makes. Wait. See what comes back."),
        .together(.preschool, "Ask to see one thing they made. Say two things you see, and no advice."),
        .together(.teen, "Sit near them for five minutes with no questions. A snack helps."),
        .question("What brought us closer again this week?"),
        .question("When did I notice my yellow, and what came next?"),
        .question("What would I like to say that I have not said yet?"),
        .reading("A cup slips, a voice goes up, a small face closes. What comes after is still yours to choose."),
        .reading("You need not be calm before you knock. Steadier than you were is enough."),
        .reading("People who live together miss each other many times a day. Coming back is the skill."),
        .script(
            "benign", .toddler, "I came back.", "I'm sorry I didn't hear. You said mine.", "Let's find the blue cup."),
        .script(
            "limit-setting", .schoolAge, "Can I sit with you?",
            "I'm sorry for how I said it. The tablet still goes off at six.",
            "Show me where you got to with the bridge."),
        .script(
            "toxic", .teen, "I want to say something about last night. You need not answer.",
            "I'm sorry I scared you. That was frightening, and it was my doing, not yours. Being scared or angry makes "
                + "sense.",
            "When you feel like it, I would love to hear the song you were mixing."),
        .reply("Okay. I will be in the kitchen."),
        .reply("No is fine. I will ask again tomorrow."),
        .leadIn("Still open, no hurry. A smaller way may fit better: sit near, say less."),
        .roadblock("Whose voice did I hear in mine today?"),
        .roadblock("If nobody ever knew of this moment, what would I want to tell them?"),
        .roadblock("What is the smallest sign that it still stands between us?"),
        .calm("Run cool water over your wrists for half a minute. Count the last drops."),
        .calm("Push a wall with both hands, slowly, as if to move it. Let go. Five times."),
        .calmWithChild("If a baby is crying: on their back in the cot, door to, ten long breaths out, then look in."),
        .tool(.toddler, "A big soft cushion to squeeze, and a picture of a face blowing out."),
        .tool(.schoolAge, "A card in their hand: three things that help me."),
        .tool(.teen, "Headphones, a playlist they chose, a door sign with a time on it."),
        .sign(.infant, .yellow, "Looks away, arches the back"),
        .sign(.schoolAge, .red, "Goes silent and stares"),
        .sign(.adult, .yellow, "Jaw tight, answers short"),
        .milestone("They are one today. Arms still say most of it; now add two words."),
        .milestone("Three. Play it back with two toys: what happened, and how it ended well."),
        .milestone("Twelve. Ask before you talk. A note under the door counts."),
        .title("Take three slow breaths"),
        .title("Sit near, say nothing"),
        .title("Don't answer right away"),
        .title("Just say hi"),
        .silence("Try again: say one small line", "Did you two get to it? If you did, tell mend."),
        .safety("If you might hurt someone, step away and call one of these people now."),
        .safety("Some days are more than one person can carry. These people talk with caregivers every day."),
        .safety("mend helps with everyday cracks. It cannot tell whether a home is safe."),
        // Near a rule, and still fine.
        .own("Relax your jaw. Notice a badger, a scarf, the retreat of a wave."),
        .own("A light book, a puzzle, a song: let your head rest on one."),
        .own("At 7 a.m. the house is still. Sit in it for a minute. Nothing else."),
        .script("benign", .teen, "I am here. Do you want a hug?", own, "Come and sit, if you like."),
        .script("benign", .infant, "I am here.", "I was far off.", "Come, I hug you."),
        .together(.teen, "If they look close to tears, say: \"I need to calm down too.\""),
        .reading("mend is a reminder and a notebook. It is no therapy and no judge of safety."),
        .roadblock("What does shame want me to do right now?"),
        .calm("Smell something you love, a scent from a drawer, and breathe out."),
    ])
    func letsGoodTextsPass(_ probe: Probe) throws {
        let rules = try probe.rules()
        #expect(rules == [])
    }

    @Test(arguments: [
        (Probe.own("You should have more patience by now."), ["L7"]),
        (.own("Day 12 of calm, keep it up!"), ["L6", "L16"]),
        (.own("Breathing heals what they went through."), ["L17"]),
        (.together(.toddler, "Make him hug you before bed."), ["L11", "L13"]),
        (.together(.teen, "Book a day at the zoo."), ["L21"]),
        (.together(.teen, "Good kids share feelings. Ask why yours do not."), ["L7"]),
        (.question("Why did you lose it again?"), ["L19"]),
        (.question("Did you repair everything?"), ["L16", "L19"]),
        (.question("Are you a good parent?"), ["L7", "L19"]),
        (.reading("Science says calm parents raise winners."), ["L17"]),
        (.reading("As every mother knows, love is enough."), ["L13"]),
        (.reading("Your past has damaged how you love."), ["L15"]),
        (
            .script(
                "benign", .adult, "Can we talk?", "I'm sorry you got upset, but you weren't listening.", "Tell me."),
            ["L8"]
        ),
        (
            .script(
                "benign", .adult, "Can we talk?", "I'm sorry I spoke. Please forgive me. Say it's okay.", "Tell me."),
            ["L9"]
        ),
        (
            .script(
                "benign", .adult, "Can we talk?", "I'm sorry for the noise. I promise I will never shout again.",
                "Tell me."), ["L10"]
        ),
        (.reply("You never want to talk."), ["L18"]),
        (.leadIn("Third reminder: you still haven't made up."), ["L16"]),
        (.roadblock("Don't you feel guilty?"), ["L19"]),
        (.roadblock("Why can't you get over your childhood?"), ["L19"]),
        (.roadblock("What is wrong with a parent who always does this?"), ["L18"]),
        (.calm("Warm some lavender oil by the cot."), ["L22"]),
        (.calm("You have earned a glass of wine."), ["L21"]),
        (.tool(.toddler, "Tiny beads to sort."), ["L22"]),
        (.sign(.schoolAge, .red, "Being naughty"), ["L7"]),
        (.sign(.schoolAge, .red, "Attention-seeking"), ["L7"]),
        (.sign(.schoolAge, .red, "Depressed"), ["L15"]),
        (.milestone("The terrible twos are here, good luck!"), ["L6"]),
        (.milestone("They ought to control themselves now."), ["L7"]),
        (.milestone("Your little girl is gone."), ["L13"]),
        (.title("Repair with Ada after shouting"), ["L2"]),
        (.title("OVERDUE apology!"), ["L2", "L6", "L16"]),
        (.title("Frightening moment, try 4 of 8"), ["L2"]),
        (.safety("One sorry and all will be well."), ["L17"]),
        // One text for each rule that the table above does not break.
        (.title("Rest now"), []),
        (.title("Rest"), ["L2"]),
        (.title("Find a place where I rest"), ["L2"]),
        (.title("The dark outside"), ["L2"]),
        (.title("Find one small thing to be glad of"), ["L2"]),
        (.silence("A hello", "Did you two get to it?"), ["L2"]),
        (.silence("Try again: sit near and say one small line", "Did you two get to it?"), ["L2"]),
        (.silence("Try again: say hi", "They said no last time."), ["L28"]),
        (.silence("Try again: say hi", "It still stands there."), ["L28"]),
        (.own("One. Two. Three. Four."), ["L3"]),
        (.sign(.teen, .red, "Looks at the floor and says nothing at all for a very long while"), ["L3"]),
        (
            .own(
                "Put both feet on the floor and feel how it holds you while you breathe out slowly three times or "
                    + "more."), ["L4"]
        ),
        (.script("benign", .infant, "I am here now with you again.", own, "Come."), ["L4"]),
        (.script("benign", .infant, "Hello you. I am here.", own, "Come."), ["L4"]),
        (.own("Sit down… and wait."), ["L6"]),
        (.own("Look at the LAMP."), ["L6"]),
        (.own("Sit down \u{1F600} for a while."), ["L6"]),
        (.question("What helped? And who?"), ["L6"]),
        (.own("You feel shame."), ["L7"]),
        (.script("benign", .teen, "I am here.", "That was loud. It's on me, sorry for that.", "Come."), ["L8"]),
        (.script("benign", .teen, "I am here.", "I missed that.", "Come."), ["L8"]),
        (.script("benign", .teen, "I am here.", "I missed that, sorry.", "Come."), ["L8"]),
        (.script("benign", .infant, "I am here.", "I missed that.", "Come."), []),
        (.script("benign", .teen, "I am here.", "I'm sorry I yelled.", "Come."), ["L27"]),
        (.script("benign", .teen, "I am here.", "I'm sorry I [what I did].", "Come."), ["L27"]),
        (.own("Tell them what you [did]."), ["L27"]),
        (.own("Say to yourself: I can be slow."), ["L26"]),
        (.own("Do not go. It is late, and they are here. You are tired. I will wait."), ["L3", "L26"]),
        (.own("It's late, and they're here. You're tired, and it is raining. Don't go."), []),
        (.script("benign", .teen, "I am here.", own, "Are we okay?"), ["L9"]),
        (.script("benign", .teen, "I am here.", own, "Come, hug me."), ["L11"]),
        (.together(.toddler, "Tell them: stop crying."), ["L12"]),
        (.reply("Relax, it was nothing."), ["L12"]),
        (.own("She's asleep. His mothers' house is quiet."), ["L13"]),
        (.own("Say a prayer."), ["L14"]),
        (.reading("Therapy is a good place for it."), ["L15"]),
        (.own("Two streaks of light, three goals."), ["L16"]),
        (.own("Most, 70 % of moments."), ["L17"]),
        (.calmWithChild("Put a pillow in the cot."), ["L22"]),
        (.own("Light a candle."), ["L22"]),
        (.together(.preschool, "Share a scent you both like."), ["L22"]),
        (.script("toxic", .teen, "Want to play?", own, "Come."), ["L23"]),
        (.script("toxic", .teen, "Hello.", own, "Want to play?"), []),
        (.safety("Call 116123 now."), ["L24"]),
        (.own("As Gottman says, wait."), ["L25"]),
        (.own("What triggered you?"), ["words"]),
        (.own("Your favourite colour."), ["spelling"]),
    ])
    func findsTheRuleThatATextBreaks(_ probe: Probe, _ expected: [String]) throws {
        let rules = try probe.rules()
        #expect(rules == Set(expected))
    }

    @Test func tellsTheLineInsideABlock() throws {
        let decoded = try decode(
            """
            readings:
              - id: reading.01-x
                title: Come back soon
                minutes: 5
                tips: [3]
                text: |-
                  A cup slips.

                  She picks it up!
            """)
        #expect(
            PlanLint.findings(in: decoded).map(\.description) == [
                "a.yaml:9: warning: L13 \"she\" in text; write they",
                "a.yaml:9: warning: L6 ! in text; end with a full stop",
            ])
    }

    @Test func asksForWhomATryAgainIs() throws {
        let yaml = Probe.leadIn("Say hi.").yaml.replacing(", answer: refusal", with: "")
        #expect(
            try PlanLint.findings(in: decode(yaml)).map(\.description) == [
                "a.yaml:2: warning: L28 lead.try-again.3.1 fits every answer; write answer: refusal, partial or silence"
            ])
    }

    /// One is quiet about what it is for, and nobody in a moment that somebody else made owns it.
    @Test func letsAnotherScriptStandInForABlank() throws {
        let blank =
            "  - {id: script.benign.teen.1, kind: benign, band: teen, tips: [3], reach: Hey., own: \"I'm sorry I "
            + "[what I did].\", turn: Come on in.}"
        let plain =
            "  - {id: script.benign.teen.2, kind: benign, band: teen, tips: [3], reach: Got a minute?, own: \"I'm "
            + "sorry for how I spoke to you.\", turn: Tell me the rest.}"
        #expect(try PlanLint.findings(in: decode("scripts:\n\(blank)\n\(plain)")) == [])
        #expect(
            try PlanLint.findings(in: decode("scripts:\n\(blank)")).map(\.description) == [
                "a.yaml:2: warning: L27 script.benign.teen.1 has a blank, and no script beside it is without; "
                    + "write one more that is general, as in I'm sorry for how I spoke to you."
            ])
    }

    /// Two of three, and every one after a frightening moment.
    @Test func countsTheApologiesOfAKindAndBand() throws {
        func script(_ number: Int, _ own: String, _ kind: String) -> String {
            let words = ["Hey there.", "Got a minute?", "Is now okay with you?"][number - 1]
            return "  - {id: script.\(kind).teen.\(number), kind: \(kind), band: teen, tips: [3], reach: \"\(words)\", "
                + "own: \"\(own)\", turn: Tell me., fear-named: true, not-your-doing: true, feelings-allowed: true}"
        }
        func findings(_ kind: String) throws -> [String] {
            let scripts = ["I'm sorry I missed it.", "I'm sorry for that.", "I missed what you meant."].enumerated().map
            {
                script($0 + 1, $1, kind)
            }
            return try PlanLint.findings(in: decode("scripts:\n" + scripts.joined(separator: "\n"))).map(\.message)
        }
        #expect(try findings("benign") == [])
        #expect(try findings("toxic") == ["no sorry in script.toxic.teen.3"])
    }

    @Test(arguments: [
        (AgeBand.toddler, "And {excited-about}?", []), (.toddler, "Back to {excited-about}.", ["L4"]),
        (.preschool, "Tell me about {excited-about}.", []),
        (.preschool, "Please tell me about {excited-about}.", ["L4"]),
    ])
    func holdsABandsBoundsWhateverWasTyped(_ band: AgeBand, turn: String, expected: [String]) throws {
        let yaml = """
            scripts:
              - id: script.benign.\(band.rawValue).1
                kind: benign
                band: \(band.rawValue)
                reach: I came back.
                own: I'm sorry I missed it.
                turn: {with: "\(turn)", without: Show me.}
                tips: [3]
            """
        #expect(try PlanLint.findings(in: decode(yaml)).compactMap(\.rule) == expected)
    }

    @Test func makesFaultsOfWarningsWhenStrict() throws {
        let decoded = try decode(Probe.own("Buy a drum.").yaml)
        let found = PlanLint.findings(in: decoded, isStrict: true).map(\.description)
        #expect(found == ["a.yaml:2: L21 \"buy\" in text; name something free that every home has"])
    }

    @Test func asksForTheFlagsOfAGraveScript() throws {
        let yaml = Probe.script("toxic", .teen, "Hello.", Self.own, "Come.").yaml
        let decoded = try decode(yaml.replacing(", not-your-doing: true", with: ""))
        let found = PlanLint.findings(in: decoded).map(\.description)
        #expect(
            found == [
                "a.yaml:2: warning: L23 not-your-doing is not set; say it in the words, then write not-your-doing: true"
            ])
    }

    @Test func asksForContactsWithASafetyText() throws {
        let yaml = Probe.safety("Step away and call.").yaml.replacing("when: limits", with: "when: pattern")
            .replacing("contacts: true", with: "contacts: false")
        #expect(
            try PlanLint.findings(in: decode(yaml)).map(\.description) == [
                "a.yaml:2: warning: L23 no contacts with safety.x; write contacts: true"
            ])
    }

    @Test func wantsTheTipOfTheThemeFirst() throws {
        let decoded = try decode(Probe.own("Sit down.").yaml.replacing("tips: [1]", with: "tips: [2, 1]"))
        #expect(
            PlanLint.findings(in: decoded).map(\.description) == [
                "a.yaml:2: warning: L1 the first tip does not go with theme body; write 1 first"
            ])
    }
}
