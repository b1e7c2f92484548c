import ArgumentParser
import MendCore
import MendKeeping
import MendText

struct ShowLog: ParsableCommand {
    static let configuration = CommandConfiguration(.log)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.logWith, valueName: "name")) var with: String?
    @Option(help: ArgumentHelp(.personID)) var id: String?
    @Option(help: ArgumentHelp(.logFrom, valueName: "day")) var from: String?
    @Option(help: ArgumentHelp(.logTo, valueName: "day")) var to: String?
    @Option(help: ArgumentHelp(.grep, valueName: "text")) var grep: String?
    @Option(help: ArgumentHelp(.format)) var format: Format = .text

    func run() throws {
        let household = try common.household()
        // Also what a fast clock has written down: who looks for it finds it here alone.
        let (history, zone) = (household.history, household.zone)
        func day(_ text: String) throws -> LocalDay { try Parsing.day(text, now: household.now, zone: zone) }
        let query = LogQuery(
            with: try PersonReference(name: with, id: id), from: try from.map(day), to: try to.map(day), text: grep)
        if let from = query.from, let to = query.to, from > to {
            throw CommandFault(.badInput, .lastDayIsBeforeTheFirst)
        }
        let records = try history.log(query)
        switch format {
        case .json:
            let objects = records.map { record in
                HouseholdFile.object(
                    record.record, zone: zone,
                    adding: [
                        ("name", history.person(of: record).map { .string($0.name) }),
                        ("stillToCome", record.recorded > household.now ? .bool(true) : nil),
                    ])
            }
            Terminal.write(JSONText.array(objects).page + "\n")
        case .text:
            if records.isEmpty { return Terminal.note(RecordPhrase.nothingFound) }
            let builder = try household.agendaBuilder()
            for record in records {
                let isKnown = record.recorded <= household.now
                show(record, history, isKnown ? builder : nil, household.dates)
            }
        }
    }

    /// - Parameter builder: nil for a record that is later than now, of which no agenda knows.
    private func show(_ record: WrittenRecord, _ history: History, _ builder: AgendaBuilder?, _ dates: DateContext) {
        var outlook: Outlook?
        if case .rupture(let rupture) = record { outlook = builder?.outlook(ofRupture: rupture.id) }
        Terminal.say(
            RecordPhrase.line(id: record.id, record: RecordPhrase(record, in: history, dates), outlook: outlook),
            indent: 0)
        if let name = record.by { Terminal.say(RecordPhrase.writtenBy(name), indent: 4) }
        if builder == nil { Terminal.say(RecordPhrase.isStillToCome(id: record.id), indent: 4) }
        switch record {
        case .rupture(let rupture):
            if rupture.zone != nil || rupture.theirZone != nil {
                Terminal.say(RecordPhrase.zones(own: rupture.zone, theirs: rupture.theirZone), indent: 4)
            }
            if let frightened = rupture.frightened { Terminal.say(RecordPhrase.frightened(frightened), indent: 4) }
            if let text = rupture.excitedAbout { Terminal.say(RecordPhrase.excitedAbout(text), indent: 4) }
            if let note = rupture.note { Terminal.say(RecordPhrase.note(note), indent: 4) }
        case .attempt(let attempt):
            if let roadblock = attempt.roadblock { Terminal.say(RecordPhrase.roadblock(roadblock), indent: 4) }
            if let note = attempt.note { Terminal.say(RecordPhrase.note(note), indent: 4) }
        case .checkIn, .hold: break
        }
    }
}
