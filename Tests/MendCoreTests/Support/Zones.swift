import Foundation
import Testing

@testable import MendCore

/// The zones of this machine's tzdata.
enum Zones {
    private static let folder = "/usr/share/zoneinfo"

    static func named(_ identifier: String) throws -> Zone {
        try ZoneFile(bytes(identifier)).zone(identifier)
    }

    static func bytes(_ identifier: String) throws -> [UInt8] {
        try [UInt8](#require(FileManager.default.contents(atPath: "\(folder)/\(identifier)")))
    }

    /// Every name in tzdata's own list, of zones and of links.
    static func names() throws -> [String] {
        let data = try #require(FileManager.default.contents(atPath: "\(folder)/tzdata.zi"))
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            return switch words.first {
            case "Z": words.dropFirst().first.map(String.init)
            case "L": words.dropFirst(2).first.map(String.init)
            default: nil
            }
        }
        .sorted()
    }
}

extension Zone {
    /// The instant of `2026-01-05 17:40` or `2026-01-05 17:40:30` on this zone's clock.
    func at(_ text: String) throws -> Instant {
        let words = text.split(separator: " ")
        try #require(words.count == 2)
        let day = try #require(LocalDay(words[0]))
        let time = try #require(LocalTime(words[1].prefix(5)))
        return instant(day, time) + (Int(words[1].dropFirst(6)) ?? 0)
    }

    /// What the clock shows: `2026-01-05 17:40`, with seconds where there are any.
    func text(_ instant: Instant) -> String {
        let (day, second) = reading(at: instant)
        let seconds = second % 60 == 0 ? "" : ":\((second % 60).padded(2))"
        return "\(day) \((second / 3600).padded(2)):\((second / 60 % 60).padded(2))\(seconds)"
    }
}
