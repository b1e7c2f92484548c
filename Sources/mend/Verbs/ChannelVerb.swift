import ArgumentParser
import MendCore
import MendDelivery
import MendText

struct ChannelVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        .channel, subcommands: [Add.self, List.self, Test.self, Remove.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(.channelAdd)

        @OptionGroup var common: Common
        @Argument(help: ArgumentHelp(.channelName)) var name: String
        @Option(help: ArgumentHelp(.channelKind)) var kind: Channel.Kind
        @Option(help: ArgumentHelp(.channelTo, valueName: "text")) var to: String?
        @Flag(help: ArgumentHelp(.openMails)) var open = false

        func run() throws {
            try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .add(Channel(name: name, kind: kind, to: to, open: open))
            Terminal.keep()
            if kind == .mail, !Common.canMail { Terminal.note(WayOutPhrase.noMailProgram) }
            Terminal.say(WayOutPhrase.tryChannel(name))
            Terminal.say(WayOutPhrase.thenCron)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(.channelList)

        @OptionGroup var common: Common

        func run() throws {
            let history = try common.journal().history()
            if history.channels.isEmpty {
                Terminal.note(WayOutPhrase.noChannelYet)
            }
            for channel in history.channels {
                let run = RunFile(directory: common.directory, channel: channel.name).lastRun
                let last = run.map { TimeText.rfc3339($0.at, history.household.zone) }
                Terminal.say(WayOutPhrase.channel(channel.name, channel.kind, to: channel.to, lastRun: last))
            }
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(.channelTest)

        @OptionGroup var common: Common
        @Argument(help: ArgumentHelp(.itsName)) var name: String

        func run() throws {
            let (journal, plan, now) = (try common.journal(), try common.thePlan(), try common.instant())
            guard let channel = try journal.history(of: [.channel]).channels.first(where: { $0.name == name }) else {
                throw RecordFault.noChannel(name)
            }
            let outlet = try common.outlet(of: channel, printing: .text, plan: plan, journal: journal)
            do {
                try ChannelRun(name, to: outlet, journal: journal, plan: plan, directory: common.directory)
                    .test(now: now, in: Speech.catalogue)
            } catch let failure as DeliveryFailure {
                throw ChannelFailure(channel: name, failure: failure, isTest: true)
            }
            if channel.kind != .stdout { Terminal.say(WayOutPhrase.sampleWent(channel: name)) }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(.channelRemove)

        @OptionGroup var common: Common
        @Argument(help: ArgumentHelp(.itsName)) var name: String

        func run() throws {
            try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .removeChannel(named: name)
            RunFile(directory: common.directory, channel: name).remove()
            Terminal.keep()
            Terminal.say(WayOutPhrase.channelRemoved)
        }
    }
}

extension Channel.Kind: Choice {}
