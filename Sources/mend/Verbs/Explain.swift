import ArgumentParser
import MendCore
import MendExport

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
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
        var position = item.start - item.because.reduce(0) { $0 + $1.moved }
        Terminal.say("  It counts from \(text.moment(position)).")
        for reason in item.because {
            position = position + reason.moved
            Terminal.say(TextLayout.wrap("- \(Self.sentence(reason, to: text.moment(position)))", width: 80, indent: 2))
        }
    }

    private static func sentence(_ reason: Reason, to moment: String) -> String {
        let why = reason.detail.prefix(1).uppercased() + reason.detail.dropFirst()
        return reason.moved == 0 ? "\(why): it stays at \(moment)." : "\(why): \(moment)."
    }
}
