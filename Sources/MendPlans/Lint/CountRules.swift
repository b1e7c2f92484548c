import MendCore

/// L1: how many texts of each kind the shipped plan holds (CARE, section 3). Texts for a season do not count.
enum CountRules {
    static func warnings(_ decoded: DecodedPlan) -> [PlanFault] {
        var counter = Counter(places: decoded.places)
        let plan = decoded.plan
        prompts(plan.prompts.filter(\.season.isEmpty), &counter)
        reflections(plan.reflections, &counter)
        readings(plan.readings, &counter)
        words(plan.words, &counter)
        calm(plan.words.calm, &counter)
        for band in AgeBand.allCases.dropLast() {
            counter.exactly(2, "milestones from \(band.rawValue)", plan.milestones.filter { $0.from == band }.map(\.id))
        }
        counter.exactly(11, "safety texts", plan.words.safety.map(\.id))
        counter.exactly(12, "discreet titles", plan.discreetTitles.map(\.id))
        counter.atLeast(12, "cues", plan.words.cues.map(\.id))
        counter.atLeast(7, "check-in texts", plan.words.ahead.map(\.id))
        counter.exactly(3, "shelves", plan.shelves.map(\.id))
        counter.atLeast(6, "countries with contacts", plan.contacts.map(\.country))
        return counter.warnings
    }

    private static func prompts(_ prompts: [Prompt], _ counter: inout Counter) {
        for (theme, _) in Themes.own {
            let isLong = ["body", "noticing", "kindness", "story", "perspective", "repair"].contains(theme)
            counter.exactly(
                isLong ? 31 : 30, "caregiver prompts on \(theme)",
                prompts.filter { $0.voice == .own && $0.theme == theme }.map(\.id))
        }
        for (theme, _) in Themes.together {
            let ofTheme = prompts.filter { $0.voice == .together && $0.theme == theme }
            for band in AgeBand.allCases {
                let most = band == .infant || band == .adult ? 14 : 8
                counter.exactly(
                    most, "prompts on \(theme) for \(band.rawValue)", ofTheme.filter { $0.bands == [band] }.map(\.id))
            }
            for (younger, older) in zip(AgeBand.allCases, AgeBand.allCases.dropFirst()) {
                counter.exactly(
                    6, "prompts on \(theme) for \(younger.rawValue) and \(older.rawValue)",
                    ofTheme.filter { $0.bands == [younger, older] }.map(\.id))
            }
        }
        let short = prompts.filter { $0.minutes <= 2 }
        counter.atLeast((prompts.count * 6 + 9) / 10, "prompts of one or two minutes", short.map(\.id))
        counter.none("prompts longer than 5 minutes", prompts.filter { $0.minutes > 5 }.map(\.id))
    }

    private static func reflections(_ reflections: [Reflection], _ counter: inout Counter) {
        for tip in 1...7 {
            counter.atLeast(4, "reflections on tip \(tip)", reflections.filter { $0.tips == [tip] }.map(\.id))
        }
        for roadblock in Roadblock.allCases {
            counter.atLeast(
                3, "reflections on \(roadblock.rawValue)", reflections.filter { $0.roadblock == roadblock }.map(\.id))
        }
        for kind in Rupture.Kind.allCases {
            counter.atLeast(2, "reflections on \(kind.rawValue)", reflections.filter { $0.kind == kind }.map(\.id))
        }
        let looksBack = reflections.filter { $0.tips.isEmpty && $0.roadblock == nil && $0.kind == nil }
        counter.atLeast(4, "reflections that look back", looksBack.map(\.id))
        counter.exactly(53, "reflections", reflections.map(\.id))
        counter.none(
            "reflections without 3 or 4 questions",
            reflections.filter { !(3...4).contains($0.questions.count) }.map(\.id))
        counter.none("reflections of other than 10 minutes", reflections.filter { $0.minutes != 10 }.map(\.id))
    }

    private static func readings(_ readings: [Reading], _ counter: inout Counter) {
        counter.exactly(12, "readings", readings.map(\.id))
        counter.none(
            "readings that do not say what mend is not",
            readings.filter { !LintText.saysLimits(Tokens($0.text)) }.map(\.id))
        counter.none("readings of other than 5 minutes", readings.filter { $0.minutes != 5 }.map(\.id))
        counter.none("readings without two books", readings.filter { $0.shelf.count != 2 }.map(\.id))
        let lengths = readings.map { ($0.id, Tokens($0.text)) }.map { ($0.0, $0.1.count($0.1.words.indices)) }
        counter.none("readings of other than 500 to 800 words", lengths.filter { !(500...800).contains($0.1) }.map(\.0))
    }

