import Foundation
import MendPlans

/// Reads a folder of plan documents and writes a Swift file that holds the plan as one text.
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
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let json = String(decoding: try encoder.encode(plan), as: UTF8.self)
            let source = "let shippedPlanText: StaticString = ####\"\"\"\n\(json)\n\"\"\"####\n"
            try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
        } catch let faults as PlanFaults {
            complain(faults.description)
            exit(65)
        }
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
