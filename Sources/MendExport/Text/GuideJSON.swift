import MendCore
import MendText

/// The guide of a repair as the JSON that other programs read.
public enum GuideJSON {
    /// One object with the sections in their order.
    /// - Parameters:
    ///   - rupture: what it is about; nil: the steps in general.
    ///   - person: with whom; nil where `rupture` is nil.
    ///   - zone: its offset stands in the rupture's time.
    public static func text(
        _ sections: [GuideText.Section], about rupture: Rupture?, with person: Person?, zone: Zone
    ) -> String {
        let object = JSONText.object([
            ("rupture", rupture.map { .string($0.id) }),
            ("with", person.map { .string($0.name) }),
            ("kind", rupture.map { .string($0.kind.rawValue) }),
            ("at", rupture.map { .string(TimeText.rfc3339($0.at, zone)) }),
            ("sections", .array(sections.map(section))),
        ])
        return object.page + "\n"
    }

    private static func section(_ section: GuideText.Section) -> JSONText {
        .object([
            ("title", .string(section.title)), ("paragraphs", .array(section.paragraphs.map(JSONText.string))),
            ("points", .array(section.points.map(JSONText.string))),
        ])
    }
}
