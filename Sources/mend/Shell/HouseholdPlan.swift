import MendCore
import MendPlans
import MendText

/// The plan in a household's own directory.
struct HouseholdPlan {
    /// Nil where it has none.
    let folder: String?

    init(directory: String) {
        folder = Environment.ownPlan(in: directory)
    }

    /// A slip in it must not take calm or the notebook away.
    func plan(orShipped shipped: @autoclosure () -> Plan) -> Plan {
        guard let folder else { return shipped() }
        Log.mend.debug("plan of its own", metadata: ["folder": "\(folder)"])
        do {
            return try PlanDecoder.plan(from: PlanFolder.documents(in: folder), base: shipped()).plan
        } catch {
            Terminal.note(HouseholdPhrase.planHasAFault(folder: folder))
            return shipped()
        }
    }
}