    private static func words(_ words: RepairWords, _ counter: inout Counter) {
        scripts(words.scripts, &counter)
        // Those with a second key are for a special case and come on top.
        let leadIns = words.leadIns.filter { $0.keyCount <= 1 }
        for zone in FeelingZone.allCases {
            counter.exactly(
                3, "lead-ins for calm and \(zone.rawValue)",
                leadIns.filter { $0.rung == .calm && $0.zone == zone }.map(\.id))
        }
        for kind in Rupture.Kind.allCases {
            counter.exactly(
                3, "lead-ins for reflect and \(kind.rawValue)",
                leadIns.filter { $0.rung == .reflect && $0.kind == kind }.map(\.id))
        }
        for answer in Answer.allCases {
            let after = leadIns.filter { $0.rung == .tryAgain && $0.answer == answer && $0.frightened == nil }
            for number in 1...3 {
                counter.exactly(
                    2, "lead-ins for try-again \(number) after \(answer.rawValue)",
                    after.filter { $0.number == number }.map(\.id))
            }
            counter.exactly(
                3, "lead-ins for later try-agains after \(answer.rawValue)", after.filter { $0.keyCount == 0 }.map(\.id)
            )
        }
        counter.exactly(4, "lead-ins for rest", leadIns.filter { $0.rung == .rest && $0.keyCount == 0 }.map(\.id))
        for roadblock in Roadblock.allCases {
            counter.exactly(
                12, "questions on \(roadblock.rawValue)",
                words.roadblocks.filter { $0.roadblock == roadblock }.map(\.id))
        }
        for band in AgeBand.allCases {
            let name = band.rawValue
            counter.exactly(4, "replies for \(name)", words.replies.filter { $0.band == band }.map(\.id))
            counter.exactly(
                2, "lead-ins for reconnect and \(name)",
                leadIns.filter { $0.rung == .reconnect && $0.band == band }.map(\.id))
            let tools = words.tools.filter { $0.band == band }
            counter.exactly(12, "tools for \(name)", tools.map(\.id))
            counter.atLeast(4, "portable tools for \(name)", tools.filter(\.portable).map(\.id))
            for (zone, most) in zip(FeelingZone.allCases, [4, 6, 6]) {
                let signs = words.signs.filter { $0.band == band && $0.zone == zone }
                counter.exactly(most, "signs of \(zone.rawValue) for \(name)", signs.map(\.id))
                if zone == .red {
                    counter.atLeast(2, "quiet signs of red for \(name)", signs.filter(\.quiet).map(\.id))
                }
            }
        }
    }

    private static func scripts(_ scripts: [Script], _ counter: inout Counter) {
        let first = scripts.filter(\.isFirst)
        for band in AgeBand.allCases {
            let name = band.rawValue
            for kind in Rupture.Kind.allCases {
                counter.exactly(
                    3, "scripts for \(kind.rawValue) and \(name)",
                    first.filter { $0.kind == kind && $0.band == band }.map(\.id))
            }
            for answer in Answer.allCases {
                // Infants and toddlers are met again twice at most.
                for number in 1...(band < .preschool ? 2 : 3) {
                    counter.atLeast(
                        1, "scripts for \(name), try \(number), after \(answer.rawValue)",
                        scripts.filter { $0.band == band && $0.answer == answer && $0.number == number }.map(\.id))
                }
            }
            for occasion in Script.Occasion.allCases
            where band >= .preschool && (band < .adult || occasion != .theyHit) {
                counter.atLeast(
                    1, "scripts for \(name), \(occasion.rawValue)",
                    scripts.filter { $0.band == band && $0.occasion == occasion }.map(\.id))
            }
        }
    }

    private static func calm(_ calm: [CalmPractice], _ counter: inout Counter) {
        counter.exactly(14, "calm practices of 1 or 2 minutes", calm.filter { $0.minutes <= 2 }.map(\.id))
        counter.exactly(15, "calm practices of 3 to 5 minutes", calm.filter { (3...5).contains($0.minutes) }.map(\.id))
        counter.exactly(10, "calm practices of 10 minutes", calm.filter { $0.minutes == 10 }.map(\.id))
        counter.exactly(10, "calm practices of 20 minutes", calm.filter { $0.minutes == 20 }.map(\.id))
        counter.atLeast(14, "calm practices while minding a child", calm.filter(\.withChild).map(\.id))
        for way in CalmPractice.Way.allCases {
            counter.atLeast(6, "calm practices by \(way.rawValue)", calm.filter { $0.way == way }.map(\.id))
        }
    }
}

extension LeadIn {
    fileprivate var keyCount: Int {
        [kind != nil, band != nil, relation != nil, number != nil, zone != nil, frightened != nil].count { $0 }
    }
}

/// Counts against what is wanted; a warning stands at the last text that was counted.
private struct Counter {
    let places: [String: Place]
    var warnings: [PlanFault] = []

    mutating func exactly(_ wanted: Int, _ what: String, _ ids: [String]) {
        guard ids.count != wanted else { return }
        warn("\(ids.count) \(what)", "write \(wanted)", ids)
    }

    mutating func atLeast(_ wanted: Int, _ what: String, _ ids: [String]) {
        guard ids.count < wanted else { return }
        warn("\(ids.count) \(what)", "write \(wanted) or more", ids)
    }

    mutating func none(_ what: String, _ ids: [String]) {
        guard !ids.isEmpty else { return }
        warn("\(ids.count) \(what)", "change them", ids)
    }

    private mutating func warn(_ message: String, _ suggestion: String, _ ids: [String]) {
        let place = ids.last.flatMap { places[$0] }
        let anywhere = places.values.map(\.path).min() ?? "plan.yaml"
        warnings.append(
            PlanFault(
                path: place?.path ?? anywhere, line: place?.line ?? 1, rule: "L1", message: message,
                suggestion: suggestion, severity: .warning))
    }
}
