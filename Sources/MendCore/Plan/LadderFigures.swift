/// The figures of the repair ladder. Durations are seconds of elapsed time unless they count days.
public struct LadderFigures: Equatable, Codable, Sendable {
    /// How long each rung takes, in minutes.
    public var minutes: RungMinutes
    /// From the rupture to calm, by the caregiver's thermometer.
    public var calm: BandTable<CalmDelays>
    /// From calm to reflect; nil: with somebody of the band there is no reflect.
    public var afterCalm: BandTable<Int?>
    /// From reflect to reconnect.
    public var afterReflect: BandTable<Int>
    /// From calm to reconnect where there is no reflect, and from the rupture where there is no calm either.
    public var withoutReflect: Int
    /// Kinds that are soon and small: they have no reflect, and calm only where a yellow or red thermometer was told.
    public var smallKinds: [Rupture.Kind]
    public var space: SpaceFigures
    /// From reconnect to try-again 1, from that to try-again 2, and so on; the last stands for all further ones.
    public var spacing: [Delay]
    /// How many try-agains a rupture gets before it drops out.
    public var limits: Limits
    /// How many try-agains may stay without any answer in a row.
    public var silence: Limits
    /// The try-agains that have a roadblock question before them.
    public var roadblocksBefore: [Int]
    /// How long before its try-again a roadblock question comes.
    public var roadblockAhead: Int
    /// Calendar days from the last together item to rest.
    public var restAfterDays: Int
    public var refusal: RefusalFigures
    /// Calendar days from a partial repair to the next try-again.
    public var partialDays: Int
    public var redHold: RedHold
    public var hours: HourFigures
    public var search: SearchFigures

    /// From one rung to the next.
    public enum Delay: Hashable, Codable, Sendable {
        /// Seconds of elapsed time.
        case elapsed(Int)
        /// Calendar days.
        case days(Int)
    }

    public struct RungMinutes: Equatable, Codable, Sendable {
        public var calm, reflect, reconnect, tryAgain, roadblock, rest: Int

        public init(calm: Int, reflect: Int, reconnect: Int, tryAgain: Int, roadblock: Int, rest: Int) {
            self.calm = calm
            self.reflect = reflect
            self.reconnect = reconnect
            self.tryAgain = tryAgain
            self.roadblock = roadblock
            self.rest = rest
        }
    }

    /// Yellow stands for unknown, too.
    public struct CalmDelays: Equatable, Codable, Sendable {
        public var green, yellow, red: Int

        public init(green: Int, yellow: Int, red: Int) {
            self.green = green
            self.yellow = yellow
            self.red = red
        }

        func delay(in zone: FeelingZone?) -> Int {
            switch zone {
            case .green: green
            case .yellow, nil: yellow
            case .red: red
            }
        }
    }

    public struct SpaceFigures: Equatable, Codable, Sendable {
        public var base: BandTable<Int>
        /// Bands for which a red thermometer of the other doubles the space.
        public var doubledWhenRed: [AgeBand]
        /// Bands for which closeness against solitude doubles the space.
        public var doubledWhenOscillating: [AgeBand]
        /// The longest space after doubling; nil: no bound.
        public var longest: BandTable<Int?>
        /// Bands for which the space is waived where it would carry reconnect into another day.
        public var waivedBeforeSleep: [AgeBand]

        public init(
            base: BandTable<Int>, doubledWhenRed: [AgeBand], doubledWhenOscillating: [AgeBand],
            longest: BandTable<Int?>, waivedBeforeSleep: [AgeBand]
        ) {
            self.base = base
            self.doubledWhenRed = doubledWhenRed
            self.doubledWhenOscillating = doubledWhenOscillating
            self.longest = longest
            self.waivedBeforeSleep = waivedBeforeSleep
        }
    }

    /// A number for each kind, and the most for a band; nil: the kind's alone.
    public struct Limits: Equatable, Codable, Sendable {
        public var kinds: KindTable
        public var bands: BandTable<Int?>

        public init(kinds: KindTable, bands: BandTable<Int?>) {
            self.kinds = kinds
            self.bands = bands
        }

        subscript(kind: Rupture.Kind, band: AgeBand) -> Int {
            min(kinds[kind], bands[band] ?? kinds[kind])
        }
    }

    public struct KindTable: Equatable, Codable, Sendable {
        public var benign, oscillating, limitSetting, toxic: Int

        public init(benign: Int, oscillating: Int, limitSetting: Int, toxic: Int) {
            self.benign = benign
            self.oscillating = oscillating
            self.limitSetting = limitSetting
            self.toxic = toxic
        }

        public subscript(kind: Rupture.Kind) -> Int {
            switch kind {
            case .benign: benign
            case .oscillating: oscillating
            case .limitSetting: limitSetting
            case .toxic: toxic
            }
        }
    }

    public struct RefusalFigures: Equatable, Codable, Sendable {
        /// The wait after a first no is never shorter.
        public var atLeast: Int
        /// How many times the person's space the wait is.
        public var spaces: Int
        /// Where doubling ends: this many calendar days.
        public var atMostDays: Int
        /// Bands with which a no only delays what was to come, and never to the same day.
        public var onlyDelays: [AgeBand]

