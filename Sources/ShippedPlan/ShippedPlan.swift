import Foundation
import MendCore

/// The plan that travels inside the program: the documents of `Plans/`, compiled when mend is built.
public enum ShippedPlan {
    /// - Throws: a `DecodingError`, which would be a fault of the build.
    public static func load() throws -> Plan {
        let text = shippedPlanText
        let data = Data(bytes: text.utf8Start, count: text.utf8CodeUnitCount)
        return try JSONDecoder().decode(Plan.self, from: data)
    }
}
