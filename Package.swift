// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "mend",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // The core: values and pure functions.
        .target(name: "MendCore"),

        // What goes in: plans and the journal.
        .target(name: "MendPlans", dependencies: ["MendCore", "Yams"]),
        .target(name: "MendJournal", dependencies: ["MendCore", .product(name: "GRDB", package: "GRDB.swift")]),

        // What comes out: calendars, feeds, text.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "MendXML", dependencies: ["CLibXML2"]),
        .target(name: "MendExport", dependencies: ["MendCore", "MendXML"]),

        // The documents of Plans/, compiled into the program.
        .executableTarget(name: "plan-compiler", dependencies: ["MendPlans"]),
        .plugin(
            name: "EmbedPlan", capability: .buildTool(), dependencies: ["plan-compiler"], path: "Sources/EmbedPlan"),
        .target(name: "ShippedPlan", dependencies: ["MendCore"], plugins: ["EmbedPlan"]),

        // Invented families: for the demo, for tests and for measuring.
        .target(name: "MendExamples", dependencies: ["MendCore"]),

        .executableTarget(
            name: "mend",
            dependencies: [
                "MendCore", "MendPlans", "MendJournal", "MendExport", "MendExamples", "ShippedPlan",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),

        .executableTarget(
            name: "mend-bench", dependencies: ["MendCore", "MendJournal", "MendExport", "MendExamples", "ShippedPlan"]),

        .testTarget(name: "MendCoreTests", dependencies: ["MendCore", "MendJournal", "MendExamples", "ShippedPlan"]),
        .testTarget(name: "MendPlansTests", dependencies: ["MendPlans", "ShippedPlan"]),
        .testTarget(name: "MendXMLTests", dependencies: ["MendXML"]),
        .testTarget(name: "MendExportTests", dependencies: ["MendExport"]),
        .testTarget(name: "MendJournalTests", dependencies: ["MendJournal"]),
        .testTarget(name: "MendCommandTests", dependencies: ["mend"]),
    ],
    swiftLanguageModes: [.v6]
)
