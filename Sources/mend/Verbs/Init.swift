import ArgumentParser
import Foundation
import MendCore
import MendJournal
import MendText
import ShippedPlan

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(.makeHousehold)

    @OptionGroup var common: Common

    @Option(help: ArgumentHelp(.zone, valueName: "zone"))
    var zone: String

    @OptionGroup var settings: HouseholdSettings

    func run() throws {
        let zone = try Parsing.zone(zone, in: SystemZones.find, isTZDataThere: SystemZones.areInstalled)
        var household = Household(id: Self.newID(), zone: zone)
        try settings.entry.apply(to: &household, plan: ShippedPlan.load())
        if settings.shared == nil, Terminal.isInteractive { household.shared = Self.askWhetherShared() }
        var checker = HistoryChecker(History(household: household), now: try common.instant())
        try checker.add(.household(household))
        _ = try SQLiteJournal.create(
            in: common.directory, records: [.household(household)], zones: SystemZones.find)
        Terminal.keep()
        Speech.follow(household.language)
        Terminal.say(HouseholdPhrase.made(directory: common.directory))
        if household.country == nil {
            Terminal.note(HouseholdPhrase.supportLinesCanStand)
        }
    }

    private static func askWhetherShared() -> Bool? {
        switch Terminal.ask(HouseholdPhrase.askWhetherShared)?.lowercased() {
        case "yes", "y": true
        case "no", "n": false
        default: nil
        }
    }

    /// Eight random letters and digits.
    private static func newID() -> String {
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        var generator = SystemRandomNumberGenerator()
        return String((0..<8).compactMap { _ in letters.randomElement(using: &generator) })
    }
}

/// The settings of a household that `init` and `household edit` share.
struct HouseholdSettings: ParsableArguments {
    @Option(help: ArgumentHelp(.quiet, valueName: "hours"))
    var quiet: String?

    @Option(help: ArgumentHelp(.cap, valueName: "n"))
    var cap: Int?

    @Option(help: ArgumentHelp(.country, valueName: "code"))
    var country: String?

    @Option(help: ArgumentHelp(.shared, valueName: "yes|no"))
    var shared: YesNo?

    @Option(help: ArgumentHelp(.ownClosed, valueName: "times"))
    var closed: [String] = []

    @Option(help: ArgumentHelp(.ownAway, valueName: "days"))
    var away: [String] = []

    @Option(help: ArgumentHelp(.ownGood, valueName: "time"))
    var good: String?

    @Option(help: ArgumentHelp(.language, valueName: "code"))
    var language: Language?

    enum YesNo: String, CaseIterable, ExpressibleByArgument {
        case yes, no
    }

    var entry: HouseholdEntry {
        HouseholdEntry(
            quiet: quiet, cap: cap, country: country, shared: shared.map { $0 == .yes },
            closed: closed.isEmpty ? nil : closed, away: away.isEmpty ? nil : away, good: good, language: language)
    }
}

extension Language: Choice {
    public static var allValueStrings: [String] { spoken.map(\.rawValue) }
}
