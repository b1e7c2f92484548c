/// Names of time zones as people type them.
public enum ZoneName {
    /// Whether it names a distance from UTC that never changes, and no place: `EST`, `Etc/GMT+5`. UTC itself is no such name:
    /// nobody takes it for a place with summer time.
    public static func isFixed(_ name: String) -> Bool {
        ["EST", "MST", "HST"].contains(name) || name.wholeMatch(of: /Etc\/GMT[+-][1-9][0-9]?/) != nil
    }

    /// A place on whose clock people mean an abbreviation, such as `America/New_York` for `EST`; nil: none is known.
    public static func place(of abbreviation: String) -> String? {
        places[abbreviation.uppercased()]
    }

    /// The name that was meant by a text that is none: another case, spaces for `_`, a city alone, an abbreviation, or a slip.
    /// - Parameter names: all that there are.
    /// - Returns: nil where none is near.
    public static func nearest(to typed: String, among names: [String]) -> String? {
        let wanted = folded(typed)
        guard !wanted.isEmpty else { return nil }
        if let whole = names.first(where: { folded($0) == wanted && !isFixed($0) }) { return whole }
        // Of several zones of one city, the shortest name is the usual one.
        let cities = names.filter { $0.contains("/") && folded(city($0)) == wanted }
        if let one = cities.min(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) { return one }
        if let place = place(of: typed), names.contains(place) { return place }
        if let near = Nearest.choice(for: typed, among: names.filter { $0.contains("/") }) { return near }
        let near = Nearest.choice(for: typed, among: names.filter { $0.contains("/") }.map(city))
        return near.flatMap { near in names.first { $0.contains("/") && city($0) == near } }
    }

    private static func city(_ name: String) -> String {
        name.split(separator: "/").last.map(String.init) ?? name
    }

    private static func folded(_ name: String) -> [UInt8] {
        name.lowercased().utf8.prefix(80).filter { !" _-/".utf8.contains($0) }
    }

    private static let places = [
        "EST": "America/New_York", "EDT": "America/New_York", "ET": "America/New_York", "CST": "America/Chicago",
        "CDT": "America/Chicago", "CT": "America/Chicago", "MST": "America/Denver", "MDT": "America/Denver",
        "MT": "America/Denver", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
        "PT": "America/Los_Angeles", "AKST": "America/Anchorage", "AKDT": "America/Anchorage",
        "HST": "Pacific/Honolulu", "BST": "Europe/London", "CEST": "Europe/Berlin", "EEST": "Europe/Athens",
        "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney", "ACST": "Australia/Adelaide",
        "AWST": "Australia/Perth", "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
    ]
}
