import ArgumentParser
import MendCore
import MendDelivery

struct ChannelVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "channel", abstract: "Ways in which reminders go out by themselves: mail, or a command of yours.",
        subcommands: [Add.self, List.self, Test.self, Remove.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Add a way out.",
            discussion: """
                A mail is discreet (neutral title, no name, no words) unless nobody else sees your calendar or --open is given. \
                A command gets the items as JSON on standard input; each has a discreetTitle beside its title.

                EXAMPLE
                  mend channel add mail --kind mail --to me@example.org
                  mend channel add log --kind exec --to "jq -r '.[].title' >> ~/reminders"
                """)

        @OptionGroup var common: Common
        @Argument(help: "A name for it, such as mail.") var name: String
        @Option(help: "mail, exec or stdout.") var kind: Channel.Kind
        @Option(help: ArgumentHelp("The mail address, or the command.", valueName: "text")) var to: String?
        @Flag(help: "Mails with titles, names and words.") var open = false

        func run() throws {
            try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .add(Channel(name: name, kind: kind, to: to, open: open))
            Terminal.say("Try it: mend channel test \(name)")
            Terminal.say("Then let cron run it: mend cron --install")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Show all channels.", discussion: "EXAMPLE\n  mend channel list")

        @OptionGroup var common: Common

        func run() throws {
            let history = try common.journal().history()
            if history.channels.isEmpty {
                Terminal.note("None beside stdout: mend channel add NAME --kind mail --to ADDRESS")
            }
            for channel in history.channels {
                let run = RunFile(directory: common.directory, channel: channel.name).lastRun
                let last = run.map { "last run \(TimeText.rfc3339($0.at, history.household.zone))" } ?? "not run yet"
                Terminal.say("\(channel.name)  \(channel.kind.rawValue)\(channel.to.map { " \($0)" } ?? ""), \(last)")
            }
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test",
            abstract: "Send a sample.", discussion: "EXAMPLE\n  mend channel test mail")

        @OptionGroup var common: Common
        @Argument(help: "Its name.") var name: String

        func run() throws {
            let (journal, plan, now) = (try common.journal(), try common.thePlan(), try common.instant())
            guard let channel = try journal.history().channels.first(where: { $0.name == name }) else {
                throw RecordFault.noChannel(name)
            }
            let outlet = common.outlet(of: channel, printing: .text, plan: plan)
            do {
                try ChannelRun(name, to: outlet, journal: journal, plan: plan, directory: common.directory)
                    .test(now: now)
            } catch let failure as DeliveryFailure {
                throw ChannelFailure(channel: name, failure: failure, isTest: true)
            }
            if channel.kind != .stdout { Terminal.say("A sample went out by \(name); look whether it has come.") }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Take a channel away.", discussion: "EXAMPLE\n  mend channel remove mail")

        @OptionGroup var common: Common
        @Argument(help: "Its name.") var name: String

        func run() throws {
            try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .removeChannel(named: name)
            RunFile(directory: common.directory, channel: name).remove()
            Terminal.say("Nothing goes out there any more. If cron runs it: mend cron --install, or mend cron --remove")
        }
    }
}

extension Channel.Kind: Choice {}
