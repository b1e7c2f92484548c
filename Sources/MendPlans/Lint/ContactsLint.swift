import MendCore

/// L24: a wrong number does harm, so each line says who read it and where, and nothing is invented.
public enum ContactsLint {
    /// Lines that say too little to be shown.
    static func warnings(_ decoded: DecodedPlan) -> [PlanFault] {
        decoded.plan.contacts.flatMap { country in
            country.lines.enumerated().compactMap { index, line in
                let values = [
                    ("name", line.name), ("number", line.number), ("for", line.purpose), ("source", line.source),
                ]
                let unknown = values.filter { $0.1 == "unknown" }.map(\.0)
                guard !unknown.isEmpty else { return nil }
                return warning(
                    decoded, country, index, "\(line.name): \(unknown.joined(separator: ", ")) unknown",
                    "write it, or leave the line out")
            }
        }
            + decoded.plan.words.safety.filter { $0.when != .limits && !$0.contacts }.compactMap { safety in
                guard let place = decoded.places[safety.id] else { return nil }
                return PlanFault(
                    path: place.path, line: place.lines["contacts"]?.number ?? place.line, rule: "L23",
                    message: "no contacts with \(safety.id)", suggestion: "write contacts: true", severity: .warning)
            }
    }

    /// What has to be done before a release: every line's hours known, and checked by a person within the last year.
    ///
    /// The tests do not ask for it, since only a person who opens each line's own site can make it true.
    public static func beforeRelease(_ decoded: DecodedPlan, on day: LocalDay) -> [PlanFault] {
        decoded.plan.contacts.flatMap { country in
            country.lines.enumerated().compactMap { index, line -> PlanFault? in
                if line.hours == "unknown" {
                    return warning(
                        decoded, country, index, "\(line.name): hours unknown", "open its own site and write them")
                }
                guard let checked = LocalDay(line.checked) else {
                    return warning(
                        decoded, country, index, "\(line.name): never checked", "open its own site and write the day")
                }
                guard checked <= day, day - checked <= 365 else {
                    return warning(
                        decoded, country, index, "\(line.name): checked on \(line.checked)",
                        "open its own site again and write the day")
                }
                return nil
            }
        }.inOrder
    }

    private static func warning(
        _ decoded: DecodedPlan, _ country: CountryContacts, _ index: Int, _ message: String, _ suggestion: String
    ) -> PlanFault {
        let place = decoded.places["\(country.country).\(index + 1)"]
        return PlanFault(
            path: place?.path ?? country.country, line: place?.line ?? 0, rule: "L24", message: message,
            suggestion: suggestion, severity: .warning)
    }
}
