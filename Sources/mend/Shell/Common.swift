import ArgumentParser
import Foundation
import MendCore
import MendJournal
import MendPlans
import ShippedPlan

/// The options that every verb has, and what they stand for: the one place where environment and clock are read.
struct Common: ParsableArguments {
    @Option(help: ArgumentHelp("The household's directory (or MEND_DATA).", valueName: "dir"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "The instant to take as now, such as 2026-01-05T07:00:00-05:00 (or MEND_NOW).", valueName: "time"))
    var now: String?

    @Option(
        help: ArgumentHelp(
            "A directory of plan documents to use in place of the household's own or the shipped ones.",
            valueName: "dir"))
    var plan: String?

    private static let environment = ProcessInfo.processInfo.environment

    /// `--data`, `MEND_DATA`, `$XDG_DATA_HOME/mend` or `~/.local/share/mend`.
    var directory: String {
        if let data = data ?? Self.value("MEND_DATA") { return data }
        if let share = Self.value("XDG_DATA_HOME") { return share + "/mend" }
        return (Self.value("HOME") ?? NSHomeDirectory()) + "/.local/share/mend"
    }

    func instant() throws -> Instant {
        guard let text = now ?? Self.value("MEND_NOW") else {
            return Instant(seconds: Int(Date().timeIntervalSince1970))
        }
        guard let instant = TimeText.instant(rfc3339: text) else {
            throw InputError("not a time with its offset; write it like 2026-01-05T07:00:00-05:00", field: "now")
        }
        return instant
    }

    /// The time that passes; with `--now` it passes from there on.
    func clock() throws -> @Sendable () -> Instant {
        let wall: @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
        let lead = try instant().seconds - wall()
        let isSet = now != nil || Self.value("MEND_NOW") != nil
        return { Instant(seconds: wall() + (isSet ? lead : 0)) }
    }

    func journal() throws -> SQLiteJournal {
        try SQLiteJournal(directory: directory, zones: SystemZones.find)
    }

    /// The folder of `--plan`, else of the household's own plan; nil where there is neither.
    var ownPlan: String? {
        plan ?? HouseholdPlan(directory: directory).folder
    }

    /// The plan of `--plan`, else the household's own, else the shipped one.
    func thePlan() throws -> Plan {
        guard let plan else { return HouseholdPlan(directory: directory).plan(orShipped: ShippedPlan.load()) }
        return try PlanDecoder.plan(from: PlanFolder.documents(in: plan), base: ShippedPlan.load()).plan
    }

    /// What nearly every verb needs.
    func household() throws -> OpenHousehold {
        let journal = try journal()
        let history = try journal.history()
        Log.mend.debug("journal read", metadata: ["ruptures": "\(history.ruptures.count)"])
        return OpenHousehold(journal: journal, history: history, plan: try thePlan(), now: try instant())
    }

    static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    static func value(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// A household as a verb sees it.
struct OpenHousehold {
    let journal: SQLiteJournal
    let history: History
    let plan: Plan
    let now: Instant

    var zone: Zone { history.household.zone }
    var today: LocalDay { zone.day(of: now) }

    /// - Parameter since: the first day that will be asked for; nil: any may be, and any rupture.
    func agendaBuilder(since: LocalDay? = nil) throws -> AgendaBuilder {
        try AgendaBuilder(plan: plan, history: history, now: now, since: since)
    }
}

/// A fixed set that can be given on the command line by name.
protocol Choice: CaseIterable, RawRepresentable<String>, ExpressibleByArgument, Sendable {}
extension Rupture.Kind: Choice {}
extension Attempt.Outcome: Choice {}
extension Roadblock: Choice {}
extension FeelingZone: Choice {}
extension Person.Relation: Choice {}
