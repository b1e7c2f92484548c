import MendCore

/// The texts that go with a rupture.
enum WordDecoding {
    /// What a script for a frightening moment vouches for (CARE: the fear is named, it was not their doing, feelings are allowed).
    static let graveFlags = ["fear-named", "not-your-doing", "feelings-allowed"]

    static func script(_ entry: inout Entry) -> Script? {
        let kind = entry.choice("kind", Rupture.Kind.self)
        let band = entry.choice("band", AgeBand.self)
        let id = entry.id(numbered("script", kind?.rawValue, band?.rawValue), .number)
        let reach = entry.fillable("reach")
        let own = entry.fillable("own")
        let turn = entry.fillable("turn")
        let tips = entry.ints("tips", 1...7, count: 1...7)
        for flag in graveFlags where entry.has(flag) {
            if entry.bool(flag) == false {
                entry.fault(entry.line(of: flag), "\(flag) is false", "say it in the words, then write \(flag): true")
            }
        }
        guard let kind, let band, let id, let reach, let own, let turn, let tips else { return nil }
        return Script(id: id, kind: kind, band: band, reach: reach, own: own, turn: turn, tips: tips)
    }

    static func reply(_ entry: inout Entry) -> Reply? {
        let band = entry.choice("band", AgeBand.self)
        let id = entry.id(numbered("reply", band?.rawValue), .number)
        let text = entry.fillable("text")
        guard let band, let id, let text else { return nil }
        return Reply(id: id, band: band, text: text)
    }

    static func leadIn(_ entry: inout Entry) -> LeadIn? {
        let rung = entry.choice("rung", Rung.self)
        let kind = entry.choiceIfAny("kind", Rupture.Kind.self)
        let band = entry.choiceIfAny("band", AgeBand.self)
        let relation = entry.choiceIfAny("relation", Person.Relation.self)
        let number = entry.has("number") ? entry.int("number", 1...100) : nil
        let zone = entry.choiceIfAny("zone", FeelingZone.self)
        let id = entry.id(numbered("lead", rung?.rawValue), .parts)
        let title = entry.text("title")
        let text = entry.fillable("text")
        guard let rung, let id, let title, let text else { return nil }
        return LeadIn(
            id: id, rung: rung, kind: kind, band: band, relation: relation, number: number, zone: zone, title: title,
            text: text)
    }

    static func roadblock(_ entry: inout Entry) -> RoadblockQuestion? {
        let roadblock = entry.choice("roadblock", Roadblock.self)
        let id = entry.id(numbered("roadblock", roadblock?.rawValue), .number)
        let question = entry.text("question")
        let followUp = entry.text("follow-up")
        guard let roadblock, let id, let question, let followUp else { return nil }
        return RoadblockQuestion(id: id, roadblock: roadblock, question: question, followUp: followUp)
    }

    private enum Near: String, CaseIterable {
        case alone
        case withChild = "with-child"
    }

    static func calm(_ entry: inout Entry) -> CalmPractice? {
        let id = entry.id("calm.")
        let title = entry.text("title")
        let text = entry.text("text")
        let minutes = entry.int("minutes", 1...60)
        let zones = entry.choices("zones", FeelingZone.self)
        let way = entry.choice("way", CalmPractice.Way.self)
        let near = entry.choice("near", Near.self)
        let caution = entry.textIfAny("caution")
        if let zones, zones.isEmpty {
            entry.fault(entry.line(of: "zones"), "zones is empty", "write one or more of \(FeelingZone.choices)")
        }
        guard let id, let title, let text, let minutes, let zones, let way, let near else { return nil }
        return CalmPractice(
            id: id, title: title, text: text, minutes: minutes, zones: zones, way: way, withChild: near == .withChild,
            caution: caution)
    }

    static func tool(_ entry: inout Entry) -> SafePlaceTool? {
        let band = entry.choice("band", AgeBand.self)
        let id = entry.id(numbered("place", band?.rawValue))
        let text = entry.text("text")
        let sense = entry.text("sense")
        let portable = entry.bool("portable")
        let caution = entry.textIfAny("caution")
        guard let band, let id, let text, let sense, let portable else { return nil }
        return SafePlaceTool(id: id, band: band, text: text, sense: sense, portable: portable, caution: caution)
    }

    static func sign(_ entry: inout Entry) -> Sign? {
        let band = entry.choice("band", AgeBand.self)
        let zone = entry.choice("zone", FeelingZone.self)
        let id = entry.id(numbered("sign", band?.rawValue, zone?.rawValue), .number)
        let text = entry.text("text")
        let quiet = entry.bool("quiet")
        guard let band, let zone, let id, let text, let quiet else { return nil }
        return Sign(id: id, band: band, zone: zone, text: text, quiet: quiet)
    }

    static func safety(_ entry: inout Entry) -> SafetyText? {
        let id = entry.id("safety.")
        let when = entry.choice("when", SafetyText.Occasion.self)
        let relation = entry.choice("relation", SafetyText.Audience.self)
        let contacts = entry.bool("contacts")
        let text = entry.text("text")
        guard let id, let when, let relation, let contacts, let text else { return nil }
        return SafetyText(id: id, when: when, relation: relation, contacts: contacts, text: text)
    }

    /// `script.toxic.teen.`; nil while a part is not known.
    private static func numbered(_ parts: String?...) -> String? {
        let known = parts.compactMap(\.self)
        return known.count == parts.count ? known.map { "\($0)." }.joined() : nil
    }
}
