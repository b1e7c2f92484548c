import Foundation
import MendCore
import Testing

@testable import MendPlans

/// The plan that comes with mend, from this repository.
enum Shipped {
    static var directory: String {
        URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Plans").path(percentEncoded: false)
    }

    static func documents() throws -> [PlanDocument] {
        try PlanFolder.documents(in: directory, shownAs: "Plans")
    }

    /// The figures alone, with one prompt so that it is a plan.
    static func figures() throws -> Plan {
        let figures = try documents().filter { $0.path == "Plans/plan.yaml" }
        return try PlanDecoder.plan(from: figures + [Small.prompt]).plan
    }
}

enum Small {
    static let prompt = PlanDocument(
        path: "one.yaml",
        text: """
            prompts:
              - id: caregiver.one-breath
                title: Breathe out slowly
                text: Breathe out slowly, once.
                for: self
                theme: body
                minutes: 1
                tips: [1]
            """)
}

/// What a document breaks, as `line message; suggestion`, beside one prompt that makes it a plan.
func faults(_ text: String, path: String = "a.yaml") throws -> [String] {
    let base = try Shipped.figures()
    do {
        _ = try PlanDecoder.plan(from: [PlanDocument(path: path, text: text), Small.prompt], base: base)
        return []
    } catch {
        return error.faults.map { String($0.description.dropFirst($0.path.count + 1)) }
    }
}

func decode(_ text: String) throws -> DecodedPlan {
    try PlanDecoder.plan(from: [PlanDocument(path: "a.yaml", text: text), Small.prompt], base: Shipped.figures())
}
