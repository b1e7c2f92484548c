import ArgumentParser
import Foundation
import MendCore
import MendDelivery
import MendExport
import MendJournal
import MendKeeping
import MendServer
import MendText

struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(.serve)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.listen, valueName: "host:port")) var listen: String?
    @Option(help: ArgumentHelp(.outsideAddress, valueName: "url"))
    var baseURL: String?
    @Option(help: ArgumentHelp(.trustProxy, valueName: "address")) var trustProxy: [String] = []
    @Flag(help: ArgumentHelp(.insecure))
    var insecure = false
    @Flag(help: ArgumentHelp(.newPassphrase))
    var newPassphrase = false

    func run() throws {
        try MemoryLimit.check(atLeast: MemoryLimit.server)
        let limits = try FileLimit.connections()
        let base = baseURL ?? Environment.value("MEND_BASE_URL")
        let origin = try ServerOrigin(
            listen: listen ?? Environment.value("MEND_LISTEN") ?? "127.0.0.1:8420",
            base: try base.map(Export.checkedURL), isInsecure: insecure, machine: Self.machine)
        let proxies = try proxies()
        let journal = try common.journal()
        let token =
            try newPassphrase || journal.passphraseHash() == nil
            ? SubscriptionAddress.secret(RandomBytes.make(20)) : nil
        // Another passphrase of the caregiver's ends no other login.
        let second = try newPassphrase ? journal.secondAdult().flatMap { $0.hasJoined ? $0 : nil } : nil
        let host = ServerHost()
        let directory = common.directory
        let (clock, means) = (try common.clock(), Phones.means(journal))
        if !journal.isReadOnly { try journal.note(servedAt: origin.base.text, now: clock()) }
        let isOwnPlan = common.plan == nil
        let watch = try PlanWatch(common)
        let notes = ServerNotes(directory: directory)
        notes.forget()
        let setup = ServerSetup(
            journal: journal, signIns: journal, answers: journal, plan: { watch.current }, origin: origin,
            proxies: proxies,
            beginToken: token, limits: limits, push: Phones.setup(means), tasks: journal, clock: clock,
            random: RandomBytes.make,
            zones: SystemZones.find,
            zoneNames: SystemZones.names,
            dump: { HouseholdFile.text(of: $0) },
            recorded: {
                // Exports follow the household's own plan.
                guard isOwnPlan else { return }
                let failures = ExportRefresh(journal: journal, now: clock()) { watch.current.plan }
                    .run(takingAtMost: ExportRefresh.quick)
                if !failures.isEmpty { Log.mend.warning("exports wait", metadata: ["count": "\(failures.count)"]) }
            },
            erase: {
                try Erasure(directory: directory).everything(journal)
                host.stop()
            }, note: { notes.take($0) }, logger: Log.mend)
        let phones = PushScheduler(
            PushRun(means: means, journal: journal, plan: { watch.current.plan }, directory: directory), clock: clock,
            directory: directory, logger: Log.mend)
        try host.run(setup, ringing: phones) {
            Terminal.show(Self.greeting(origin, token: token, second: second?.name))
        }
        Terminal.note(WayOutPhrase.stopped)
    }

    private func proxies() throws(CommandFault) -> TrustedProxies {
        let list = trustProxy.isEmpty ? Environment.value("MEND_TRUST_PROXY") : trustProxy.joined(separator: ",")
        guard let proxies = TrustedProxies(list ?? "") else { throw CommandFault(.badInput, .proxyIsNoAddress) }
        return proxies
    }

    /// What the machine calls itself.
    private static var machine: String? {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return nil }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func greeting(_ origin: ServerOrigin, token: String?, second: String?) -> String {
        var lines = [Speech.text(WayOutPhrase.openAt(origin.base.text))]
        if let token {
            lines += ["", Speech.text(WayOutPhrase.choosePassphrase), "  \(origin.base.text)/begin/\(token)", ""]
        }
        if let second { lines.append(Speech.text(WayOutPhrase.secondStays(name: second))) }
        return (lines + [Speech.text(WayOutPhrase.howToStop)]).joined(separator: "\n")
    }
}
