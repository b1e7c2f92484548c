import ArgumentParser
import MendCore
import MendText

struct Calm: ParsableCommand {
    static let configuration = CommandConfiguration(.calm)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.calmZone)) var zone: FeelingZone?
    @Option(help: ArgumentHelp(.ageOf, valueName: "name")) var with: String?
    @Option(help: ArgumentHelp(.personID)) var id: String?
    @Flag(help: ArgumentHelp(.everyPractice)) var all = false

    func run() throws {
        let household = try common.household()
        let person = try PersonReference(name: with, id: id).map { try household.history.person(meant: $0) }
        let band = person?.band(on: household.today) ?? .adult
        let words = household.plan.words
        for zone in zone.map({ [$0] }) ?? FeelingZone.allCases {
            Terminal.heading(NamePhrase.zone(zone))
            let fitting = words.practices(in: zone, with: band)
            let practices = all ? fitting : Array(fitting.filter { $0.minutes <= 2 }.prefix(Self.few))
            list(
                .practices,
                practices.map {
                    let title = Speech.text(AgendaPhrase.lasting($0.title, minutes: $0.minutes))
                    return "\(title). \($0.text)" + ($0.caution.map { " \($0)" } ?? "")
                })
            list(.signs, words.signs.filter { $0.band == band && $0.zone == zone }.map(\.text))
        }
        let place = household.history.place(of: person?.id)
        Terminal.heading(PlacePhrase.name(place?.name))
        Terminal.say(DailyPhrase.safePlaceText, indent: 2)
        let tools = household.plan.tools(of: place, band: band)
        list(
            .tools, (all ? tools : Array(tools.prefix(Self.few))).map { $0.text + ($0.caution.map { " \($0)" } ?? "") }
        )
        if !all { Terminal.say(DailyPhrase.moreCalm) }
    }

    /// Enough for somebody whose hands are full.
    private static let few = 3

    private func list(_ title: DailyPhrase, _ lines: [String]) {
        guard !lines.isEmpty else { return }
        Terminal.show("  " + Speech.text(title))
        for line in lines { Terminal.show("- \(line)", indent: 4) }
        Terminal.show()
    }
}
