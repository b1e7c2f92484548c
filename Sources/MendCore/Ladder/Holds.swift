/// What holds back: pauses, and red thermometers. All that is known has begun, so a hold is nothing but its end.
struct Holds {
    private let zone: Zone
    private let figures: LadderFigures
    private var household = Instant.distantPast
    /// Of the whole ladder with a person.
    private var people: [String: Instant] = [:]
    /// The thermometer of each person; nil: the caregiver's.
    private var thermometers: [String?: Thermometer] = [:]

    /// When somebody's thermometer stood at red.
    private struct Thermometer {
        struct Red {
            let order: Order
            let until: Instant
            /// The number of the rupture that named it.
            let rupture: Int?
        }

        var red: [Red] = []
        var lastNotRed: Order?
    }

    /// Check-ins are in order of their time; at one time, what a rupture named comes first.
    struct Order: Comparable {
        let at: Instant
        let isCheckIn: Bool
        let id: String

        static func < (left: Order, right: Order) -> Bool {
            (left.at, left.isCheckIn ? 1 : 0, left.id) < (right.at, right.isCheckIn ? 1 : 0, right.id)
        }
    }

    init(zone: Zone, figures: LadderFigures) {
        self.zone = zone
        self.figures = figures
    }

    /// A pause; one of the same that was written down before is replaced.
    mutating func take(_ hold: Hold) {
        if let person = hold.with { people[person] = hold.until } else { household = hold.until }
    }

    mutating func take(_ checkIn: CheckIn, person: Person?) {
        let length = person.map { space(of: $0, at: checkIn.at) } ?? figures.redHold.checkIn
        read(
            checkIn.zone, of: checkIn.with, for: length,
            Order(at: checkIn.at, isCheckIn: true, id: checkIn.id), rupture: nil)
    }

    /// A rupture counts as a check-in of both zones that it names.
    mutating func take(_ rupture: Rupture, number: Int, person: Person) {
        let order = Order(at: rupture.at, isCheckIn: false, id: rupture.id)
        if let zone = rupture.ownZone {
            let band = person.band(on: self.zone.day(of: rupture.at))
            read(zone, of: nil, for: figures.redHold.rupture[band], order, rupture: number)
        }
        if let zone = rupture.theirZone {
            read(zone, of: person.id, for: space(of: person, at: rupture.at), order, rupture: number)
        }
    }

    private func space(of person: Person, at instant: Instant) -> Int {
        figures.space(person.band(on: zone.day(of: instant)), isRed: true)
    }

    /// One that is not red ends those before it.
    private mutating func read(
        _ zone: FeelingZone, of person: String?, for length: Int, _ order: Order, rupture: Int?
    ) {
        var thermometer = thermometers[person] ?? Thermometer()
        if zone == .red {
            let isOver = thermometer.lastNotRed.map { order < $0 } ?? false
            if !isOver { thermometer.red.append(.init(order: order, until: order.at + length, rupture: rupture)) }
        } else {
            thermometer.lastNotRed = max(thermometer.lastNotRed ?? order, order)
            thermometer.red.removeAll { $0.order < order }
        }
        thermometers[person] = thermometer
    }

    /// Forgets what is over.
    mutating func forget(before instant: Instant) {
        for key in thermometers.keys { thermometers[key]?.red.removeAll { $0.until <= instant } }
    }

    /// When the pause of the ladder with a person is over.
    func pause(of person: Person) -> Instant { max(household, people[person.id] ?? .distantPast) }

    /// What holds a rung with a person back; calm is never held.
    /// - Parameter rupture: the number of the one whose own zone does not hold it.
    func bounds(with person: Person, isTogether: Bool, newest: Instant, except rupture: Int?) -> RungPlacer.Bounds {
        let alone = max(
            household, people[person.id] ?? .distantPast, thermometers[nil]?.red.map(\.until).max() ?? .distantPast)
        guard isTogether else { return .init(newest: newest, held: alone, heldAlone: alone) }
        let theirs = thermometers[person.id]?.red.filter { rupture == nil || $0.rupture != rupture }.map(\.until).max()
        return .init(newest: newest, held: max(alone, theirs ?? .distantPast), heldAlone: alone)
    }
}
