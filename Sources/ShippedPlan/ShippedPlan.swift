import MendCore

/// The plan that travels inside the program: the documents of `Plans/`, compiled when mend is built.
public enum ShippedPlan {
    /// Made at every call, in well under a millisecond: its texts are literals of the program.
    public static func load() -> Plan { shippedPlan() }
}
