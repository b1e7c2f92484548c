import ArgumentParser
import MendCore
import MendExport
import MendText

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why an item stands where it stands.",
        discussion: """
            With a rupture's id it is about the item that comes next; other ids stand in `mend agenda --format json`.

            EXAMPLES
              mend explain r1
              mend explain r1.try-again.2
            """)

    @OptionGroup var common: Common
    @Argument(help: "A rupture's or an item's id.") var item: String

    func run() throws {
        let household = try common.household()
        let builder = try household.agendaBuilder()
        var found = builder.item(item)
        if found == nil, household.history.rupture(item) != nil, case .next(let next) = builder.outlook(ofRupture: item)
        {
            found = next
        }
        guard let item = found else {
            throw NotFound(
                "there is no item of that id; `mend open` shows ruptures, `mend agenda --format json` the ids of items"
            )
        }
        let text = AgendaText(zone: household.zone)
        Terminal.heading("\(item.title), \(text.moment(item.start))")
        let sentences = ReasonSentences(zone: household.zone).sentences(of: item)
        Terminal.say("  \(sentences[0])")
        for sentence in sentences.dropFirst() { Terminal.say("- \(sentence)", indent: 2) }
    }
}
