import MendCore
import MendPlatform

/// The time zones of this machine's tzdata.
public enum SystemZones {
    /// The zone with an IANA name such as `America/New_York`; nil when tzdata has none.
    public static let find: ZoneFinder = { identifier in
        TimeZoneFiles.zone(identifier).flatMap { try? ZoneFile($0) }?.zone(identifier)
    }

    /// Whether tzdata is there at all.
    public static var areInstalled: Bool { find("UTC") != nil }

    /// The release of tzdata, such as `2026a`; nil where it does not say.
    public static var version: String? { TimeZoneFiles.version }

    /// The name of the zone that this machine keeps; nil where it does not say.
    public static var local: String? { TimeZoneFiles.local }

    /// Every name in tzdata's own list, sorted.
    public static var names: [String] { TimeZoneFiles.names }
}
