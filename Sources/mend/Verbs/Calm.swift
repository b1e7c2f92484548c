import ArgumentParser
import MendCore
import MendExport

struct Calm: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calm",
        abstract: "Practices to settle, signs of each zone, and Safe Place tools.",
        discussion: "EXAMPLE\n  mend calm --zone red --with Ada")

    @OptionGroup var common: Common
    @Option(help: "green, yellow or red; all unless told.") var zone: FeelingZone?
    @Option(help: ArgumentHelp("For whose age the signs and tools are.", valueName: "name")) var with: String?
    @Flag(help: "Every practice and tool; else a few short ones.") var all = false

    func run() throws {
        let household = try common.household()
        let person = try with.map { try household.history.person(named: $0) }
        let band = person?.band(on: household.today) ?? .adult
        let words = household.plan.words
        for zone in zone.map({ [$0] }) ?? FeelingZone.allCases {
            Terminal.heading(zone.title)
            let fitting = words.practices(in: zone, with: band)
            let practices = all ? fitting : Array(fitting.filter { $0.minutes <= 2 }.prefix(Self.few))
            list(
                "Practices",
                practices.map { "\($0.title) (\($0.minutes) min). \($0.text)" + ($0.caution.map { " \($0)" } ?? "") })
            list("Signs", words.signs.filter { $0.band == band && $0.zone == zone }.map(\.text))
        }
        Terminal.heading("Safe Place")
        Terminal.say(
            "Made together while green. They choose the tools. Going there is free, and the door stays open.", indent: 2
        )
        let tools = words.tools.filter { $0.band == band }
        list(
            "Tools", (all ? tools : Array(tools.prefix(Self.few))).map { $0.text + ($0.caution.map { " \($0)" } ?? "") }
        )
        if !all { Terminal.say("More of each: mend calm --all") }
    }

    /// Enough for somebody whose hands are full.
    private static let few = 3

    private func list(_ title: String, _ lines: [String]) {
        guard !lines.isEmpty else { return }
        Terminal.say("  \(title)")
        for line in lines { Terminal.say("- \(line)", indent: 4) }
        Terminal.say("")
    }
}
