// swift-tools-version: 6.2
import PackageDescription

// The parsers alone (links to the folders of Sources/), built so that libFuzzer sees which way each input takes.
let watched: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])]

let package = Package(
    name: "mend-fuzz",
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .target(name: "MendCore", exclude: ["MendCore.docc"], swiftSettings: watched),
        .target(
            name: "MendPlatform", dependencies: [.product(name: "SystemPackage", package: "swift-system")],
            swiftSettings: watched),
        .target(name: "MendPlans", dependencies: ["MendCore", "Yams"], swiftSettings: watched),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
        .target(
            name: "MendXML", dependencies: ["CLibXML2"], exclude: ["MendXML.docc"], swiftSettings: watched),
        .target(name: "MendText", dependencies: ["MendCore"], swiftSettings: watched),
        .target(
            name: "MendExport", dependencies: ["MendCore", "MendPlatform", "MendText", "MendXML"],
            exclude: ["MendExport.docc"],
            swiftSettings: watched),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
        .target(
            name: "MendJournal", dependencies: ["MendCore", "MendPlatform", "CSQLite"], exclude: ["MendJournal.docc"],
            swiftSettings: watched),
        .target(
            name: "MendKeeping", dependencies: ["MendCore", "MendJournal"],
            sources: ["HouseholdFile.swift", "HouseholdFileReader.swift", "JSONLine.swift"],
            swiftSettings: watched),
        .target(
            name: "MendServer", dependencies: ["MendCore", "MendPlatform", "MendExport"],
            exclude: ["Templates", "Assets"],
            sources: [
                "HTTP/AcceptEncoding.swift", "HTTP/CookieHeader.swift", "HTTP/EntityTag.swift", "HTTP/Form.swift",
                "HTTP/HTTPDate.swift", "HTTP/PathText.swift", "HTTP/ServerOrigin.swift",
            ], swiftSettings: watched),
        .target(
            name: "MendDelivery", dependencies: ["MendCore", "MendExport"],
            sources: ["CronSchedule.swift", "MailMessage.swift"], swiftSettings: watched),
        .target(
            name: "Probes",
            dependencies: [
                "MendCore", "MendPlatform", "MendPlans", "MendXML", "MendText", "MendExport", "MendJournal",
                "MendKeeping", "MendServer", "MendDelivery",
            ],
            swiftSettings: watched),
        .executableTarget(
            name: "fuzz", dependencies: ["Probes"], swiftSettings: [.unsafeFlags(["-enable-testing"])],
            linkerSettings: [.linkedLibrary("stdc++")]),
    ],
    swiftLanguageModes: [.v6]
)
