import MendCore
import Testing

@testable import MendPlans

/// The sections of a plan that are not lists.
@Suite struct SectionTests {
    @Test(arguments: [
        ("slots: {self: 25:61}", ["1: \"25:61\" is no time; write hours and minutes from 00:00 to 23:59, as in 07:30"]),
        ("slots: {self: 24:00}", ["1: \"24:00\" is no time; write hours and minutes from 00:00 to 23:59, as in 07:30"]),
        (
            "slots: {together: {days: [tues]}}",
            [
                "1: unknown days \"tues\"; did you mean \"tue\"? write one of mon, tue, wed, thu, fri, sat, sun"
            ]
        ),
        (
            "slots: {gentle: [rests]}",
            [
                "1: unknown theme \"rests\"; did you mean \"rest\"? write one of body, noticing, kindness, story, "
                    + "perspective, repair, rest, values, limits, support, joy, roadblocks"
            ]
        ),
        ("slots: {reflecton: {day: sun}}", ["1: unknown key \"reflecton\"; did you mean \"reflection\"?"]),
        (
            "slots:\n  reading: {day: someday}",
            [
                "2: unknown day \"someday\"; write one of mon, tue, wed, thu, fri, sat, sun"
            ]
        ),
        (
            "ladder:\n  after-calm: soon",
            [
                "2: \"soon\" is no duration; write 20 min or 4 h (24 h for a day)"
            ]
        ),
        (
            "ladder:\n  after-calm: 1 d",
            [
                "2: \"1 d\" is out of range; write 20 min or 4 h (24 h for a day)"
            ]
        ),
        ("ladder:\n  after-calm: {infants: 2 min}", ["2: unknown key \"infants\"; did you mean \"infant\"?"]),
        ("ladder:\n  minutes: {calm: 4 h}", ["2: minutes 240 is out of range; write a whole number from 1 to 180"]),
        ("ladder:\n  spacing: [4 h, 1 day]", ["2: \"1 day\" is no duration; write 20 min, 4 h or 1 d"]),
        ("ladder:\n  spacing: []", ["2: spacing holds 0 durations; write 1 to 100"]),
        ("ladder:\n  spacing: [1 min]", ["2: less than 10 min between two tries; write 10 min or more"]),
        ("ladder:\n  rest-after: 4 h", ["2: \"4 h\" is no number of days; write days as in 7 d"]),
        (
            "ladder:\n  roadblock-ahead: 2 min",
            [
                "2: roadblock-ahead is shorter than the roadblock itself; write at least 5 min"
            ]
        ),
        (
            "ladder:\n  limits: {kinds: {toxic: 800}}",
            ["2: toxic 800 is out of range; write a whole number from 0 to 100"]
        ),
        (
            "ladder:\n  limits:\n    bands: {infant: 4}",
            ["3: limits gives infant 4, more than toddler with 2; write infant: 2 or less"]
        ),
        (
            "ladder:\n  silence: {bands: {toddler: none}}",
            [
                "2: silence gives toddler none, more than preschool with 2; write toddler: 2 or less",
                "2: silence gives toddler none, more than its limit of 2; write toddler: 2 or less under silence, "
                    + "or a higher one under limits",
            ]
        ),
        (
            "ladder:\n  silence: {kinds: {toxic: 9}}",
            [
                "2: silence gives toxic 9, more than its limit of 8; write toxic: 8 or less under silence, "
                    + "or a higher one under limits"
            ]
        ),
        (
            "ladder:\n  limits: {kinds: {benign: 0}}",
            [
                "2: silence gives benign 1, more than its limit of 0; write benign: 0 under silence, "
                    + "or a higher one under limits"
            ]
        ),
        (
            "ladder:\n  hours: {rest: 24:30}",
            ["2: \"24:30\" is no time; write hours and minutes from 00:00 to 23:59, as in 07:30"]
        ),
        (
            "ladder:\n  hours: {reconnect: noon}",
            ["2: unknown reconnect \"noon\"; write one of midnight, after-sleep, good-time"]
        ),
        (
            "ladder:\n  search: {at-most: 30 d}", ["2: at-most 30 d is less than days 60 d; write at least 60 d"]
        ),
        (
            "ladder:\n  calm: {infant: {green: 5 min}}",
            [
                "2: missing key \"yellow\" in this calm; write yellow: 10 min",
                "2: missing key \"red\" in this calm; write red: 10 min",
            ]
        ),
        ("sleep: {teen: 22:00}", ["1: \"22:00\" is no window; write two times, as in 19:00-07:00, or none"]),
        (
            "sleep:\n  teen: 06:00-21:00",
            [
                "2: sleep of teen, 06:00-21:00, and the quiet hours 21:00-07:00 leave no 15 minutes; "
                    + "write a shorter window, or none"
            ]
        ),
        (
            "good-times: {teen: evening}",
            [
                "1: \"evening\" is no time; write hours and minutes from 00:00 to 23:59, as in 07:30"
            ]
        ),
        ("id: My plan", ["1: id \"My plan\" has the wrong shape; write id: my-plan"]),
        ("title: Plan {x}", ["1: {x} in title; leave it out: nothing is filled in here"]),
    ])
    func namesTheFaultOfASection(_ text: String, _ expected: [String]) throws {
        #expect(try Set(faults(text)) == Set(expected))
    }

