import ArgumentParser
import Foundation
import MendCore
import MendJournal
import MendPlans
import ShippedPlan

/// The options that every verb has, and what they stand for.
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

    var directory: String {
        // With a home there always is one.
        Environment.directory(typed: data, home: NSHomeDirectory()) ?? ""
    }

    func instant() throws -> Instant { try Environment.now(typed: now) }

    /// The time that passes; with `--now` it passes from there on.
    func clock() throws -> @Sendable () -> Instant {
        let wall: @Sendable () -> Int = { time(nil) }
        let lead = try instant().seconds - wall()
        let isSet = now != nil || Environment.value("MEND_NOW") != nil
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
}

/// A fixed set that can be given on the command line by name.
protocol Choice: CaseIterable, RawRepresentable<String>, ExpressibleByArgument, Sendable {}
extension Rupture.Kind: Choice {}
extension Attempt.Outcome: Choice {}
extension Roadblock: Choice {}
extension FeelingZone: Choice {}
extension Person.Relation: Choice {}
