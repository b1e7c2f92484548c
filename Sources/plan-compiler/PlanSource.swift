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
            ("words.tools", plan.words.tools), ("words.signs", plan.words.signs),
            ("words.cues", plan.words.cues), ("words.ahead", plan.words.ahead),
            ("words.safety", plan.words.safety),
        ]
        var source = SwiftSource()
        let values: [(String, Any)] = [
            ("id", plan.id), ("title", plan.title), ("slots", plan.slots), ("ladder", plan.ladder),
            ("sleep", plan.sleep), ("good", plan.good), ("phrases", plan.phrases),
        ]
        let arguments = values.map { "        \($0): \(source.expression($1))" }
        lines += ["\(Self.attribute) func shippedPlan() -> Plan {", "    var plan = Plan("]
        lines.append(arguments.joined(separator: ",\n") + ")")
        lines.append("    plan.language = \(source.expression(plan.language))")
        var functions: [String] = []
        var count = 0
        for list in lists {
            lines.append("    plan.\(list.path).reserveCapacity(\(list.texts.count))")
            for start in stride(from: 0, to: list.texts.count, by: Self.textsAtOnce) {
                let name = "texts\(count)"
                count += 1
                lines.append("    \(name)(&plan)")
                let texts = list.texts[start..<min(start + Self.textsAtOnce, list.texts.count)]
                functions += ["", "\(Self.attribute) private func \(name)(_ plan: inout Plan) {"]
                functions += texts.map { "    plan.\(list.path).append(\(source.expression($0)))" } + ["}"]
            }
        }
        lines += ["    return plan", "}"] + functions + [""] + source.declarations
    }

    private static let attribute = "@_optimize(none)"
    /// An unoptimised function has a place on the stack for each text that it makes; fewer at once touch less memory.
    private static let textsAtOnce = 32

    var text: String { lines.map { $0 + "\n" }.joined() }
}
