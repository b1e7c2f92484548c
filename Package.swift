// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "mend",
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // The core: values and pure functions.
        .target(name: "MendCore"),

        // What every module above would otherwise write again: private files, locks, time zone data, hexadecimal digits.
        .target(name: "MendPlatform", dependencies: [.product(name: "SystemPackage", package: "swift-system")]),

        // What goes in: plans and the journal.
        .target(name: "MendPlans", dependencies: ["MendCore", "Yams"]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(
            name: "MendJournal",
            dependencies: [
                "MendCore", "MendPlatform", "CSQLite", .product(name: "Crypto", package: "swift-crypto"),
            ]),

        // What keeps a household beyond its journal: backups, and JSON Lines.
        .target(
            name: "MendKeeping",
            dependencies: [
                "MendCore", "MendPlatform", "MendJournal", .product(name: "Crypto", package: "swift-crypto"),
            ]),

        // How a message reaches a phone that nobody else can read it on: sealing, tokens, addresses (Web Push).
        .target(
            name: "MendPush", dependencies: ["MendPlatform", .product(name: "Crypto", package: "swift-crypto")]),

        // What comes out: text, calendars, feeds.
        .target(name: "MendText", dependencies: ["MendCore"]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "MendXML", dependencies: ["CLibXML2"]),
        .target(
            name: "MendExport",
            dependencies: [
                "MendCore", "MendPlatform", "MendText", "MendXML", .product(name: "Crypto", package: "swift-crypto"),
            ]),

        // Lists of tasks: what stands in them, and what it means when a phone changes one.
        .systemLibrary(name: "CLibICal", providers: [.apt(["libical-dev"])]),
        .target(
            name: "MendTasks",
            dependencies: [
                "CLibICal", "MendCore", "MendPlatform", "MendText", "MendExport",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),

        // What a browser sees: the pages, and the calendars and feeds at addresses.
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "MendServer",
            dependencies: [
                "MendCore", "MendPlatform", "MendText", "MendXML", "MendExport", "MendPush", "MendTasks", "CQREncode",
                "CZlib",
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Templates"), .embedInCode("Assets")]),

        // What goes out by itself, and what takes it: mail, cron, commands of the household's own, and phones.
        .target(
            name: "MendDelivery",
            dependencies: [
                "MendCore", "MendPlatform", "MendText", "MendExport", "MendPush",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),

        // The documents of Plans/, compiled into the program.
        .executableTarget(name: "plan-compiler", dependencies: ["MendPlans"]),
        .plugin(
            name: "EmbedPlan", capability: .buildTool(), dependencies: ["plan-compiler"], path: "Sources/EmbedPlan"),
        .target(name: "ShippedPlan", dependencies: ["MendCore"], plugins: ["EmbedPlan"]),

        // Invented families: for the demo, for tests and for measuring.
        .target(name: "MendExamples", dependencies: ["MendCore"]),

        // The program: a verb a file, and the one place where everything comes together.
        .executableTarget(
            name: "mend",
            dependencies: [
                "MendCore", "MendPlatform", "MendPlans", "MendJournal", "MendKeeping", "MendText", "MendExport",
                "MendDelivery", "MendExamples", "MendPush", "MendServer", "MendTasks", "ShippedPlan",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),

        .executableTarget(
            name: "mend-bench", dependencies: ["MendCore", "MendJournal", "MendExport", "MendExamples", "ShippedPlan"]),

        .testTarget(
            name: "MendCoreTests",
            dependencies: ["MendCore", "MendJournal", "MendKeeping", "MendExamples", "ShippedPlan"],
            exclude: ["Golden/hard-year.txt"]),
        .testTarget(name: "MendPlansTests", dependencies: ["MendPlans", "ShippedPlan"]),
        .testTarget(name: "MendPlatformTests", dependencies: ["MendPlatform"]),
        .testTarget(
            name: "MendPushTests",
            dependencies: ["MendPush", "MendPlatform", .product(name: "Crypto", package: "swift-crypto")]),
        .testTarget(name: "MendTextTests", dependencies: ["MendText"]),
        .testTarget(name: "MendXMLTests", dependencies: ["MendXML"]),
        .testTarget(
            name: "MendTasksTests",
            dependencies: ["MendTasks", "MendCore", "MendJournal", "MendKeeping", "MendExamples", "ShippedPlan"]),
        .testTarget(name: "MendExportTests", dependencies: ["MendText", "MendExport", "ShippedPlan"]),
        .testTarget(
            name: "MendDeliveryTests",
            dependencies: [
                "MendDelivery", "MendJournal", "MendPush", "MendExamples", "ShippedPlan",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .testTarget(
            name: "MendJournalTests", dependencies: ["MendJournal", "MendKeeping", "MendText"], exclude: ["Fixtures"]),
        .testTarget(
            name: "MendServerTests",
            dependencies: [
                "MendServer", "MendPlatform", "MendJournal", "MendKeeping", "MendPush", "MendExamples", "ShippedPlan",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .testTarget(
            name: "MendCommandTests",
            dependencies: ["mend", "MendCore", "MendJournal", "MendKeeping", "MendText", "Yams"]),
        .testTarget(
            name: "MendFuzzTests",
            dependencies: [
                "MendCore", "MendPlatform", "MendPlans", "MendXML", "MendText", "MendExport", "MendJournal",
                "MendKeeping", "MendServer", "MendDelivery",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