    @Test func inheritsWhatItDoesNotSay() throws {
        let plan = try decode(
            """
            id: for-two
            slots:
              self: 21:15
              together: {days: []}
              gentle: [rest, body]
            ladder:
              after-calm: {adult: 1 h}
              spacing: [2 h, 3 d]
              limits: {kinds: {benign: 1}, bands: {preschool: 4}}
              silence: {bands: {preschool: 1}}
              hours: {rest: 19:15}
              space:
                longest: {adult: none}
            sleep: none
            good-times: 18:00
            """
        ).plan
        #expect(plan.id == "for-two")
        #expect(plan.title == "The plan that comes with mend")
        #expect(plan.slots.selfTime.description == "21:15")
        #expect(plan.slots.togetherDays == [])
        #expect(plan.slots.gentleThemes == ["rest", "body"])
        #expect(plan.slots.togetherTime.description == "16:00")
        #expect(AgeBand.allCases.map { plan.ladder.afterCalm[$0] } == [nil, 300, 600, 900, 900, 3600])
        #expect(plan.ladder.spacing == [.elapsed(7200), .days(3)])
        #expect(plan.ladder.limits.kinds == .init(benign: 1, oscillating: 5, limitSetting: 6, toxic: 8))
        #expect(AgeBand.allCases.map { plan.ladder.limits.bands[$0] } == [2, 2, 4, nil, nil, nil])
        #expect(AgeBand.allCases.map { plan.ladder.silence.bands[$0] } == [1, 1, 1, nil, nil, nil])
        #expect(plan.ladder.hours.rest.description == "19:15")
        #expect(plan.ladder.hours.afterSleep == 1800)
        #expect(AgeBand.allCases.map { plan.ladder.space.longest[$0] } == [nil, nil, nil, 21_600, 21_600, nil])
        #expect(AgeBand.allCases.allSatisfy { plan.sleep[$0] == nil })
        #expect(AgeBand.allCases.allSatisfy { plan.good[$0].description == "18:00" })
    }

    @Test func asksForEverySectionWhenThereIsNothingToInherit() {
        #expect {
            try PlanDecoder.plan(from: [Small.prompt])
        } throws: { error in
            (error as? PlanFaults)?.faults.map(\.message) == [
                "missing good-times of the plan", "missing id of the plan", "missing ladder of the plan",
                "missing phrases of the plan", "missing sleep of the plan", "missing slots of the plan",
                "missing title of the plan",
            ]
        }
    }

    @Test func refusesASectionInTwoFiles() throws {
        let documents = ["a.yaml", "b.yaml"].map { PlanDocument(path: $0, text: "# A plan\nid: two") }
        #expect {
            try PlanDecoder.plan(from: documents + [Small.prompt], base: Shipped.figures())
        } throws: { error in
            (error as? PlanFaults)?.description == "b.yaml:2: id is also at a.yaml:2; keep one of them"
        }
    }

    @Test func needsAPromptForTheCaregiver() throws {
        let document = PlanDocument(path: "a.yaml", text: "id: empty")
        #expect {
            try PlanDecoder.plan(from: [document], base: Shipped.figures())
        } throws: { error in
            (error as? PlanFaults)?.description
                == "a.yaml:1: no prompt for the caregiver alone; write at least one: prompts: with for: self, theme: rest"
        }
    }

    @Test func warnsOfAGoodTimeInSleep() throws {
        let warnings = try decode("good-times: {toddler: 19:30}").warnings.map(\.description)
        #expect(
            warnings.contains(
                "a.yaml:1: warning: the good time of toddler, 19:30, is in their sleep 19:00-07:00; "
                    + "write an earlier or a later one"))
    }

    @Test func warnsOfMissingWordsForHardMoments() throws {
        #expect(
            try decode("id: small").warnings.map(\.description) == [
                "a.yaml:1: warning: no lead-ins, scripts, calm, safety: reminders after a hard moment will say less; "
                    + "copy them from the shipped plan, or write your own"
            ])
    }
}
