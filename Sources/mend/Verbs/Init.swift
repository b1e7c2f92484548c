import ArgumentParser
import Foundation
import MendCore
import MendJournal
import MendText
import ShippedPlan

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(.makeHousehold)

    @OptionGroup var common: Common

    @Option(help: ArgumentHelp(.zone, valueName: "zone"), completion: .zones)
    var zone: String?

    @Flag(help: ArgumentHelp(.fixed)) var fixed = false

    @OptionGroup var settings: HouseholdSettings

    func run() throws {
        let asker = Asker.terminal
        // Nobody is asked for what cannot be made.
        if asker != nil, SQLiteJournal.isHousehold(in: common.directory) {
            throw JournalError.householdExists(path: common.directory)
        }
        var household = Household(id: Self.newID(), zone: try zone(asker))
        let plan = ShippedPlan.load()
        try settings.entry.apply(to: &household, plan: plan)
        if settings.country == nil, let asker {
            household.country = Self.askCountry(asker, plan)
        }
        if settings.shared == nil, asker != nil { household.shared = Self.askWhetherShared() }
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

    private func zone(_ asker: Asker?) throws -> Zone {
        func parsed(_ name: String) throws -> Zone { try .typed(name, takesFixed: fixed) }
        if let zone { return try parsed(zone) }
        // A machine that counts by UTC says nothing of where its people live.
        let offered = Environment.machineZone.flatMap { $0.contains("/") && !$0.hasPrefix("Etc/") ? $0 : nil }
        let answer = asker?.value(.zone(offered: offered)) { text in try parsed(text.isEmpty ? offered ?? "" : text) }
        guard let answer else {
            throw CommandFault(
                .badCommandLine, .missing(options: ["--zone"], example: "mend init --zone America/New_York"))
        }
        return answer
    }

    /// Nil: none.
    private static func askCountry(_ asker: Asker, _ plan: Plan) -> String? {
        let answer = asker.value(.country(known: plan.contacts.map(\.country))) { text -> String in
            var household = Household(id: "", zone: Zone(identifier: "UTC", initialOffset: 0, changes: []))
            try HouseholdEntry(country: text).apply(to: &household, plan: plan)
            return household.country ?? ""
        }
        return answer.flatMap { $0.isEmpty ? nil : $0 }
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

extension Zone {
    /// A zone by the name that was typed.
    /// - Parameter takesFixed: whether it may be one that is the same all year and no place, such as `EST`.
    /// - Throws: `InputError`, with the one that may be meant.
    static func typed(_ name: String, takesFixed: Bool) throws -> Zone {
        try Parsing.zone(
            name, in: SystemZones.find, isTZDataThere: SystemZones.areInstalled, names: SystemZones.names,
            takesFixed: takesFixed)
    }
}

extension CompletionKind {
    /// The names of time zones of the machine on which somebody types.
    static var zones: CompletionKind { .custom { _, _, _ in SystemZones.names } }
}
