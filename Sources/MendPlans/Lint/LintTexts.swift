import MendCore

/// Every text of a plan, in the order of the plan.
enum LintTexts {
    static func texts(of decoded: DecodedPlan) -> [LintText] {
        var collector = Collector(places: decoded.places)
        collector.days(decoded.plan)
        collector.words(decoded.plan.words)
        return collector.texts
    }
}

private struct Collector {
    let places: [String: Place]
    var texts: [LintText] = []

    private mutating func add(
        _ text: String?, _ field: LintText.Field, _ list: ListKey, _ id: String, key: String? = nil,
        bands: [AgeBand] = [], _ traits: Set<LintText.Trait> = [], isSecondForm: Bool = false
    ) {
        guard let text, let place = places[id] else { return }
        texts.append(
            LintText(
                text, field, list: list, id: id, place: place, key: key, bands: bands, traits: traits,
                isSecondForm: isSecondForm))
    }

    private mutating func add(
        _ text: FillableText, _ field: LintText.Field, _ list: ListKey, _ id: String, bands: [AgeBand] = [],
        _ traits: Set<LintText.Trait> = []
    ) {
        add(text.with, field, list, id, bands: bands, traits)
        add(text.without, field, list, id, bands: bands, traits, isSecondForm: text.with != nil)
    }

    mutating func days(_ plan: Plan) {
        for prompt in plan.prompts {
            var traits: Set<LintText.Trait> = [prompt.voice == .own ? .alone : .withOther]
            if prompt.theme == "roadblocks" { traits.insert(.roadblock) }
            add(prompt.title, .title, .prompts, prompt.id, bands: prompt.bands, traits)
            add(prompt.text, .text, .prompts, prompt.id, bands: prompt.bands, traits)
        }
        for reflection in plan.reflections {
            let traits: Set<LintText.Trait> = reflection.roadblock == nil ? [.alone] : [.alone, .roadblock]
            add(reflection.title, .title, .reflections, reflection.id, traits)
            add(reflection.intro, .intro, .reflections, reflection.id, traits)
            for question in reflection.questions {
                add(question, .question, .reflections, reflection.id, key: "questions", traits)
            }
        }
        for reading in plan.readings {
            let subjects = ["shame", "guilt", "childhood", "moving-on", "roadblock"]
            let traits: Set<LintText.Trait> =
                subjects.contains { reading.id.contains($0) } ? [.alone, .roadblock] : [.alone]
            add(reading.title, .title, .readings, reading.id, traits)
            add(reading.text, .text, .readings, reading.id, traits)
        }
        for milestone in plan.milestones {
            let bands = [milestone.from, milestone.to]
            add(milestone.title, .title, .milestones, milestone.id, bands: bands, [.withOther])
            add(milestone.text, .text, .milestones, milestone.id, bands: bands, [.withOther])
        }
        for practice in plan.practices {
            add(practice.title, .title, .practices, practice.id)
            add(practice.alone, .alone, .practices, practice.id, [.alone])
            add(practice.together, .together, .practices, practice.id, [.withOther])
        }
        for title in plan.discreetTitles {
            add(title.text, .title, .discreetTitles, title.id, key: "text")
        }
        for shelf in plan.shelves {
            add(shelf.title, .title, .shelves, shelf.id)
        }
    }

    mutating func words(_ words: RepairWords) {
        for leadIn in words.leadIns {
            let bands = leadIn.band.map { [$0] } ?? []
            var traits: Set<LintText.Trait> = leadIn.rung == .roadblock ? [.roadblock] : []
            if leadIn.answer == .silence { traits.insert(.silence) }
            add(leadIn.title, .title, .leadIns, leadIn.id, bands: bands, traits)
            add(leadIn.text, .text, .leadIns, leadIn.id, bands: bands, traits)
        }
        for script in words.scripts {
            var traits: Set<LintText.Trait> = script.kind == .toxic ? [.withOther, .toxic] : [.withOther]
            if script.occasion != nil { traits.insert(.actIsKnown) }
            let moves: [(FillableText?, LintText.Field)] = [
                (script.reach, .reach), (script.own, .own), (script.turn, .turn), (script.next, .next),
            ]
            for case (let move?, let field) in moves {
                add(move, field, .scripts, script.id, bands: [script.band], traits)
            }
        }
        for reply in words.replies {
            add(reply.text, .text, .replies, reply.id, bands: [reply.band], [.withOther])
        }
        for roadblock in words.roadblocks {
            add(roadblock.title, .title, .roadblocks, roadblock.id, [.alone, .roadblock])
            add(roadblock.question, .question, .roadblocks, roadblock.id, [.alone, .roadblock])
            add(roadblock.followUp, .followUp, .roadblocks, roadblock.id, [.alone, .roadblock])
        }
        for calm in words.calm {
            let traits: Set<LintText.Trait> = calm.withChild ? [.withChild] : [.alone]
            add(calm.title, .title, .calm, calm.id, traits)
            add(calm.text, .text, .calm, calm.id, traits)
            add(calm.caution, .caution, .calm, calm.id, traits)
        }
        for tool in words.tools {
            add(tool.text, .text, .tools, tool.id, bands: [tool.band], [.withOther])
            add(tool.caution, .caution, .tools, tool.id, bands: [tool.band], [.withOther])
        }
        for sign in words.signs {
            add(sign.text, .text, .signs, sign.id, bands: [sign.band])
        }
        for cue in words.cues {
            add(cue.title, .title, .cues, cue.id, bands: cue.bands, [.withOther])
            add(cue.picture, .picture, .cues, cue.id, bands: cue.bands, [.withOther])
            add(cue.says, .says, .cues, cue.id, bands: cue.bands, [.withOther])
            add(cue.text, .text, .cues, cue.id, bands: cue.bands, [.withOther])
        }
        for checkIn in words.ahead {
            add(checkIn.title, .title, .ahead, checkIn.id, [.withChild])
            add(checkIn.text, .text, .ahead, checkIn.id, [.withChild])
        }
        for safety in words.safety {
            add(safety.text, .text, .safety, safety.id, [.alone])
        }
    }
}
