import ArgumentParser

@main
struct Mend: ParsableCommand {
    private static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        .mend, version: version, subcommands: [Manual.self],
        groupedSubcommands: [
            CommandGroup(
                .everyDay,
                subcommands: [
                    Today.self, RecordRupture.self, RecordAttempt.self, RecordCheckIn.self, Calm.self, ShowGuide.self,
                    Open.self, Undo.self, EditRecord.self, RemoveRecord.self, ShowLog.self, Pause.self, Resume.self,
                    PlaceVerb.self, PatternsVerb.self,
                ]),
            CommandGroup(
                .whatComesWhen,
                subcommands: [ShowAgenda.self, Explain.self]),
            CommandGroup(
                .waysOut,
                subcommands: [
                    Serve.self, Cards.self, SubscriptionVerb.self, TasksVerb.self, Export.self, Due.self,
                    ChannelVerb.self,
                    Cron.self,
                ]),
            CommandGroup(
                .household,
                subcommands: [
                    Init.self, HouseholdVerb.self, PersonVerb.self, ContactVerb.self, PlanVerb.self, Demo.self,
                ]),
            CommandGroup(
                .keepAndErase,
                subcommands: [WriteBackup.self, Restore.self, Forget.self, Doctor.self, Dump.self, Load.self]),
        ])

    static func main() {
        Signals.settle()
        do {
            // Asked first: the parser makes a tree of all verbs, which takes a third of this answer's time.
            if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) { return Terminal.show(version) }
            try MemoryLimit.check(atLeast: MemoryLimit.usual)
            var command = try parsed()
            try command.run()
            (command as? any RecordingCommand)?.refreshExports()
        } catch {
            CommandError.exit(with: error)
        }
    }

    /// - Throws: where a verb was written wrongly, a fault that names the nearest.
    private static func parsed() throws -> any ParsableCommand {
        do {
            return try parseAsRoot()
        } catch {
            guard exitCode(for: error) == .validationFailure else { throw error }
            throw VerbSearch.fault(in: CommandLine.arguments.dropFirst(), below: Mend.self) ?? error
        }
    }
}
