import ArgumentParser
import Foundation
import MendCore
import MendDelivery
import MendExport
import MendJournal
import MendPlans
import MendText
import ShippedPlan

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look whether everything runs, and say what to do where it does not.",
        discussion: """
            It changes nothing. Its status is 0, whatever it finds, unless the journal cannot be used: then it is the one that \
            every other verb would end with.

            EXAMPLE
              mend doctor
            """)

    @OptionGroup var common: Common

    private var folder: JournalFolder { JournalFolder(path: common.directory) }

    func run() throws {
        let now = try common.instant()
        tellFiles()
        tellTimeZones(now)
        // A fault in the plan or in the journal does not hide one in the other.
        let isPlanRead = try tellPlan()
        let journal = try common.journal()
        let faults = try journal.integrityFaults(isThorough: true)
        for fault in faults { Terminal.say("In the journal: \(fault)") }
        let history = try journal.history()
        guard faults.isEmpty else {
            Terminal.say("Most of it can still be read: mend dump. To go back: mend restore --replace BACKUP")
            throw JournalError.damaged(path: SQLiteJournal.path(in: common.directory), reason: "SQLite finds faults")
        }
        Terminal.say("The household's journal opens" + (isPlanRead ? ", and its plan can be read." : "."))
        tellZone(of: history)
        tellClock(history, now)
        try tellBackups(journal, history.household.zone)
        tellChannels(history, now)
    }

    // MARK: The machine

    private func tellFiles() {
        for (path, mode) in folder.exposed {
            Terminal.say("\(path): others on this machine can read or write it: chmod \(mode) '\(path)'")
        }
        for path in folder.leftovers {
            Terminal.say(
                "\(path): left by a run that was ended, and may hold private words. If no mend runs: rm '\(path)'")
        }
        if let free = folder.freeBytes, free < Self.roomNeeded {
            Terminal.say(
                "\(common.directory): only \(free >> 20) MB are free there, and little more can be written: make room.")
        }
    }

    /// Migrations, backups and what SQLite needs besides.
    private static let roomNeeded = 16 << 20

    private func tellTimeZones(_ now: Instant) {
        guard SystemZones.areInstalled else {
            Terminal.say("This machine has no time zone data: install the package tzdata.")
            return
        }
        guard let released = SystemZones.version.flatMap({ Int($0.prefix(4)) }),
            let year = Int(TimeText.utc(now).prefix(4)), released + 2 <= year
        else { return }
        Terminal.say("The time zone data of this machine is of \(released): update the package tzdata.")
    }

    private func tellZone(of history: History) {
        let zone = history.household.zone.identifier
        Terminal.say("Times are those of \(zone)" + (SystemZones.version.map { ", by time zone data \($0)." } ?? "."))
    }

    /// A clock that was set back holds reminders up, and lets new records seem older than they are.
    private func tellClock(_ history: History, _ now: Instant) {
        guard let newest = history.newest, newest > now + Self.clockSlack else { return }
        let times = AgendaText(zone: history.household.zone)
        Terminal.say(
            "The clock says \(times.moment(now)), but something was written down on \(times.moment(newest)): look at the "
                + "clock and its time zone.")
    }

    private static let clockSlack = 5.minutes

    // MARK: What the household has made

    /// - Returns: whether the plan that is to be used can be.
    private func tellPlan() throws -> Bool {
        guard let own = common.ownPlan else { return true }
        do {
            _ = try PlanDecoder.plan(from: PlanFolder.documents(in: own), base: ShippedPlan.load())
            return true
        } catch {
            for fault in error.faults { Terminal.say(fault.description) }
            Terminal.say("Until that is changed, the plan that comes with mend stands in: mend plan check")
            return false
        }
    }

    private func tellBackups(_ journal: SQLiteJournal, _ zone: Zone) throws {
        let backups = try journal.knownCopies().filter { $0.kind == .backup }
        let finished = backups.compactMap { backup in backup.made.map { (made: $0, path: backup.path) } }
        if let last = finished.max(by: { $0.made < $1.made }) {
            let isThere = FileManager.default.fileExists(atPath: last.path)
            Terminal.say(
                "The last backup was made on \(AgendaText(zone: zone).moment(last.made)): \(last.path)"
                    + (isThere ? "" : " (not there just now)"))
        } else {
            Terminal.say("There is no backup yet: mend backup FILE")
        }
        for path in folder.copies {
            Terminal.say("An older journal is kept aside, and can go once you do not need it: \(path)")
        }
    }

    private func tellChannels(_ history: History, _ now: Instant) {
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

extension History {
    /// When something was written down last.
    fileprivate var newest: Instant? {
        [
            ruptures.map(\.recorded), attempts.map(\.recorded), checkIns.map(\.at), published.map(\.modified),
            deliveries.map(\.at),
        ].joined().max()
    }
}
