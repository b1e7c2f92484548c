import ArgumentParser
import MendCore
import MendText

struct Pause: ParsableCommand {
    static let configuration = CommandConfiguration(.pause)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.pauseWith, valueName: "name")) var with: String?
    @Option(help: ArgumentHelp(.personID)) var id: String?
    @Option(help: ArgumentHelp(.until, valueName: "time")) var until: String

    func run() throws {
        let (journal, now) = (try common.journal(), try common.instant())
        let (hold, person) = try Notebook(journal: journal, plan: common.thePlan(), now: now)
            .pause(with: PersonReference(name: with, id: id), until: until)
        Terminal.keep()
        let end = try DatePhrase.moment(hold.until, .here(journal.household(), now: now))
        Terminal.say(DailyPhrase.paused(with: person?.name, until: end), indent: 0)
    }
}

struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(.resume)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.resumeWith, valueName: "name")) var with: String?
    @Option(help: ArgumentHelp(.personID)) var id: String?

    func run() throws {
        let (journal, now) = (try common.journal(), try common.instant())
        let (wasPaused, person, rest) = try Notebook(journal: journal, plan: common.thePlan(), now: now)
            .resume(with: PersonReference(name: with, id: id))
        Terminal.keep()
        Terminal.say(DailyPhrase.resumed(with: person?.name, wasPaused: wasPaused), indent: 0)
        if let rest {
            let end = try DatePhrase.moment(rest.until, .here(journal.household(), now: now))
            Terminal.say(DailyPhrase.householdStaysPaused(until: end), indent: 0)
        }
    }
}
