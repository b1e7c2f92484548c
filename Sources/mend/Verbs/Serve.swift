import ArgumentParser
import Foundation
import MendCore
import MendExport
import MendJournal
import MendKeeping
import MendServer

struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Open the page, and offer calendars and feeds at addresses.",
        discussion: """
            At first start it prints a link on which a passphrase is chosen. It listens to this machine alone; for a phone, let \
            a web server with https stand before it and name its address. Ctrl-C stops it.

            EXAMPLES
              mend serve
              mend serve --base-url https://mend.example.org
            """)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp("Where to listen.", valueName: "host:port")) var listen = "127.0.0.1:8420"
    @Option(help: ArgumentHelp("The address under which it is reached from outside.", valueName: "url"))
    var baseURL: String?
    @Flag(help: "Let plain http leave this machine: only where you trust everybody on the network.")
    var insecure = false
    @Flag(help: "Print a link on which another passphrase is chosen; then all devices are signed out.")
    var newPassphrase = false

    func run() throws {
        let origin = try ServerOrigin(
            listen: listen, base: try baseURL.map(Export.checkedURL), isInsecure: insecure,
            machine: Self.machine)
        let journal = try common.journal()
        let token =
            try newPassphrase || journal.passphraseHash() == nil
            ? SubscriptionAddress.secret(RandomBytes.make(20)) : nil
        let host = ServerHost()
        let directory = common.directory
        let setup = ServerSetup(
            journal: journal, signIns: journal, plan: try common.thePlan(), origin: origin, beginToken: token,
            clock: try common.clock(), random: RandomBytes.make, zones: SystemZones.find, zoneNames: SystemZones.names,
            dump: { HouseholdFile.text(of: $0) },
            erase: {
                try Erasure(directory: directory).everything(journal)
                host.stop()
            }, logger: Log.mend)
        try host.run(setup) {
            Terminal.say(Self.greeting(origin, token: token))
        }
        Terminal.note("Stopped.")
    }

    /// What the machine calls itself.
    private static var machine: String? {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return nil }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func greeting(_ origin: ServerOrigin, token: String?) -> String {
        var lines = ["mend is open at \(origin.base.text)/"]
        if let token {
            lines += [
                "", "Choose a passphrase: open this link, which works once.", "  \(origin.base.text)/begin/\(token)",
                "",
            ]
        }
        return (lines + ["Ctrl-C stops it."]).joined(separator: "\n")
    }
}
