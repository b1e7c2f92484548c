import ArgumentParser

@main
struct Mend: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mend",
        abstract: "Reminders that help a parent come back after a crack.",
        discussion: """
            A rupture is a crack in a warm relationship: a raised voice, a misread signal, a limit that hurt. mend helps you \
            come back to it at a good moment, with words to say, and plans a small daily prompt besides.

            EXAMPLES
              mend init --zone America/New_York     begin
              mend person add Ada --relation child --born 2022-04-03
              mend rupture --with Ada --kind limit-setting --at '20m ago'
              mend guide                            words to say
              mend attempt r1 --outcome repaired    it is mended
              mend demo                             look at a whole example first

            mend is a reminder and a notebook. It is no therapy and no emergency service.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Every day",
                subcommands: [
                    Today.self, RecordRupture.self, RecordAttempt.self, RecordCheckIn.self, Calm.self, ShowGuide.self,
                    Open.self,
                ]),
            CommandGroup(
                name: "What comes when",
                subcommands: [ShowAgenda.self, Explain.self]),
            CommandGroup(
                name: "Ways out",
                subcommands: [
                    Serve.self, SubscriptionVerb.self, Export.self, Due.self, ChannelVerb.self, Cron.self,
                ]),
            CommandGroup(
                name: "The household",
                subcommands: [
                    Init.self, HouseholdVerb.self, PersonVerb.self, ContactVerb.self, PlanVerb.self, Demo.self,
                ]),
            CommandGroup(
                name: "Yours to keep, yours to erase",
                subcommands: [WriteBackup.self, Restore.self, Forget.self, Doctor.self, Dump.self, Load.self]),
        ])

    static func main() {
        Signals.settle()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            CommandError.exit(with: error)
        }
    }
}
