import MendCore
import MendText

/// The pages of one person, or of the caregiver.
struct CardPages {
    let history: History
    let plan: Plan
    let today: LocalDay
    let catalogue: Catalogue

    /// In the order in which they are hung up.
    /// - Parameter person: nil: the caregiver.
    func all(_ person: Person?) -> [String] {
        let band = person?.band(on: today) ?? .adult
        let own = history.place(of: person?.id)
        // Nobody goes there alone before they can walk.
        let hasPlace = own != nil || (person != nil && band != .infant)
        return [thermometer(person, band)] + (hasPlace ? places(person, band, own) : [])
            + [
                pictures(person, band),
                words(person, band),
                band < .preschool || person == nil ? nil : helps(person, band),
                person == nil ? fan() : nil,
            ].compactMap(\.self)
    }

    private func text(_ phrase: some Phrase) -> String { CardHTML.text(catalogue.text(phrase)) }

    private func title(_ phrase: CardPhrase, _ person: Person?) -> String {
        text(phrase) + " · " + text(person.map { CardPhrase.pagesFor($0.name) } ?? .pagesForYou)
    }

    /// Those who cannot read yet get drawings, and few words for whoever reads to them.
    private func isLittle(_ band: AgeBand) -> Bool { band == .toddler || band == .preschool }

    // MARK: Thermometer

    private func thermometer(_ person: Person?, _ band: AgeBand) -> String {
        let zones = FeelingZone.allCases.reversed().map { zone in
            let shown = signs(zone, band).map { "<li>\(CardHTML.text($0))</li>" }.joined()
            return """
                <div class="zone \(zone.rawValue)"><div class="stop">\(Self.face(zone).svg)<strong>\(text(CardPhrase.zone(zone)))</strong></div>
                <div class="signs"><ul>\(shown)</ul><p class="ours">\(text(CardPhrase.ourSigns))</p>\(CardHTML.blanks(2))</div></div>
                """
        }
        return CardHTML.page(
            "thermometer", title: title(.thermometer, person),
            "<div class=\"scale\">\(CardDrawing.tube)\(zones.joined(separator: "\n"))</div>")
    }

    /// How it feels from within, as whoever it hangs there for would say it. Of a baby it is what others see.
    private func signs(_ zone: FeelingZone, _ band: AgeBand) -> [String] {
        guard band == .infant else {
            return (0..<(isLittle(band) ? 2 : 3)).map { catalogue.text(CardPhrase.feels(zone, band, number: $0)) }
        }
        let signs = plan.words.signs.filter { $0.band == band && $0.zone == zone }
        // Red can be quiet.
        let quiet = signs.filter(\.quiet).prefix(1)
        return (signs.filter { !$0.quiet }.prefix(3 - quiet.count) + quiet).map(\.text)
    }

    static func face(_ zone: FeelingZone) -> CardDrawing {
        switch zone {
        case .green: .calm
        case .yellow: .rising
        case .red: .flooded
        }
    }

    // MARK: Safe Place

    /// Six cards a page: the tools, and frames for what is missing.
    private func places(_ person: Person?, _ band: AgeBand, _ own: SafePlace?) -> [String] {
        let tools = plan.tools(of: own, band: band)
        // Where nothing was chosen yet, there is room to choose.
        let shown = own?.tools.isEmpty ?? true ? Array(tools.prefix(Self.ideas)) : tools
        return stride(from: 0, to: max(shown.count, 1), by: Self.places).map { first in
            place(person, own, Array(shown.dropFirst(first).prefix(Self.places)))
        }
    }

    private func place(_ person: Person?, _ own: SafePlace?, _ tools: [PlacedTool]) -> String {
        var cards = tools.map { tool in
            CardHTML.card(
                "tool",
                "<div class=\"art\">\(CardDrawing.tool(tool.id, sense: tool.sense).svg)</div>"
                    + "<p class=\"names\(tool.card.count > Self.short ? " long" : "")\">\(CardHTML.text(tool.card))</p>"
            )
        }
        while cards.count < Self.places {
            cards.append(
                CardHTML.card("tool", "<div class=\"art\">\(CardDrawing.ownDrawing.svg)</div>\(CardHTML.blanks(1))"))
        }
        let name = text(own?.name.map { PlacePhrase.name($0) } ?? PlacePhrase.name(nil))
        return CardHTML.page(
            "place", title: title(.myPlace, person),
            "<p class=\"name\">\(name)</p><p class=\"rule\">\(text(CardPhrase.goingThereIsFree))</p>"
                + "<div class=\"grid n6\">\(cards.joined())</div>")
    }

