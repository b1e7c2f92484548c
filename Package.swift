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
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "MendXML", dependencies: ["CLibXML2"]),
        .target(name: "MendCore"),
        .target(name: "MendPlans", dependencies: ["MendCore", "Yams"]),
        .target(name: "MendJournal", dependencies: ["MendCore", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(name: "MendExport", dependencies: ["MendCore", "MendXML"]),
        .executableTarget(
            name: "mend",
            dependencies: [
                "MendCore", "MendPlans", "MendJournal", "MendExport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(name: "MendCoreTests", dependencies: ["MendCore"]),
    ],
    swiftLanguageModes: [.v6]
)
