/// What holds back: pauses, and red thermometers. All that is known has begun, so a hold is nothing but its end.
struct Holds {
    private let zone: Zone
    private let figures: LadderFigures
    /// When the household's pause is over.
    private var household = Instant.distantPast
    /// When that of the whole ladder with a person is over, by the person's number.
    private var people: [Instant]
    private var own = Thermometer()
    /// By the number of a person.
    private var theirs: [Thermometer]

    /// Check-ins are in order of their time; at one time, what a rupture named comes first.
    struct Order: Comparable {
        let at: Instant
        let isCheckIn: Bool
        let id: String

        static func < (left: Order, right: Order) -> Bool {
            (left.at, left.isCheckIn ? 1 : 0, left.id) < (right.at, right.isCheckIn ? 1 : 0, right.id)
        }
    }

    init(zone: Zone, figures: LadderFigures, people count: Int) {
        self.zone = zone
        self.figures = figures
        people = Array(repeating: .distantPast, count: count)
        theirs = Array(repeating: Thermometer(), count: count)
    }

    /// A pause; one of the same that was written down before is replaced.
    mutating func take(_ hold: Hold, with person: Int?) {
        if let person {
            people[person] = hold.until
        } else if hold.with == nil {
            household = hold.until
        }
    }

    mutating func take(_ checkIn: CheckIn, with ladder: Ladder?) {
        let order = Order(at: checkIn.at, isCheckIn: true, id: checkIn.id)
        if let ladder {
            theirs[ladder.number].forget(before: checkIn.recorded)
            theirs[ladder.number].read(checkIn.zone, order, for: space(of: ladder.person, at: checkIn.at))
        } else if checkIn.with == nil {
            own.read(checkIn.zone, order, for: figures.redHold.checkIn)
        }
    }

    /// A rupture counts as a check-in of both zones that it names.
    mutating func take(_ rupture: Rupture, number: Int, with ladder: Ladder) {
        let order = Order(at: rupture.at, isCheckIn: false, id: rupture.id)
        if let zone = rupture.ownZone {
            let band = ladder.person.band(on: self.zone.day(of: rupture.at))
            own.read(zone, order, for: figures.redHold.rupture[band])
        }
        if let zone = rupture.theirZone {
            let space = space(of: ladder.person, at: rupture.at)
            theirs[ladder.number].forget(before: rupture.recorded)
            theirs[ladder.number].read(zone, order, for: space, rupture: number)
        }
    }

    private func space(of person: Person, at instant: Instant) -> Int {
        figures.space(person.band(on: zone.day(of: instant)), isRed: true)
    }

    /// Forgets of the caregiver what is over; of the others that is done when they are read again.
    mutating func forget(before instant: Instant) { own.forget(before: instant) }

    /// When the pause of the ladder with a person is over.
    func pause(of person: Int) -> Instant { max(household, people[person]) }

    /// What holds a rung with a person back; calm is never held.
    /// - Parameter rupture: the number of the one whose own zone does not hold it.
    func bounds(with ladder: Ladder, isTogether: Bool, newest: Instant, except rupture: Int?) -> RungPlacer.Bounds {
        let alone = max(pause(of: ladder.number), own.isOver(except: nil))
        let held = isTogether ? max(alone, theirs[ladder.number].isOver(except: rupture)) : alone
        return .init(
            newest: newest, held: held, heldAlone: alone,
            heldBy: held > pause(of: ladder.number) ? .redThermometer : .pause)
    }
}

/// When somebody's thermometer stood at red.
private struct Thermometer {
    struct Red {
        let order: Holds.Order
        let until: Instant
        /// The number of the rupture that named it.
        let rupture: Int?
    }

    private var red: [Red] = []
    private var lastNotRed: Holds.Order?

    /// One that is not red ends those before it, also those that are written down later.
    mutating func read(_ zone: FeelingZone, _ order: Holds.Order, for length: Int, rupture: Int? = nil) {
        if zone == .red {
            let isOver = lastNotRed.map { order < $0 } ?? false
            if !isOver { red.append(Red(order: order, until: order.at + length, rupture: rupture)) }
        } else {
            lastNotRed = max(lastNotRed ?? order, order)
            red.removeAll { $0.order < order }
        }
    }

    mutating func forget(before instant: Instant) {
        if !red.isEmpty { red.removeAll { $0.until <= instant } }
    }

    /// When the last red is over.
    func isOver(except rupture: Int?) -> Instant {
        red.lazy.filter { rupture == nil || $0.rupture != rupture }.map(\.until).max() ?? .distantPast
    }
}
