import ArgumentParser
import Foundation
import MendCore
import MendDelivery

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look whether everything runs, and say what to do where it does not.",
        discussion: "EXAMPLE\n  mend doctor")

    @OptionGroup var common: Common

    func run() throws {
        let (history, now) = (try common.journal().history(), try common.instant())
        _ = try common.thePlan()
        Terminal.say("The household's journal opens, and its plan can be read.")
        let used = Set(history.deliveries.map(\.channel))
        let channels = history.channels.map(\.name) + (used.contains(Channel.stdout.name) ? [Channel.stdout.name] : [])
        if channels.isEmpty { Terminal.say("No reminder goes out by itself yet: mend cron shows how.") }
        for name in channels {
            let heartbeat = Heartbeat(
                channel: name, lastRun: RunFile(directory: common.directory, channel: name).lastRun,
                deliveries: history.deliveries)
            Terminal.say(heartbeat.text(now: now, zone: history.household.zone))
        }
    }
}
