/// What is told of a person. What is nil stays as it is.
public struct PersonEntry: Sendable {
    public var name: String?
    public var relation: Person.Relation?
    public var born: String?
    /// Replaces all closed times.
    public var closed: [String]?
    /// Replaces all days away.
    public var away: [String]?
    /// Empty: what the plan says.
    public var sleep: String?
    /// Empty: what the plan says.
    public var good: String?

    public init(
        name: String? = nil, relation: Person.Relation? = nil, born: String? = nil, closed: [String]? = nil,
        away: [String]? = nil, sleep: String? = nil, good: String? = nil
    ) {
        self.name = name
        self.relation = relation
        self.born = born
        self.closed = closed
        self.away = away
        self.sleep = sleep
        self.good = good
    }

    /// Whether nothing is told.
    public var isEmpty: Bool {
        name == nil && relation == nil && born == nil && closed == nil && away == nil && sleep == nil && good == nil
    }

    func apply(to person: inout Person) throws {
        if let name { person.name = name.trimmingBlanks }
        if let relation { person.relation = relation }
        if let born { person.born = born.isEmpty ? nil : try Parsing.birthDate(born) }
        if let closed { person.closed = try closed.map(Parsing.closedTime) }
        if let away { person.away = try away.map(Parsing.daysAway) }
        if let sleep { person.sleep = sleep.isEmpty ? nil : try Parsing.window(sleep) }
        if let good { person.good = good.isEmpty ? nil : try Parsing.clock(good) }
    }
}

/// What is told of the household. What is nil stays as it is.
public struct HouseholdEntry: Sendable {
    public var zone: Zone?
    public var quiet: String?
    public var cap: Int?
    /// Empty: no country.
    public var country: String?
    public var shared: Bool?
    /// Replaces all closed times of the caregiver.
    public var closed: [String]?
    /// Replaces all days on which the caregiver is away.
    public var away: [String]?
    /// The caregiver's good time. Empty: what the plan says.
    public var good: String?
    public var language: Language?

    public init(
        zone: Zone? = nil, quiet: String? = nil, cap: Int? = nil, country: String? = nil, shared: Bool? = nil,
        closed: [String]? = nil, away: [String]? = nil, good: String? = nil, language: Language? = nil
    ) {
        self.zone = zone
        self.quiet = quiet
        self.cap = cap
        self.country = country
        self.shared = shared
        self.closed = closed
        self.away = away
        self.good = good
        self.language = language
    }

    /// Whether nothing is told.
    public var isEmpty: Bool {
        zone == nil && quiet == nil && cap == nil && country == nil && shared == nil && closed == nil && away == nil
            && good == nil && language == nil
    }

    /// - Parameter plan: it has the support lines of some countries.
    public func apply(to household: inout Household, plan: Plan) throws {
        if let zone { household.zone = zone }
        if let quiet { household.quiet = try Parsing.window(quiet) }
        if let cap { household.cap = cap }
        if let country { household.country = country.isEmpty ? nil : try Self.code(of: country, plan) }
        if let shared { household.shared = shared }
        if let closed { household.closed = try closed.map(Parsing.closedTime) }
        if let away { household.away = try away.map(Parsing.daysAway) }
        if let good { household.good = good.isEmpty ? nil : try Parsing.clock(good) }
        if let language { household.language = language }
    }

    private static func code(of country: String, _ plan: Plan) throws -> String {
        let code = country.uppercased() == "UK" ? "GB" : country.uppercased()
        let known = plan.contacts.map(\.country)
        guard known.contains(code) else { throw InputError.unknownCountry(known: known) }
        return code
    }
}
