import ArgumentParser
import Foundation
import MendCore
import MendPlans
import MendText
import ShippedPlan

struct PlanVerb: ParsableCommand {
    static let configuration = CommandConfiguration(.plan, subcommands: [Check.self, Show.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(.planCheck)

        @Argument(help: ArgumentHelp(.planDirectory)) var directory: String?
        @Flag(help: ArgumentHelp(.strict)) var strict = false
        @Flag(help: ArgumentHelp(.shipped)) var shipped = false
        @OptionGroup var common: Common

        func run() throws {
            guard let folder = directory ?? common.ownPlan else {
                Terminal.say(HouseholdPhrase.shippedPlanWasChecked)
                return
            }
            let decoded = try PlanDecoder.plan(from: PlanFolder.documents(in: folder), base: ShippedPlan.load())
            let findings = decoded.warnings + PlanLint.findings(in: decoded, isShipped: shipped, isStrict: strict)
            guard !strict || findings.isEmpty else { throw PlanFaults(findings) }
            for finding in findings { Terminal.showNote(finding.description) }
            let plan = decoded.plan
            Terminal.say(
                HouseholdPhrase.checked(
                    plan: plan.title, prompts: plan.prompts.count, reflections: plan.reflections.count,
                    readings: plan.readings.count, scripts: plan.words.scripts.count, findings: findings.count))
        }
    }
}
