import MendText
import Testing

@testable import MendServer

/// The templates hold marks and places, and no word of any language.
@Suite struct TemplateLabelTests {
    private static let templates = Templates.all.map {
        (name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self))
    }

    /// The names in `{{t.…}}` of all templates, or those behind another letter.
    private static func names(_ letter: String) -> Set<String> {
        Set(
            templates.flatMap { template in
                template.text.split(separator: "{{\(letter).", omittingEmptySubsequences: false).dropFirst()
                    .map { String($0.prefix { $0 != "}" }) }
            })
    }

    @Test func everyLabelOfATemplateIsOneOfTheCatalogueAndTheOtherWayRound() {
        #expect(Self.names("t").symmetricDifference(PageLabel.allCases.map(\.rawValue)) == [])
    }

    @Test func everyConstantStandsInATemplateAndTheOtherWayRound() {
        #expect(Self.names("c").symmetricDifference(PageConstant.allCases.map(\.rawValue)) == [])
    }

    @Test(arguments: Templates.all.map { $0.name })
    func holdsNoWord(_ name: String) throws {
        let template = try #require(Self.templates.first { $0.name == name }).text
        let marks = template.replacing(/\{\{\{?[^}]*\}?\}\}/, with: "")
        #expect(ReadableText.of(html: marks).filter { $0.contains(where: \.isLetter) } == [])
    }

    /// The brackets of a template's own would end or begin there.
    @Test func noLabelHoldsAMarkOfATemplate() {
        for label in PageLabel.allCases { #expect(!label.english.contains("{") && !label.english.contains("}")) }
    }

    @Test func refusesALabelThatThereIsNot() {
        #expect(throws: LabelledTemplate.UnknownLabel.self) {
            _ = try LabelledTemplate.text("<p>{{t.sign-out}}, {{t.no-such-label}}</p>", catalogue: Catalogue(.english))
        }
    }

    @Test func putsLabelsInTheirPlaces() throws {
        let template = "<p title=\"{{t.sign-out}}\">{{t.note}} {{c.init}} {{name}}</p>{{>foot}}"
        #expect(
            try LabelledTemplate.text(template, catalogue: Catalogue(.english))
                == "<p title=\"Sign out\">A note for you mend init {{name}}</p>{{>foot}}")
        #expect(
            try LabelledTemplate.text("{{t.note}}", catalogue: Catalogue(.bracketed)) == "⟦A note for you⟧")
    }
}
