import MendCore
import MendPlans
import MendText
import ShippedPlan

/// The plan in a household's own directory.
struct HouseholdPlan {
    /// Nil where it has none.
    let folder: String?

    init(directory: String) {
        folder = Environment.ownPlan(in: directory)
    }

    /// Whether there is none of its own, or one without a fault.
    var canBeRead: Bool {
        guard let folder else { return true }
        return (try? PlanDecoder.plan(from: PlanFolder.documents(in: folder), base: ShippedPlan.load())) != nil
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
