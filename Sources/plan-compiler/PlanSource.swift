import MendCore

/// A plan as a Swift file with one function that makes it.
///
/// Its functions are left unoptimised: they run straight through once, and optimising some thousand calls takes the
/// compiler more than ten minutes.
struct PlanSource {
    private let plan: Plan
    private var lines = ["import MendCore", ""]

    init(_ plan: Plan) {
        self.plan = plan
        let lists: [(path: String, texts: [Any])] = [
            ("prompts", plan.prompts), ("reflections", plan.reflections), ("readings", plan.readings),
            ("milestones", plan.milestones), ("practices", plan.practices), ("discreetTitles", plan.discreetTitles),
            ("contacts", plan.contacts), ("shelves", plan.shelves), ("words.leadIns", plan.words.leadIns),
            ("words.scripts", plan.words.scripts), ("words.replies", plan.words.replies),
            ("words.roadblocks", plan.words.roadblocks), ("words.calm", plan.words.calm),
            ("words.tools", plan.words.tools), ("words.signs", plan.words.signs), ("words.safety", plan.words.safety),
        ]
        var source = SwiftSource()
        let values: [(String, Any)] = [
            ("id", plan.id), ("title", plan.title), ("slots", plan.slots), ("ladder", plan.ladder),
            ("sleep", plan.sleep), ("good", plan.good),
        ]
        let arguments = values.map { "        \($0): \(source.expression($1))" }
        lines += ["\(Self.attribute) func shippedPlan() -> Plan {", "    var plan = Plan("]
        lines.append(arguments.joined(separator: ",\n") + ")")
        for index in lists.indices { lines.append("    texts\(index)(&plan)") }
        lines += ["    return plan", "}"]
        for (index, list) in lists.enumerated() {
            lines += ["", "\(Self.attribute) private func texts\(index)(_ plan: inout Plan) {"]
            lines.append("    plan.\(list.path).reserveCapacity(\(list.texts.count))")
            for text in list.texts { lines.append("    plan.\(list.path).append(\(source.expression(text)))") }
            lines.append("}")
        }
        lines += [""] + source.declarations
    }

    private static let attribute = "@_optimize(none)"

    var text: String { lines.map { $0 + "\n" }.joined() }
}
