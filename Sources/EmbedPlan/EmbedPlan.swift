import Foundation
import PackagePlugin

/// Compiles the documents of `Plans/` into the program, so that an installed mend needs no file beside it and parses
/// nothing when it starts.
@main
struct EmbedPlan: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let plans = context.package.directoryURL.appending(path: "Plans")
        let output = context.pluginWorkDirectoryURL.appending(path: "ShippedPlanSource.swift")
        return [
            .buildCommand(
                displayName: "Compiling Plans",
                executable: try context.tool(named: "plan-compiler").url,
                arguments: [plans.path(), output.path()],
                inputFiles: try documents(in: plans),
                outputFiles: [output])
        ]
    }

    private func documents(in folder: URL) throws -> [URL] {
        guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
        return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "yaml" }.sorted { $0.path() < $1.path() }
    }
}
