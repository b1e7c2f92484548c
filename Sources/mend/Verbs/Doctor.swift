import ArgumentParser
import Foundation
import MendCore
import MendDelivery
import MendExport
import MendJournal
import MendPlans
import MendPush
import MendText
import ShippedPlan

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(.doctor)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.serverAsked, valueName: "url")) var serve: String?

    private var folder: JournalFolder { JournalFolder(path: common.directory) }

    func run() throws {
        if let serve { return try ask(serve) }
        let now = try common.instant()
        tellFiles()
        tellTimeZones(now)
        // A fault in the plan or in the journal does not hide one in the other.
        let isPlanRead = try tellPlan()
        let journal = try common.journal()
        if journal.isReadOnly { Terminal.say(DoctorPhrase.readOnly(directory: common.directory)) }
        let faults = try journal.integrityFaults(isThorough: true)
        for fault in faults { Terminal.say(DoctorPhrase.inTheJournal(fault)) }
        let history = try journal.history()
        guard faults.isEmpty else {
            Terminal.say(DoctorPhrase.mostCanBeRead)
            throw JournalError.damaged(path: SQLiteJournal.path(in: common.directory), reason: .integrity)
        }
        Terminal.say(DoctorPhrase.opens(isPlanRead: isPlanRead))
        tellZone(of: history)
        tellClock(history, now)
        try tellBackups(journal, .here(history.household, now: now))
        tellChannels(history, now)
        if ServerNotes(directory: common.directory).proxyNamesNobody { Terminal.say(DoctorPhrase.proxyNamesNobody) }
        try tellPhones(journal, history, now)
    }

    // MARK: A page that runs

    private func ask(_ address: String) throws {
        guard let page = BaseURL(address) else { throw CommandFault(.badInput, .serverIsNoAddress) }
        let status = try waiting { await ServerHealth.status(of: page) }
        guard status == 200 else {
            throw CommandFault(.tryAgain, .pageIsNotWell(url: page.text, status: status))
        }
        Terminal.say(DoctorPhrase.pageIsWell(url: page.text))
    }

    // MARK: The machine

    private func tellFiles() {
        for (path, mode) in folder.exposed {
            Terminal.say(DoctorPhrase.exposed(path: path, mode: "\(mode)"))
        }
        for path in folder.leftovers {
            Terminal.say(DoctorPhrase.leftover(path: path))
        }
        if let free = folder.freeBytes, free < Self.roomNeeded {
            Terminal.say(DoctorPhrase.littleRoom(directory: common.directory, megabytes: Int(free >> 20)))
        }
    }

    /// Migrations, backups and what SQLite needs besides.
    private static let roomNeeded = 16 << 20

    private func tellTimeZones(_ now: Instant) {
        guard SystemZones.areInstalled else {
            Terminal.say(DoctorPhrase.noTimeZoneData)
            return
        }
        guard let released = SystemZones.version.flatMap({ Int($0.prefix(4)) }),
            let year = Int(TimeText.utc(now).prefix(4)), released + 2 <= year
        else { return }
        Terminal.say(DoctorPhrase.oldTimeZoneData(released))
    }

    private func tellZone(of history: History) {
        Terminal.say(DoctorPhrase.zone(history.household.zone.identifier, release: SystemZones.version))
    }

    /// A clock that was set back holds reminders up, and lets new records seem older than they are.
    private func tellClock(_ history: History, _ now: Instant) {
        guard let newest = history.newest, newest > now + Self.clockSlack else { return }
        let dates = DateContext.here(history.household, now: now)
        Terminal.say(DoctorPhrase.clockIsBehind(.moment(now, dates), newest: .moment(newest, dates)))
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
            for fault in error.faults { Terminal.show(fault.description) }
            Terminal.say(DoctorPhrase.shippedPlanStandsIn)
            return false
        }
    }

    private func tellBackups(_ journal: SQLiteJournal, _ dates: DateContext) throws {
        let backups = try journal.knownCopies().filter { $0.kind == .backup && $0.isOwn }
        let finished = backups.compactMap { backup in backup.made.map { (made: $0, path: backup.path) } }
        if let last = finished.max(by: { $0.made < $1.made }) {
            let isThere = FileManager.default.fileExists(atPath: last.path)
            Terminal.say(DoctorPhrase.lastBackup(.moment(last.made, dates), path: last.path, isThere: isThere))
        } else {
            Terminal.say(DoctorPhrase.noBackupYet)
        }
        for path in folder.copies {
            Terminal.say(DoctorPhrase.olderJournal(path: path))
        }
    }

    private func tellChannels(_ history: History, _ now: Instant) {
        let used = Set(history.deliveries.map(\.channel))
        let channels = history.channels.map(\.name) + (used.contains(Channel.stdout.name) ? [Channel.stdout.name] : [])
        if channels.isEmpty { Terminal.say(DoctorPhrase.nothingGoesOut) }
        for name in channels {
            let heartbeat = Heartbeat(
                channel: name, lastRun: RunFile(directory: common.directory, channel: name).lastRun,
                deliveries: history.deliveries)
            let phrases = heartbeat.phrases(now: now, dates: .here(history.household, now: now))
            Terminal.show(phrases.map { Speech.text($0) }.joined(separator: " "))
        }
        if history.channels.contains(where: { $0.kind == .mail }), !Common.canMail {
            Terminal.say(WayOutPhrase.noMailProgram)
        }
    }
}

extension Doctor {
    /// Phones that do not ring, and why.
    private func tellPhones(_ journal: SQLiteJournal, _ history: History, _ now: Instant) throws {
        let phones = history.channels.filter { $0.kind == .push }
        guard !phones.isEmpty else { return }
        let devices = Dictionary(try journal.pushDevices().map { ($0.channel, $0) }) { $1 }
        for phone in phones {
            if let phrase = Self.fault(devices[phone.name], of: phone, .here(history.household, now: now), now) {
                Terminal.say(phrase)
            }
        }
    }

    /// Nil where all is well.
    private static func fault(
        _ device: PushDevice?, of phone: Channel, _ dates: DateContext, _ now: Instant
    ) -> DoctorPhrase? {
        guard let device else { return .phoneIsGone(channel: phone.name) }
        guard PushEndpoint(device.endpoint, among: Phones.services) != nil else {
            return .strangePushService(channel: phone.name)
        }
        guard device.failures > 0, let retry = device.retryAt else { return nil }
        let next: DatePhrase? = device.waits(at: now) ? .moment(retry, dates) : nil
        return .phoneWasNotReached(channel: phone.name, status: device.answer, next: next)
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
