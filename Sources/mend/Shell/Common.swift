import ArgumentParser
import Foundation
import MendCore
import MendJournal
import MendPlans
import ShippedPlan

/// The options that every verb has, and what they stand for.
struct Common: ParsableArguments {
    @Option(help: ArgumentHelp(.data, valueName: "dir"))
    var data: String?

    @Option(
        help: ArgumentHelp(.now, valueName: "time"))
    var now: String?

    @Option(
        help: ArgumentHelp(
            .plan,
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

    /// The household's journal. From here on the program speaks the household's language.
    func journal() throws -> SQLiteJournal {
        let journal = try SQLiteJournal(directory: directory, zones: SystemZones.find)
        // A household that cannot be read is told of by whatever reads it next.
        Speech.follow(try? journal.household().language)
        return journal
    }

    /// The folder of `--plan`, else of the household's own plan; nil where there is neither.
    var ownPlan: String? {
        plan ?? HouseholdPlan(directory: directory).folder
    }

    /// The plan of `--plan`, else the household's own, else the shipped one. From here on the program speaks its language,
    /// unless the household has another.
    func thePlan() throws -> Plan {
        let plan =
            try plan.map { try PlanDecoder.plan(from: PlanFolder.documents(in: $0), base: ShippedPlan.load()).plan }
            ?? HouseholdPlan(directory: directory).plan(orShipped: ShippedPlan.load())
        Speech.follow(plan: plan.language)
        return plan
    }

    /// What nearly every verb needs.
    func household() throws -> OpenHousehold { try household { try $0.history() } }

    /// The same for a verb that tells what is now and comes after now.
    func householdFromNow() throws -> OpenHousehold {
        let now = try instant()
        return try household { try $0.historyOfAgenda(from: now) }
    }

    private func household(_ read: (SQLiteJournal) throws -> History) throws -> OpenHousehold {
        let journal = try journal()
        let history = try read(journal)
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
extension Rupture.Frightened: Choice {}
extension Attempt.Outcome: Choice {}
extension Roadblock: Choice {}
extension FeelingZone: Choice {}
extension Person.Relation: Choice {}
