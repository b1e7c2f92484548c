import ArgumentParser
import Foundation
import MendCore
import MendDelivery

struct Cron: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cron",
        abstract: "The crontab lines and systemd units that run mend.",
        discussion: """
            Prints both. --install writes the crontab lines for you, --install --systemd the units, and no other line or file \
            is touched; --remove takes them away again.

            EXAMPLE
              mend cron
              mend cron --install
            """)

    @OptionGroup var common: Common
    @Flag(help: "Show the lines, and write them.") var install = false
    @Flag(help: "Take mend's lines away.") var remove = false
    @Flag(help: "Units of systemd in place of crontab lines.") var systemd = false
    @Option(help: ArgumentHelp("How often, in minutes.", valueName: "minutes")) var every = 15

    func validate() throws {
        guard !(install && remove) else { throw ValidationError("Give --install or --remove, not both.") }
        guard CronSchedule.choices.contains(every) else {
            let choices = CronSchedule.choices.map(String.init).joined(separator: ", ")
            throw ValidationError("--every takes a part of an hour: \(choices).")
        }
    }

    func run() throws {
        guard !(OwnProgram.path + common.directory).unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            throw InputError("the household's directory has a line end in its name, which cron cannot take; rename it")
        }
        let channels = try common.journal().history().channels.map(\.name)
        let schedule = CronSchedule(
            program: OwnProgram.path, directory: Common.absolute(common.directory), channels: channels, minutes: every)
        switch (install, remove, systemd) {
        case (true, _, false): try installLines(schedule)
        case (true, _, true): try installUnits(schedule)
        case (_, true, false): try removeLines()
        case (_, true, true): try removeUnits(schedule)
        case (false, false, _): show(schedule)
        }
    }

    private func show(_ schedule: CronSchedule) {
        if !systemd {
            Terminal.heading("For cron (mend cron --install writes these lines into your crontab):")
            Terminal.say(schedule.crontab)
        }
        Terminal.heading("For systemd (mend cron --install --systemd writes these files into \(Self.unitFolder)):")
        for unit in schedule.units { Terminal.say("# \(unit.name)\n\(unit.text)") }
    }

    // MARK: cron

    private func installLines(_ schedule: CronSchedule) throws {
        Terminal.say(schedule.crontab)
        guard confirms("Write these lines into your crontab?") else { return }
        try edit { schedule.installed(in: $0) }
        Terminal.say("They are in your crontab. mend doctor tells whether they run.")
    }

    private func removeLines() throws {
        try edit(CronSchedule.removed)
        Terminal.say("No line of mend is in your crontab.")
    }

    private func edit(_ change: @escaping @Sendable ([UInt8]) -> [UInt8]) throws {
        do {
            try waiting {
                let table = try await Crontab.read()
                let changed = change(table)
                if changed != table { try await Crontab.write(changed) }
            }
        } catch let failure as Crontab.Failure {
            throw CannotWrite(failure.description)
        }
    }

    // MARK: systemd

    private static var unitFolder: String {
        (Environment.value("XDG_CONFIG_HOME") ?? (Environment.value("HOME") ?? NSHomeDirectory()) + "/.config")
            + "/systemd/user"
    }

    private func installUnits(_ schedule: CronSchedule) throws {
        for unit in schedule.units { Terminal.say("# \(unit.name)\n\(unit.text)") }
        guard confirms("Write these files into \(Self.unitFolder)?") else { return }
        for unit in schedule.units { try checkOurs(unit.name) }
        do {
            try FileManager.default.createDirectory(atPath: Self.unitFolder, withIntermediateDirectories: true)
            for unit in schedule.units {
                try Data(unit.text.utf8).write(to: Self.file(unit.name), options: .atomic)
            }
        } catch {
            throw CannotWrite("\(Self.unitFolder): cannot be written; check space and permissions")
        }
        Terminal.say("Now: systemctl --user daemon-reload && systemctl --user enable --now mend.timer")
    }

    private func removeUnits(_ schedule: CronSchedule) throws {
        for unit in schedule.units {
            try checkOurs(unit.name)
            try? FileManager.default.removeItem(at: Self.file(unit.name))
        }
        Terminal.say("No unit of mend is there. If its timer still runs: systemctl --user stop mend.timer")
    }

    /// A unit of that name that somebody else has written stays as it is.
    private func checkOurs(_ name: String) throws {
        guard let bytes = FileManager.default.contents(atPath: Self.file(name).path) else { return }
        guard bytes.starts(with: CronSchedule.unitMark.utf8) else {
            throw CannotWrite("\(Self.file(name).path): mend has not written this file; move it away first")
        }
    }

    private static func file(_ name: String) -> URL {
        URL(fileURLWithPath: unitFolder).appendingPathComponent(name)
    }

    // MARK: Helpers

    /// Asks on a terminal; elsewhere whoever gave --install means it.
    private func confirms(_ question: String) -> Bool {
        guard Terminal.isInteractive else { return true }
        return ["y", "yes"].contains((Terminal.ask("\(question) [y/N]") ?? "").lowercased())
    }
}

/// Something that is not mend's own cannot be written.
struct CannotWrite: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