        public init(atLeast: Int, spaces: Int, atMostDays: Int, onlyDelays: [AgeBand]) {
            self.atLeast = atLeast
            self.spaces = spaces
            self.atMostDays = atMostDays
            self.onlyDelays = onlyDelays
        }
    }

    /// How long a red thermometer of the caregiver's own holds everything back.
    public struct RedHold: Equatable, Codable, Sendable {
        /// After a check-in.
        public var checkIn: Int
        /// After a rupture, by the other's band.
        public var rupture: BandTable<Int>

        public init(checkIn: Int, rupture: BandTable<Int>) {
            self.checkIn = checkIn
            self.rupture = rupture
        }
    }

    /// When a rung comes that is due on a later day. Try-agains come at the person's good time, reflect in the slot of the
    /// caregiver's own prompts.
    public struct HourFigures: Equatable, Codable, Sendable {
        public var reconnect: BandTable<ReconnectHour>
        /// From the end of sleep and quiet hours to reconnect, for bands whose hour is `afterSleep`.
        public var afterSleep: Int
        /// The caregiver's good time, unless the household says otherwise.
        public var rest: LocalTime

        public init(reconnect: BandTable<ReconnectHour>, afterSleep: Int, rest: LocalTime) {
            self.reconnect = reconnect
            self.afterSleep = afterSleep
            self.rest = rest
        }
    }

    public enum ReconnectHour: String, CaseIterable, Codable, Sendable {
        /// As soon as the day begins.
        case midnight
        /// Soon after the later of sleep and quiet hours is over.
        case afterSleep = "after-sleep"
        /// The person's good time.
        case goodTime = "good-time"
    }

    /// How far ahead a place is looked for.
    public struct SearchFigures: Equatable, Codable, Sendable {
        /// Local days after the first, those not counted that one hold or one absence covers wholly.
        public var days: Int
        /// All days, those counted too.
        public var atMost: Int

        public init(days: Int, atMost: Int) {
            self.days = days
            self.atMost = atMost
        }
    }

    public init(
        minutes: RungMinutes, calm: BandTable<CalmDelays>, afterCalm: BandTable<Int?>, afterReflect: BandTable<Int>,
        withoutReflect: Int, smallKinds: [Rupture.Kind], space: SpaceFigures, spacing: [Delay], limits: Limits,
        silence: Limits, roadblocksBefore: [Int], roadblockAhead: Int, restAfterDays: Int, refusal: RefusalFigures,
        partialDays: Int, redHold: RedHold, hours: HourFigures, search: SearchFigures
    ) {
        self.minutes = minutes
        self.calm = calm
        self.afterCalm = afterCalm
        self.afterReflect = afterReflect
        self.withoutReflect = withoutReflect
        self.smallKinds = smallKinds
        self.space = space
        self.spacing = spacing
        self.limits = limits
        self.silence = silence
        self.roadblocksBefore = roadblocksBefore
        self.roadblockAhead = roadblockAhead
        self.restAfterDays = restAfterDays
        self.refusal = refusal
        self.partialDays = partialDays
        self.redHold = redHold
        self.hours = hours
        self.search = search
    }
}

extension LadderFigures {
    /// How long a person of a band needs for themselves.
    func space(_ band: AgeBand, isRed: Bool, kind: Rupture.Kind? = nil) -> Int {
        var seconds = space.base[band]
        if isRed, space.doubledWhenRed.contains(band) { seconds *= 2 }
        if kind == .oscillating, space.doubledWhenOscillating.contains(band) { seconds *= 2 }
        return min(seconds, space.longest[band] ?? seconds)
    }

    /// From the rupture to calm; nil: there is none. A frightening moment counts as red.
    func calmDelay(_ rupture: Rupture, band: AgeBand) -> Int? {
        let zone = rupture.ownZone
        if smallKinds.contains(rupture.kind), zone != .yellow, zone != .red { return nil }
        return calm[band].delay(in: zone)
    }

    /// From calm to reflect; nil: there is none.
    func reflectDelay(_ kind: Rupture.Kind, band: AgeBand) -> Int? {
        smallKinds.contains(kind) ? nil : afterCalm[band]
    }

    /// From the together item before to the try-again that is the `position`th since the spacing began (0 is the first).
    func spacing(at position: Int) -> Delay {
        spacing[min(position, spacing.count - 1)]
    }

    /// From the `count`th refusal in a row (1 is the first) to the next try-again.
    func refusalDelay(count: Int, space: Int) -> Delay {
        let longest = refusal.atMostDays * 24.hours
        var seconds = max(refusal.atLeast, refusal.spaces * space)
        for _ in 1..<max(count, 1) where seconds < longest { seconds *= 2 }
        return seconds < longest ? .elapsed(seconds) : .days(refusal.atMostDays)
    }

    /// How long a rung takes.
    package func minutes(of rung: Rung) -> Int {
        switch rung {
        case .calm: minutes.calm
        case .reflect: minutes.reflect
        case .reconnect: minutes.reconnect
        case .tryAgain: minutes.tryAgain
        case .roadblock: minutes.roadblock
        case .rest: minutes.rest
        }
    }
}

extension Rupture {
    /// The caregiver's thermometer; a frightening moment counts as red. Nil where another adult has written it down: theirs moves
    /// nothing of the caregiver's.
    var ownZone: FeelingZone? {
        guard by == nil else { return nil }
        return kind.isFrightening ? .red : zone
    }
}
