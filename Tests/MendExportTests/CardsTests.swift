import MendCore
import MendText
import Testing

@testable import MendExport

/// The cards as a document; `Tests/Browser` prints them with a real browser.
@Suite struct CardsTests {
    private static func page(place: SafePlace? = nil, born: String = "2021-10-03") throws -> String {
        var (history, plan) = try (TestData.history(), TestData.plan())
        history.people = [
            Person(id: "ada", name: "Ada <3", relation: .child, born: try #require(LocalDay(born)))
        ]
        history.places = [place].compactMap(\.self)
        plan.words.signs = [
            Sign(id: "sign.preschool.red.1", band: .preschool, zone: .red, text: "Kicks & throws", quiet: false)
        ]
        plan.words.tools = [
            SafePlaceTool(
                id: "place.preschool.floor-pillow", band: .preschool, text: "A big floor pillow for them",
                card: "Squeeze the pillow", sense: "touch",
                portable: false, caution: nil)
        ]
        plan.words.cues = [
            VisualCue(
                id: "cue.stop-hand", bands: [.preschool], title: "Hold up the stop hand", picture: "A hand",
                says: "Stop",
                text: "Either of you & me can hold it up.")
        ]
        plan.words.scripts = [
            script(.benign, "I missed that."), script(.toxic, "I frightened you."),
        ]
        return String(
            decoding: CardsDocument(
                history: history, plan: plan, only: history.people[0], today: try #require(LocalDay("2026-01-05")),
                in: .english
            ).bytes(), as: UTF8.self)
    }

    private static func script(_ kind: Rupture.Kind, _ own: String) -> Script {
        Script(
            id: "script.\(kind.rawValue).preschool.1", kind: kind, band: .preschool, reach: FillableText("Hi."),
            own: FillableText(own), tips: [1])
    }

    @Test func isOneFileWithoutScriptOrAnythingFromElsewhere() throws {
        let page = try Self.page()
        for mark in ["<script", "<link", "<img", "url(", "@import", "src=", "http:", "https:"] {
            #expect(!page.contains(mark), "\(mark)")
        }
        #expect(page.contains("@page { margin: 10mm; }"))
    }

    @Test func escapesWhatAFamilyTyped() throws {
        let page = try Self.page(
            place: SafePlace(id: "s1", with: "ada", name: "<i>den</i>", tools: ["<b>box</b> & \"drum\""]))
        #expect(page.contains("&lt;b&gt;box&lt;/b&gt; &amp; &quot;drum&quot;"))
        #expect(page.contains("<p class=\"name\">&lt;i&gt;den&lt;/i&gt;</p>"))
        #expect(page.contains("For Ada &lt;3") && page.contains("Either of you &amp; me can hold it up."))
        #expect(!page.contains("<b>") && !page.contains("<i>"))
    }

    @Test func theirOwnToolsStandInPlaceOfThePlans() throws {
        #expect(try Self.page().contains("Squeeze the pillow"))
        let own = try Self.page(place: SafePlace(id: "s1", with: "ada", tools: ["The blue blanket"]))
        #expect(own.contains("The blue blanket") && !own.contains("Squeeze the pillow"))
    }

    /// A card hangs where its owner reads it: nobody is "they" there.
    @Test func aToolStandsInItsOwnersWords() throws {
        #expect(!(try Self.page().contains("for them")))
        let chosen = try Self.page(place: SafePlace(id: "s1", with: "ada", tools: ["A big floor pillow for them"]))
        #expect(chosen.contains("<p class=\"names\">Squeeze the pillow</p>"))
    }

    @Test func whatIsMoreThanSixGoesOnAnotherPage() throws {
        let page = try Self.page(place: SafePlace(id: "s1", with: "ada", tools: (1...7).map { "Tool \($0)" }))
        #expect(page.contains("Tool 7"))
        #expect(page.components(separatedBy: "<section class=\"page place\">").count - 1 == 2)
    }

    /// What somebody may have done belongs on no wall; red can be quiet.
    @Test func aZoneIsToldFromWithin() throws {
        let page = try Self.page()
        #expect(page.contains("<li>It&#39;s all too much</li><li>I may yell, or go very quiet</li>"))
        #expect(!page.contains("Kicks"))
    }

    @Test func aCueSaysHowItIsUsed() throws {
        #expect(try Self.page().contains("<p class=\"says\">Stop</p><p class=\"how\">Either of you"))
    }

    /// An app on a phone's first screen has neither a way back nor a menu.
    @Test func onThePageItLeadsBackAndPrints() throws {
        let (history, plan) = try (TestData.history(), TestData.plan())
        let cards = CardsDocument(
            history: history, plan: plan, only: nil, today: try #require(LocalDay("2026-01-05")), in: .english)
        let page = String(decoding: cards.bytes(backTo: "/print"), as: UTF8.self)
        #expect(page.contains("<a href=\"/print\">Back</a><button type=\"button\" hidden>Print</button>"))
        #expect(page.contains("style-src 'unsafe-inline'; script-src \(CardsDocument.scriptSource)\">"))
        #expect(page.components(separatedBy: "<script>").count - 1 == 1)
    }

    /// What frightened somebody belongs on no wall.
    @Test func showsEverydayWordsAlone() throws {
        let page = try Self.page()
        #expect(page.contains("I missed that.") && !page.contains("I frightened you."))
    }

    @Test func everySheetIsASectionOfItsOwn() throws {
        // Thermometer, Safe Place, pictures, words, what helps me.
        #expect(try Self.page().components(separatedBy: "<section class=\"page ").count - 1 == 5)
    }

    @Test(arguments: ["place.preschool.floor-pillow", "place.toddler.no-such-one"])
    func everyToolHasADrawing(_ id: String) {
        #expect(CardDrawing.tool(id, sense: "touch").svg.contains("<path"))
    }
}
