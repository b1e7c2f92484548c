import ArgumentParser
import MendCore
import MendExport

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Why an item stands where it stands.",
        discussion: "Ids stand in `mend agenda --format json`.\n\nEXAMPLE\n  mend explain r1.try-again.2")

    @OptionGroup var common: Common
    @Argument(help: "The item's id.") var item: String

    func run() throws {
        let household = try common.household()
        guard let item = try household.agendaBuilder().item(item) else {
            throw NotFound("there is no item of that id; `mend agenda --format json` shows the ids")
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
