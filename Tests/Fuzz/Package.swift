// swift-tools-version: 6.2
import PackageDescription

// The parsers alone (links to the folders of Sources/), built so that libFuzzer sees which way each input takes.
let watched: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])]

let package = Package(
    name: "mend-fuzz",
    dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
    targets: [
        .target(name: "MendCore", exclude: ["MendCore.docc"], swiftSettings: watched),
        .target(name: "MendPlans", dependencies: ["MendCore", "Yams"], swiftSettings: watched),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
        .target(
            name: "MendXML", dependencies: ["CLibXML2"], exclude: ["MendXML.docc"], swiftSettings: watched),
        .target(name: "MendText", dependencies: ["MendCore"], swiftSettings: watched),
        .target(
            name: "MendExport", dependencies: ["MendCore", "MendText", "MendXML"], exclude: ["MendExport.docc"],
            swiftSettings: watched),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
        .target(
            name: "MendJournal", dependencies: ["MendCore", "CSQLite"], exclude: ["MendJournal.docc"],
            swiftSettings: watched),
        .target(
            name: "MendKeeping", dependencies: ["MendCore"],
            sources: ["HouseholdFile.swift", "HouseholdFileReader.swift", "RecordFields.swift"],
            swiftSettings: watched),
        .target(
            name: "MendServer", dependencies: ["MendCore", "MendExport"], exclude: ["Templates", "Assets"],
            sources: [
                "HTTP/AcceptEncoding.swift", "HTTP/CookieHeader.swift", "HTTP/EntityTag.swift", "HTTP/Form.swift",
                "HTTP/Hex.swift", "HTTP/HTTPDate.swift", "HTTP/PathText.swift", "HTTP/PercentText.swift",
                "HTTP/ServerOrigin.swift",
            ], swiftSettings: watched),
        .target(
            name: "MendDelivery", dependencies: ["MendCore", "MendExport"],
            sources: ["CronSchedule.swift", "MailMessage.swift"], swiftSettings: watched),
        .target(
            name: "Probes",
            dependencies: [
                "MendCore", "MendPlans", "MendXML", "MendText", "MendExport", "MendJournal", "MendKeeping",
                "MendServer", "MendDelivery",
            ],
            swiftSettings: watched),
        .executableTarget(
            name: "fuzz", dependencies: ["Probes"], swiftSettings: [.unsafeFlags(["-enable-testing"])],
            linkerSettings: [.linkedLibrary("stdc++")]),
    ],
    swiftLanguageModes: [.v6]
)
