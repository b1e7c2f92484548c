// swift-tools-version: 6.2
import PackageDescription

// MendXML, where memory is C's (links to the folders of Sources/), and a program without threads that valgrind can follow.
let package = Package(
    name: "mend-memory",
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
        .target(name: "MendXML", dependencies: ["CLibXML2"]),
        .executableTarget(name: "memory", dependencies: ["MendXML"]),
    ],
    swiftLanguageModes: [.v6]
)
