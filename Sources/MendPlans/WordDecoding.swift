import MendCore

/// The texts that go with a rupture.
enum WordDecoding {
    /// What a script for a frightening moment vouches for (CARE: the fear is named, it was not their doing, feelings are allowed).
    static let graveFlags = ["fear-named", "not-your-doing", "feelings-allowed"]

    /// A script for a kind; or for a moment that the journal does not know (`when`), or after an `answer`, and then for
    /// every kind if it names none.
    static func script(_ entry: inout Entry) -> Script? {
        let occasion = entry.choiceIfAny("when", Script.Occasion.self)
        let answer = entry.choiceIfAny("answer", Answer.self)
        let needsNoKind = entry.has("when") || entry.has("answer")
        let kind =
            needsNoKind
            ? entry.choiceIfAny("kind", Rupture.Kind.self) : entry.choice("kind", Rupture.Kind.self)
        let band = entry.choice("band", AgeBand.self)
        let frightened = frightened(&entry, kind: kind)
        let number = entry.has("number") ? entry.int("number", 1...100) : nil
        var about: String?
        if needsNoKind || kind != nil {
            let parts = [
                kind?.rawValue, frightened == .me ? nil : frightened?.rawValue, occasion?.rawValue, answer?.rawValue,
            ]
            about = parts.compactMap(\.self).joined(separator: "-")
        }
        let id = entry.id(numbered("script", about, band?.rawValue), .number)
        let reach = entry.fillable("reach")
        // Said at length once; and only of what the caregiver did.
        let isFirst = !needsNoKind && (frightened ?? .me) == .me
        let own = isFirst || entry.has("own") ? entry.fillable("own") : nil
        let turn = isFirst || entry.has("turn") ? entry.fillable("turn") : nil
        let next = entry.has("next") ? entry.fillable("next") : nil
        let tips = entry.ints("tips", 1...7, count: 1...7)
        if let frightened, frightened != .me, entry.has("own") {
            entry.fault(
                entry.line(of: "own"), "own in a script where the caregiver frightened nobody",
                "leave own out: they have nothing to own here")
        }
        for flag in graveFlags where entry.has(flag) {
            if entry.bool(flag) == false {
                entry.fault(entry.line(of: flag), "\(flag) is false", "say it in the words, then write \(flag): true")
            }
        }
        guard needsNoKind || kind != nil, let band, let id, let reach, let tips, !isFirst || own != nil && turn != nil
        else { return nil }
        return Script(
            id: id, kind: kind, band: band, frightened: frightened, occasion: occasion, answer: answer, number: number,
            reach: reach, own: own, turn: turn, next: next, tips: tips)
    }

    /// Who frightened whom: only where something was frightening.
    private static func frightened(_ entry: inout Entry, kind: Rupture.Kind?) -> Rupture.Frightened? {
        let frightened = entry.choiceIfAny("frightened", Rupture.Frightened.self)
        if frightened != nil, let kind, kind != .toxic {
            entry.fault(
                entry.line(of: "frightened"), "frightened with kind \(kind.rawValue)",
                "write kind: toxic, or leave frightened out")
        }
        return frightened
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
        let answer = entry.choiceIfAny("answer", Answer.self)
        let frightened = frightened(&entry, kind: kind)
        if let rung, rung != .tryAgain, entry.has("answer") {
            entry.fault(
                entry.line(of: "answer"), "answer with rung \(rung.rawValue)",
                "leave answer out: only a try-again follows one")
        }
        let id = entry.id(numbered("lead", rung?.rawValue), .parts)
        let title = entry.text("title")
        let text = entry.fillable("text")
        guard let rung, let id, let title, let text else { return nil }
        return LeadIn(
            id: id, rung: rung, kind: kind, band: band, relation: relation, number: number, zone: zone,
            answer: answer, frightened: frightened, title: title, text: text)
    }

    static func roadblock(_ entry: inout Entry) -> RoadblockQuestion? {
        let roadblock = entry.choice("roadblock", Roadblock.self)
        let id = entry.id(numbered("roadblock", roadblock?.rawValue), .number)
        let title = entry.textIfAny("title")
        let question = entry.text("question")
        let followUp = entry.text("follow-up")
        guard let roadblock, let id, let question, let followUp else { return nil }
        return RoadblockQuestion(
            id: id, roadblock: roadblock, title: title, question: question, followUp: followUp)
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
        let bands = entry.has("bands") ? entry.choices("bands", AgeBand.self) : []
        let caution = entry.textIfAny("caution")
        if let zones, zones.isEmpty {
            entry.fault(entry.line(of: "zones"), "zones is empty", "write one or more of \(FeelingZone.choices)")
        }
        guard let id, let title, let text, let minutes, let zones, let way, let near, let bands
        else { return nil }
        return CalmPractice(
            id: id, title: title, text: text, minutes: minutes, zones: zones, way: way, withChild: near == .withChild,
            bands: bands, caution: caution)
    }

    static func tool(_ entry: inout Entry) -> SafePlaceTool? {
        let band = entry.choice("band", AgeBand.self)
        let id = entry.id(numbered("place", band?.rawValue))
        let text = entry.text("text")
        let sense = entry.text("sense")
        let portable = entry.bool("portable")
        let card = entry.textIfAny("card")
        let caution = entry.textIfAny("caution")
        guard let band, let id, let text, let sense, let portable else { return nil }
        return SafePlaceTool(
            id: id, band: band, text: text, card: card, sense: sense, portable: portable, caution: caution)
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

    static func cue(_ entry: inout Entry) -> VisualCue? {
        let id = entry.id("cue.")
        let bands = entry.choices("bands", AgeBand.self)
        let title = entry.text("title")
        let picture = entry.text("picture")
        let says = entry.text("says")
        let text = entry.text("text")
        guard let id, let bands, let title, let picture, let says, let text else { return nil }
        return VisualCue(id: id, bands: bands, title: title, picture: picture, says: says, text: text)
    }

    static func ahead(_ entry: inout Entry) -> CheckInText? {
        let id = entry.id("ahead.")
        let title = entry.text("title")
        let text = entry.text("text")
        guard let id, let title, let text else { return nil }
        return CheckInText(id: id, title: title, text: text)
    }

    static func safety(_ entry: inout Entry) -> SafetyText? {
        let id = entry.id("safety.")
        let when = entry.choice("when", SafetyText.Occasion.self)
        let relation = entry.choice("relation", SafetyText.Audience.self)
        let frightened = entry.choiceIfAny("frightened", Rupture.Frightened.self)
        if let when, when != .frightening, frightened != nil {
            entry.fault(
                entry.line(of: "frightened"), "frightened with when \(when.rawValue)",
                "write when: frightening, or leave frightened out")
        }
        let contacts = entry.bool("contacts")
        let text = entry.text("text")
        guard let id, let when, let relation, let contacts, let text else { return nil }
        return SafetyText(
            id: id, when: when, relation: relation, frightened: frightened, contacts: contacts, text: text)
    }

    /// `script.toxic.teen.`; nil while a part is not known.
    private static func numbered(_ parts: String?...) -> String? {
        let known = parts.compactMap(\.self)
        return known.count == parts.count ? known.map { "\($0)." }.joined() : nil
    }
}
