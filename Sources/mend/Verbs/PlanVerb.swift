import ArgumentParser
import Foundation
import MendCore
import MendExport
import MendPlans
import ShippedPlan

struct PlanVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Check a plan's documents; show what a plan will do.",
        subcommands: [Check.self, Show.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Check plan documents: every fault at once, with file, line and what to write instead.",
            discussion: "EXAMPLE\n  mend plan check ~/my-plan")

        @Argument(help: "The directory; the household's own plan unless told.") var directory: String?
        @Flag(help: "Let no warning pass.") var strict = false
        @Flag(help: "Hold it to the counts of the plan that comes with mend.") var shipped = false
        @OptionGroup var common: Common

        func run() throws {
            guard let folder = directory ?? common.ownPlan else {
                Terminal.say(
                    "The plan inside mend was checked when it was built. To check another: mend plan check DIR")
                return
            }
            let decoded = try PlanDecoder.plan(from: PlanFolder.documents(in: folder), base: ShippedPlan.load())
            let findings = decoded.warnings + PlanLint.findings(in: decoded, isShipped: shipped, isStrict: strict)
            guard !strict || findings.isEmpty else { throw PlanFaults(findings) }
            for finding in findings { Terminal.note(finding.description) }
            let plan = decoded.plan
            Terminal.say(
                "\(plan.title): \(plan.prompts.count) prompts, \(plan.reflections.count) reflections, "
                    + "\(plan.readings.count) readings, \(plan.words.scripts.count) scripts. "
                    + (findings.isEmpty ? "No fault found." : "No fault that stops it; \(findings.count) to look at."))
        }
    }
}
