import MendCore

/// Documents to a valid plan. It reads no file: see `PlanFolder`.
public enum PlanDecoder {
    /// Decodes and checks every document.
    ///
    /// - Parameters:
    ///   - documents: in any order; their texts come in the order of their paths.
    ///   - base: the plan whose id, title, language, slots, figures and phrases hold where the documents are silent (the
    ///     shipped one for a household's own plan); of its other texts those that keep people safe are taken. Nil: the
    ///     documents must have them all, but for the language, which is English then.
    /// - Throws: all faults of all documents at once.
    public static func plan(from documents: [PlanDocument], base: Plan? = nil) throws(PlanFaults) -> DecodedPlan {
        var collector = PlanCollector()
        for document in documents.sorted(by: { $0.path < $1.path }) {
            collector.read(document)
        }
        let plan = collector.plan(base: base)
        let faults = collector.faults.filter { $0.severity == .fault }
        guard let plan, faults.isEmpty else { throw PlanFaults(faults) }
        return DecodedPlan(
            plan: plan, places: collector.places,
            warnings: collector.faults.filter { $0.severity == .warning }.inOrder)
    }
}
