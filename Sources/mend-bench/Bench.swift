/// Measures the real pipeline: alone at three sizes each, or as one of several programs that do the same work.
@main
struct Bench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case nil: try CostCurves().run()
        case "only": try CostCurves(part: arguments.dropFirst().joined(separator: " ")).run()
        case "patterns": try PatternErrors(families: arguments.dropFirst().first.flatMap { Int($0) } ?? 2_000).run()
        case "crowd": try CrowdMaker(arguments: arguments).run()
        case "family": try FamilyMaker(arguments: arguments).run()
        default: try PeerWork(arguments: arguments).run()
        }
    }
}
