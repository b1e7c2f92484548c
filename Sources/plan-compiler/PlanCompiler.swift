import Foundation
import MendPlans

/// Reads a folder of plan documents and writes a Swift file that makes the plan.
@main
struct PlanCompiler {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            complain("usage: plan-compiler FOLDER OUTPUT.swift")
            exit(64)
        }
        do {
            let documents = try PlanFolder.documents(in: arguments[1], shownAs: "Plans")
            let plan = try PlanDecoder.plan(from: documents).plan
            try PlanSource(plan).text.write(toFile: arguments[2], atomically: true, encoding: .utf8)
        } catch let faults as PlanFaults {
            complain(faults.description)
            exit(65)
        }
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
