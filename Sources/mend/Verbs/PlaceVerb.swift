import ArgumentParser
import MendCore
import MendText

struct PlaceVerb: ParsableCommand {
    static let configuration = CommandConfiguration(.place)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.placeWith, valueName: "name")) var with: String?
    @Option(help: ArgumentHelp(.personID)) var id: String?
    @Argument(help: ArgumentHelp(.placeAction)) var action: Action?
    @Argument(help: ArgumentHelp(.placeWords)) var words: [String] = []

    enum Action: String, CaseIterable, ExpressibleByArgument {
        case add, remove, rename, call
    }

    func validate() throws {
        switch action {
        case nil: break
        case .add: guard !words.isEmpty else { throw ValidationError(.placeNeedsWords) }
        case .remove: guard words.count == 1, number != nil else { throw ValidationError(.placeNeedsWords) }
        case .rename: guard words.count > 1, number != nil else { throw ValidationError(.placeNeedsWords) }
        case .call: break
        }
    }

    private var number: Int? { words.first.flatMap { Int($0) } }
    private var text: String { words.joined(separator: " ") }

    func run() throws {
        let household = try common.household()
        let notebook = Notebook(journal: household.journal, plan: household.plan, now: household.now)
        let with = try PersonReference(name: with, id: id)
        let person = try with.map { try household.history.person(meant: $0) }
        let before = household.history.place(of: person?.id)
        let number = number ?? 0
        switch action {
        case nil: try show(household)
        case .add:
            let tool = try idea(household) ?? text
            let tools = try notebook.addTool(tool, with: with).place.tools
            let place = (tools.firstIndex(of: tool) ?? 0) + 1
            Terminal.say(PlacePhrase.added(number: place, with: person?.name), indent: 0)
        case .remove:
            _ = try notebook.removeTool(number, with: with)
            Terminal.say(PlacePhrase.removed(before?.tool(number) ?? "", with: person?.name), indent: 0)
        case .rename:
            _ = try notebook.renameTool(number, to: words.dropFirst().joined(separator: " "), with: with)
            Terminal.say(
                PlacePhrase.renamed(number: number, from: before?.tool(number) ?? "", with: person?.name), indent: 0)
        case .call:
            let place = try notebook.namePlace(text, with: with).place
            Terminal.say(PlacePhrase.named(place.name, from: before?.name, with: person?.name), indent: 0)
        }
    }

    /// The plan's tool of the number that was typed; nil where words were.
    private func idea(_ household: OpenHousehold) throws -> String? {
        guard words.count == 1, let number else { return nil }
        let ideas = try ideas(household).ideas
        guard ideas.indices.contains(number - 1) else { throw InputError.noTool }
        return ideas[number - 1].text
    }

    /// What is in the place, and what else the plan has for the band.
    private func ideas(_ household: OpenHousehold) throws -> (
        person: Person?, place: SafePlace?, ideas: [SafePlaceTool]
    ) {
        let person = try PersonReference(name: with, id: id).map { try household.history.person(meant: $0) }
        let place = household.history.place(of: person?.id)
        let band = person?.band(on: household.today) ?? .adult
        let tools = household.plan.words.tools.filter { $0.band == band && place?.tools.contains($0.text) != true }
        return (person, place, tools)
    }

    private func show(_ household: OpenHousehold) throws {
        let (person, place, ideas) = try ideas(household)
        Terminal.heading(PlacePhrase.title(named: place?.name, of: person?.name))
        list(.chosen, place?.tools ?? [])
        list(.ideas, ideas.map { $0.text + ($0.caution.map { " \($0)" } ?? "") })
        Terminal.say(PlacePhrase.howToChoose(with: person?.name), indent: 0)
    }

    private func list(_ title: PlacePhrase, _ lines: [String]) {
        guard !lines.isEmpty else { return }
        Terminal.say(title, indent: 2)
        for (number, line) in lines.enumerated() { Terminal.show("\(number + 1). \(line)", indent: 4) }
        Terminal.show()
    }
}
