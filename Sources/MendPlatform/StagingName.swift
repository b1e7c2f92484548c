/// The name under which a file is made before it is put in its place; after a kill such a file may be left.
package enum StagingName {
    private static let mark = ".mend-new"

    /// `.calendar.ics.mend-new` for `calendar.ics`.
    package static func name(for final: String) -> String { ".\(final)\(mark)" }

    /// In the same directory.
    package static func path(for place: String) -> String {
        let (folder, name) = Directory.parts(of: place)
        return "\(folder)/\(Self.name(for: name))"
    }

    /// The name of the file that was being made under this one, or under this one and an ending of SQLite's; nil for every
    /// other name.
    package static func final(of name: String) -> String? {
        guard name.hasPrefix("."), let found = name.firstRange(of: mark) else { return nil }
        return String(name[..<found.lowerBound].dropFirst())
    }
}
