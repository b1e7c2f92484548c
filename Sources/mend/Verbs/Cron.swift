import ArgumentParser
import Foundation
import MendCore
import MendDelivery
import MendPlatform
import MendText

struct Cron: ParsableCommand {
    static let configuration = CommandConfiguration(.cron)

    @OptionGroup var common: Common
    @Flag(help: ArgumentHelp(.install)) var install = false
    @Flag(help: ArgumentHelp(.remove)) var remove = false
    @Flag(help: ArgumentHelp(.systemd)) var systemd = false
    @Option(help: ArgumentHelp(.pagesAddress, valueName: "url")) var baseURL: String?
    @Option(help: ArgumentHelp(.every, valueName: "minutes")) var every = 15

    func validate() throws {
        guard !(install && remove) else { throw ValidationError(.installAndRemove) }
        guard CronSchedule.choices.contains(every) else {
            throw ValidationError(.everyIsNoPart(choices: CronSchedule.choices))
        }
    }

    func run() throws {
        guard !remove else { return try systemd ? removeUnits() : removeLines() }
        let channels = try common.journal().history(of: [.channel]).channels.map(\.name)
        let schedule = try schedule(channels)
        switch (install, systemd) {
        case (true, false): try installLines(schedule)
        case (true, true): try installUnits(schedule)
        case (false, _):
            show(schedule)
            if channels.isEmpty { Terminal.say(WayOutPhrase.cronMailsWhatIsPrinted, indent: 0) }
        }
    }

    private func schedule(_ channels: [String]) throws -> CronSchedule {
        let base = try (baseURL ?? Environment.value("MEND_BASE_URL")).map { try Export.checkedURL($0).text }
        do {
            return try CronSchedule(
                program: OwnProgram.path, directory: Common.absolute(common.directory), channels: channels,
                minutes: every, baseURL: base)
        } catch {
            throw CommandFault(.badInput, error.phrase)
        }
    }

    private func show(_ schedule: CronSchedule) {
        if !systemd {
            Terminal.heading(WayOutPhrase.forCron)
            Terminal.show(schedule.crontab)
        }
        Terminal.heading(WayOutPhrase.forSystemd(folder: Self.unitFolder))
        show(schedule.units(in: Speech.catalogue))
        Terminal.say(WayOutPhrase.unitsNeedLinger)
    }

    // MARK: cron

    private func installLines(_ schedule: CronSchedule) throws {
        Terminal.show(schedule.crontab)
        guard confirms(.askAboutCrontab) else { return }
        try edit { schedule.installed(in: $0) }
        Terminal.say(WayOutPhrase.inYourCrontab)
    }

    private func removeLines() throws {
        try edit(CronSchedule.removed)
        Terminal.say(WayOutPhrase.noLineInYourCrontab)
    }

    private func edit(_ change: @escaping @Sendable ([UInt8]) -> [UInt8]) throws {
        do {
            try waiting {
                let table = try await Crontab.read()
                let changed = change(table)
                if changed != table { try await Crontab.write(changed) }
            }
        } catch let failure as Crontab.Failure {
            throw CommandFault(.cannotWrite, failure.phrase)
        }
    }

    // MARK: systemd

    private static var unitFolder: String {
        (Environment.value("XDG_CONFIG_HOME") ?? (Environment.value("HOME") ?? NSHomeDirectory()) + "/.config")
            + "/systemd/user"
    }

    private func installUnits(_ schedule: CronSchedule) throws {
        let units = schedule.units(in: Speech.catalogue)
        show(units)
        guard confirms(.askAboutUnits(folder: Self.unitFolder)) else { return }
        for unit in units { try checkOurs(unit.name) }
        do {
            try FileManager.default.createDirectory(atPath: Self.unitFolder, withIntermediateDirectories: true)
            for unit in units {
                try Data(unit.text.utf8).write(to: Self.file(unit.name), options: .atomic)
            }
        } catch {
            throw CommandFault(.cannotWrite, .cannotBeWritten(path: Self.unitFolder))
        }
        Terminal.say(WayOutPhrase.unitsWritten)
        Terminal.say(WayOutPhrase.unitsNeedLinger)
    }

    private func removeUnits() throws {
        for name in CronSchedule.unitNames {
            try checkOurs(name)
            try? FileManager.default.removeItem(at: Self.file(name))
        }
        Terminal.say(WayOutPhrase.noUnitIsThere)
    }

    /// A unit of that name that somebody else has written stays as it is.
    private func checkOurs(_ name: String) throws {
        guard let bytes = FileManager.default.contents(atPath: Self.file(name).path) else { return }
        guard bytes.starts(with: CronSchedule.unitMark.utf8) else {
            throw CommandFault(.cannotWrite, .fileIsNotOurs(path: Self.file(name).path))
        }
    }

    private static func file(_ name: String) -> URL {
        URL(fileURLWithPath: unitFolder).appendingPathComponent(name)
    }

    // MARK: Helpers

    /// Asks on a terminal; elsewhere whoever gave --install means it.
    private func confirms(_ question: WayOutPhrase) -> Bool {
        !Terminal.isInteractive || Terminal.confirms(question)
    }

    private func show(_ units: [(name: String, text: String)]) {
        for unit in units { Terminal.show("# \(unit.name)\n\(unit.text)") }
    }
}

extension CronSchedule.Fault {
    fileprivate var phrase: CommandFaultPhrase {
        switch self {
        case .controlCharacter(.channelName): .channelNameHasAControlCharacter
        case .controlCharacter(.baseURL): .baseURL
        case .controlCharacter(.program), .controlCharacter(.directory): .directoryHasALineEnd
        }
    }
}

extension Crontab.Failure {
    fileprivate var phrase: CommandFaultPhrase {
        switch self {
        case .isMissing: .noCrontab
        case .isTooLong: .crontabIsTooLong
        case .refused(let status): .crontabRefused(status: status)
        }
    }
}