    private static let places = 6
    private static let ideas = 4
    /// How many characters stand under a drawing in large type.
    private static let short = 60

    // MARK: Pictures

    /// Nil where the band has none.
    private func pictures(_ person: Person?, _ band: AgeBand) -> String? {
        // The thermometer has a page of its own.
        let cues = plan.words.cues.filter { $0.bands.contains(band) && $0.id != "cue.thermometer" }
        guard !cues.isEmpty, person != nil else { return nil }
        let shown = cues.prefix(Self.places)
        let cards = shown.map { cue in
            let art =
                cue.id == "cue.face-strip" ? faces : "<div class=\"art\">\(CardDrawing.cue(cue.id).svg)</div>"
            return CardHTML.card(
                "cue",
                "\(art)<p class=\"says\">\(CardHTML.text(cue.says))</p><p class=\"how\">\(CardHTML.text(cue.text))</p>")
        }
        return CardHTML.page(
            "pictures", title: title(.pictures, person),
            "<div class=\"grid n\(shown.count)\">\(cards.joined())</div>")
    }

    private var faces: String {
        let all: [(CardDrawing, CardPhrase.Face)] = [(.glad, .glad), (.sad, .sad), (.mad, .mad), (.scared, .scared)]
        return "<div class=\"faces\">" + all.map { "<div>\($0.0.svg)\(text(CardPhrase.face($0.1)))</div>" }.joined()
            + "</div>"
    }

    // MARK: Words

    /// Words for the three everyday kinds, and a card to fill in. What frightened somebody belongs on no wall.
    private func words(_ person: Person?, _ band: AgeBand) -> String? {
        guard person != nil else { return nil }
        let cards = Rupture.Kind.allCases.filter { !$0.isFrightening }.compactMap { kind -> String? in
            let scripts = plan.words.scripts.filter {
                $0.kind == kind && $0.band == band && $0.occasion == nil && $0.answer == nil && $0.number == nil
            }
            // One without blanks reads better from a wall.
            guard let script = scripts.first(where: { !Self.lines(of: $0).joined().contains("[") }) ?? scripts.first
            else {
                return nil
            }
            let said = Self.lines(of: script)
            let lines = said.map { "<p class=\"said\">\(CardHTML.text($0))</p>" }.joined()
            // As large as the card holds.
            let size =
                switch said.joined().count {
                case ...150: ""
                case ...200: " longer"
                default: " long"
                }
            return CardHTML.card("say\(size)", "<h3>\(text(CardPhrase.after(kind)))</h3>\(lines)")
        }
        guard !cards.isEmpty else { return nil }
        let own = CardHTML.card("say", "<h3>\(text(CardPhrase.makeThemYours))</h3>\(CardHTML.blanks(8))")
        return CardHTML.page(
            "words", title: title(.wordsToSay, person), "<div class=\"grid n4\">\((cards + [own]).joined())</div>")
    }

    private static func lines(of script: Script) -> [String] {
        [script.reach, script.own, script.turn, script.next].compactMap { $0?.without }
    }

    // MARK: What helps me

    private func helps(_ person: Person?, _ band: AgeBand) -> String {
        let boxes = FeelingZone.allCases.map { zone in
            "<div class=\"box\">\(Self.face(zone).svg)<strong>\(text(CardPhrase.helps(zone)))</strong></div>"
        }
        return CardHTML.page(
            "helps", title: title(.whatHelpsMe, person),
            "<p class=\"line\">\(text(CardPhrase.name)) \(CardHTML.blanks(1))</p><div class=\"boxes\">\(boxes.joined())</div>"
        )
    }

    // MARK: Ways to settle

    private func fan() -> String? {
        // One of each way first, so that the fan has something for everybody.
        let short = plan.words.practices(in: .red, with: .adult, upTo: 2)
        var ways: Set<CalmPractice.Way> = []
        let first = short.filter { ways.insert($0.way).inserted }
        let chosen = (first + short.filter { !first.contains($0) }).prefix(Self.strips)
        guard !chosen.isEmpty else { return nil }
        let strips = chosen.map { practice in
            "<div class=\"strip\"><span class=\"hole\">\(CardDrawing.hole)</span>\(CardDrawing.practice(practice.id, practice.way).svg)<div>"
                + "<h3>\(CardHTML.text(practice.title))</h3><p>\(CardHTML.text(practice.text))</p></div></div>"
        }
        return CardHTML.page(
            "fan", title: text(CardPhrase.fan) + " · " + text(CardPhrase.howToFan),
            "<div class=\"strips\">\(strips.joined())</div>")
    }

    private static let strips = 6
}
