import Foundation
import MendText

/// What a device reads to install the pages as an app (W3C Web Application Manifest).
struct WebManifest: Encodable {
    struct Icon: Encodable {
        let src: String
        let sizes: String
        let type: String
        let purpose: String
    }

    struct Shortcut: Encodable {
        let name: String
        let url: String
    }

    let id = "/"
    let name = PageConstant.mend.text
    let shortName = PageConstant.mend.text
    let startURL = "/"
    let scope = "/"
    let display = "standalone"
    // As --paper has it by day.
    let backgroundColor = "#f2f5f2"
    let themeColor = "#f2f5f2"
    let icons = [
        Icon(src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any"),
        Icon(src: "/icon-180.png", sizes: "180x180", type: "image/png", purpose: "any"),
        Icon(src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any maskable"),
    ]
    let shortcuts: [Shortcut]

    /// As the standard spells them.
    private enum CodingKeys: String, CodingKey {
        case id, name, scope, display, icons, shortcuts
        case shortName = "short_name"
        case startURL = "start_url"
        case backgroundColor = "background_color"
        case themeColor = "theme_color"
    }

    init(_ renderer: PageRenderer) {
        shortcuts = [
            Shortcut(name: renderer.text(PageTitle.cracked), url: "/record"),
            Shortcut(name: renderer.text(PageTitle.calm), url: "/calm"),
        ]
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}
