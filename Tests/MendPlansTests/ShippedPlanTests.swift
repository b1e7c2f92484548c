import MendCore
import Testing

@testable import MendPlans

@Suite struct ShippedPlanTests {
    @Test func decodesWithoutFault() throws {
        let decoded = try PlanDecoder.plan(from: Shipped.documents())
        #expect(decoded.plan.id == "mend")
        #expect(decoded.plan.prompts.count > 300)
        #expect(decoded.warnings.map(\.description) == [])
    }

    /// At half past seven nobody has five minutes.
    @Test func asksLittleOfAMorning() throws {
        let prompts = try PlanDecoder.plan(from: Shipped.documents()).plan.prompts.filter { $0.voice == .own }
        #expect(prompts.count == 366)
        #expect(prompts.allSatisfy { $0.minutes <= 3 && $0.text.count <= 160 })
    }

    /// "Ten minutes without words (5 min)" would contradict itself. A bare "minute" may stand for a short while.
    @Test func noTitleContradictsItsMinutes() throws {
        let plan = try PlanDecoder.plan(from: Shipped.documents()).plan
        let practices = plan.words.calm.map { ($0.title, $0.minutes) }
        let leadIns = plan.words.leadIns.map { ($0.title, plan.ladder.minutes(of: $0.rung)) }
        let numbers = [
            "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
            "fifteen": 15, "twenty": 20, "thirty": 30,
        ]
        for (title, minutes) in plan.prompts.map({ ($0.title, $0.minutes) }) + practices + leadIns {
            guard let match = title.lowercased().firstMatch(of: /([a-z]+)(?:-| |(?: [a-z]+) )minutes?/),
                let number = numbers[String(match.1)]
            else { continue }
            #expect(number == minutes, "\(title)")
        }
    }

    @Test func holdsTheSlotsOfTheDesign() throws {
        let slots = try Shipped.figures().slots
        #expect(slots.selfTime.description == "07:30")
        #expect(slots.togetherTime.description == "16:00")
        #expect(slots.togetherWeekendTime.description == "10:00")
        #expect(slots.togetherDays == [.tuesday, .thursday, .saturday])
        #expect(slots.reflectionDay == .sunday)
        #expect(slots.reflectionTime.description == "19:30")
        #expect(slots.readingDay == .saturday)
        #expect(slots.readingTime.description == "09:00")
        #expect(slots.milestoneTime.description == "09:00")
        #expect(slots.gentleThemes == ["rest", "kindness", "body", "support"])
    }

    @Test func holdsTheLengthsOfTheRungs() throws {
        let minutes = try Shipped.figures().ladder.minutes
        #expect(minutes == .init(calm: 5, reflect: 5, reconnect: 15, tryAgain: 10, roadblock: 5, rest: 10))
    }

    @Test(arguments: [
        (AgeBand.infant, [5, 5, 10], Int?.none, 10, 0),
        (.toddler, [5, 10, 20], 5, 5, 10),
        (.preschool, [5, 10, 20], 10, 10, 20),
        (.schoolAge, [5, 10, 20], 15, 10, 60),
        (.teen, [5, 10, 20], 15, 10, 120),
        (.adult, [5, 10, 20], 15, 10, 60),
    ])
    func holdsTheMinutesOfABand(
        _ band: AgeBand, calm: [Int], afterCalm: Int?, afterReflect: Int, space: Int
    ) throws {
        let ladder = try Shipped.figures().ladder
        let delays = ladder.calm[band]
        #expect([delays.green, delays.yellow, delays.red] == calm.map { $0 * 60 })
        #expect(ladder.afterCalm[band] == afterCalm.map { $0 * 60 })
        #expect(ladder.afterReflect[band] == afterReflect * 60)
        #expect(ladder.space.base[band] == space * 60)
    }

    @Test func holdsTheSpaceOfTheDesign() throws {
        let space = try Shipped.figures().ladder.space
        #expect(space.doubledWhenRed == [.schoolAge, .teen, .adult])
        #expect(space.doubledWhenOscillating == [.teen, .adult])
        #expect(AgeBand.allCases.map { space.longest[$0] } == [nil, nil, nil, 21_600, 21_600, 86_400])
        #expect(space.waivedBeforeSleep == [.infant, .toddler, .preschool, .schoolAge])
    }

    @Test func holdsTheTriesOfTheDesign() throws {
        let ladder = try Shipped.figures().ladder
        #expect(ladder.withoutReflect == 300)
        #expect(ladder.smallKinds == [.benign])
        #expect(ladder.spacing == [.days(1), .days(2), .days(4), .days(7)])
        #expect(ladder.limits.kinds == .init(benign: 3, oscillating: 5, limitSetting: 6, toxic: 8))
        #expect(AgeBand.allCases.map { ladder.limits.bands[$0] } == [2, 2, 3, nil, nil, nil])
        #expect(ladder.silence.kinds == .init(benign: 1, oscillating: 2, limitSetting: 2, toxic: 3))
        #expect(AgeBand.allCases.map { ladder.silence.bands[$0] } == [1, 1, 2, nil, nil, nil])
        #expect(ladder.roadblocksBefore == [2, 4, 6, 8])
        #expect(ladder.roadblockAhead == 3600)
        #expect(ladder.restAfterDays == 7)
        #expect(
            ladder.refusal == .init(atLeast: 3600, spaces: 2, atMostDays: 7, onlyDelays: [.schoolAge, .teen, .adult]))
        #expect(ladder.partialDays == 1)
        #expect(ladder.redHold.checkIn == 1200)
        #expect(AgeBand.allCases.map { ladder.redHold.rupture[$0] } == [600, 1200, 1200, 1200, 1200, 1200])
        #expect(
            AgeBand.allCases.map { ladder.hours.reconnect[$0] }
                == [.midnight, .afterSleep, .afterSleep, .goodTime, .goodTime, .goodTime])
        #expect(ladder.hours.afterSleep == 1800)
        #expect(ladder.hours.rest.description == "20:00")
        #expect(ladder.search == .init(days: 60, atMost: 366))
    }

    @Test func holdsSleepAndGoodTimesOfTheDesign() throws {
        let plan = try Shipped.figures()
        #expect(
            AgeBand.allCases.map { plan.sleep[$0]?.description ?? "none" }
                == ["none", "19:00-07:00", "19:00-07:00", "20:30-07:00", "22:00-07:00", "none"])
        #expect(
            AgeBand.allCases.map { plan.good[$0].description }
                == ["10:00", "17:00", "17:00", "17:30", "20:00", "20:30"])
    }
}
