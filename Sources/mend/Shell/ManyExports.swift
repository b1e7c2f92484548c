import Foundation
import MendCore
import MendExport
import MendJournal
import MendPlans
import ShippedPlan

/// Exports of many households in one run. What one of them costs is given back before the next one; one that cannot be exported
/// holds up no other.
struct ManyExports {
    /// Where the households are.
    let folder: String
    let out: String
    let isPublic: Bool
    /// A folder of plan documents in place of each household's own.
    let plan: String?

    struct Result {
        var files = 0
        var failures: [HouseholdFailure] = []
    }

    /// - Parameter settings: by the household as it is and its name.
    /// - Throws: what is wrong with the plan of `--plan`.
    func run(
        _ names: [String], jobs: Int?, settings: @Sendable (History, String) throws -> ExportSettings
    ) throws -> Result {
        let shipped = ShippedPlan.load()
        let common = try plan.map { try PlanDecoder.plan(from: PlanFolder.documents(in: $0), base: shipped).plan }
        let progress = Progress(of: names.count)
        let outcomes = Workers(jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount).run(names.count) { index in
            defer { progress.step() }
            return Swift.Result { () throws(HouseholdFailure) in
                try export(names[index], plan: common, shipped: shipped, settings)
            }
        }
        progress.end()
        return outcomes.reduce(into: Result()) { result, outcome in
            switch outcome {
            case .success(let files): result.files += files
            case .failure(let failure): result.failures.append(failure)
            }
        }
    }

    private func export(
        _ name: String, plan common: Plan?, shipped: Plan,
        _ settings: (History, String) throws -> ExportSettings
    ) throws(HouseholdFailure) -> Int {
        let directory = "\(folder)/\(name)"
        do {
            let plan = common ?? HouseholdPlan(directory: directory).plan(orShipped: shipped)
            let journal = try SQLiteJournal(directory: directory, zones: SystemZones.find)
            return try Exporter(journal: journal, plan: plan, isKept: common == nil)
                .export(to: "\(out)/\(name)", isPublic: isPublic) { try settings($0, name) }.count
        } catch {
            throw HouseholdFailure(directory: directory, cause: error)
        }
    }
}

/// One household of many was skipped.
struct HouseholdFailure: Error {
    let directory: String
    let cause: any Error
}
