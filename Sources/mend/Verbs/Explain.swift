import ArgumentParser
import MendCore
import MendExport
import MendText

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(.explain)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.itemID)) var item: String

    func run() throws {
        let household = try common.household()
        let builder = try household.agendaBuilder()
        var found = builder.item(item)
        if found == nil, household.history.rupture(item) != nil, case .next(let next) = builder.outlook(ofRupture: item)
        {
            found = next
        }
        guard let item = found else {
            throw CommandFault(.notFound, .noItem)
        }
        let text = AgendaText(zone: household.zone, in: Speech.catalogue)
        Terminal.showHeading("\(item.title), \(text.moment(item.start))")
        let sentences = ReasonSentences(zone: household.zone, in: Speech.catalogue).sentences(of: item)
        Terminal.show("  \(sentences[0])")
        for sentence in sentences.dropFirst() { Terminal.show("- \(sentence)", indent: 2) }
    }
}
