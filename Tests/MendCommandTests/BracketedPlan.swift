import Foundation
import Testing
import Yams

/// The documents of Plans/, with each text in the brackets of the pseudo-language: what stands outside of brackets in an
/// output then comes neither from the plan nor from the catalogue.
enum BracketedPlan {
    private static let plans = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Plans")

    /// The keys under which texts for people stand; under others there are ids, choices, times and figures.
    private static let textKeys: Set<String> = [
        "title", "text", "caution", "intro", "questions", "question", "follow-up", "reach", "own", "turn", "next",
        "alone", "with", "without", "author", "name", "says", "picture",
    ]

    /// Writes them to a folder.
    static func write(to folder: String) throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: plans.path)
        for path in paths where path.hasSuffix(".yaml") && !path.hasPrefix("two-of-us/") {
            let text = try String(contentsOf: plans.appending(path: path), encoding: .utf8)
            let document = try #require(try Yams.compose(yaml: text), "\(path)")
            // `together` is a text of a practice, and elsewhere a slot.
            let keys = path == "practices.yaml" ? textKeys.union(["together"]) : textKeys
            let bracketed = try Yams.serialize(node: bracketed(document, keys, isText: false), allowUnicode: true)
            let target = URL(filePath: "\(folder)/\(path)")
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bracketed.utf8).write(to: target)
        }
    }

    private static func bracketed(_ node: Node, _ keys: Set<String>, isText: Bool) -> Node {
        switch node {
        case .mapping(let mapping):
            Node(
                mapping.map { key, value in
                    (key, bracketed(value, keys, isText: keys.contains(key.string ?? "")))
                })
        case .sequence(let sequence): Node(sequence.map { bracketed($0, keys, isText: isText) })
        case .scalar(let scalar) where isText && scalar.string.contains(where: \.isLetter):
            Node("⟦\(scalar.string)⟧", .implicit, .doubleQuoted)
        default: node
        }
    }
}
