/// The figures of the repair ladder. Durations are seconds of elapsed time unless they count days.
public struct LadderFigures: Equatable, Codable, Sendable {
    /// How long each rung takes, in minutes.
    public var minutes: RungMinutes
    /// From the rupture to calm, by the caregiver's thermometer.
    public var calm: BandTable<CalmDelays>
    /// From calm to reflect.
    public var afterCalm: BandTable<Int>
    /// From reflect to reconnect.
    public var afterReflect: BandTable<Int>
    public var space: SpaceFigures
    /// From reconnect to try-again 1, from that to try-again 2, and so on; the last stands for all further ones.
    public var spacing: [Delay]
    /// How many try-agains a kind gets.
    public var limits: KindLimits
    /// The most try-agains with somebody of a band; nil: the kind's limit alone.
    public var bandLimits: BandTable<Int?>
    /// The try-agains that have a roadblock question before them.
    public var roadblocksBefore: [Int]
    /// How long before its try-again a roadblock question comes.
    public var roadblockAhead: Int
    /// Calendar days from the last try-again to rest.
    public var restAfterDays: Int
    public var refusal: RefusalFigures
    /// Calendar days from a partial repair to the next try-again.
    public var partialDays: Int
    /// After an attempt that came before reflect: from reflect to what comes together.
    public var attemptAfterReflect: Int
    /// The longest way between two items of a kind that become one.
    public var mergeWithin: Int
    /// Days after the due day in which a place is looked for.
    public var searchDays: Int

    /// From one rung to the next.
    public enum Delay: Equatable, Codable, Sendable {
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

    public struct KindLimits: Equatable, Codable, Sendable {
        public var benign, oscillating, limitSetting, toxic: Int

        public init(benign: Int, oscillating: Int, limitSetting: Int, toxic: Int) {
            self.benign = benign
            self.oscillating = oscillating
            self.limitSetting = limitSetting
            self.toxic = toxic
        }

        subscript(kind: Rupture.Kind) -> Int {
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

        public init(atLeast: Int, spaces: Int, atMostDays: Int) {
            self.atLeast = atLeast
            self.spaces = spaces
            self.atMostDays = atMostDays
        }
    }

    public init(
        minutes: RungMinutes, calm: BandTable<CalmDelays>, afterCalm: BandTable<Int>, afterReflect: BandTable<Int>,
        space: SpaceFigures, spacing: [Delay], limits: KindLimits, bandLimits: BandTable<Int?>, roadblocksBefore: [Int],
        roadblockAhead: Int, restAfterDays: Int, refusal: RefusalFigures, partialDays: Int, attemptAfterReflect: Int,
        mergeWithin: Int, searchDays: Int
    ) {
        self.minutes = minutes
        self.calm = calm
        self.afterCalm = afterCalm
        self.afterReflect = afterReflect
        self.space = space
        self.spacing = spacing
        self.limits = limits
        self.bandLimits = bandLimits
        self.roadblocksBefore = roadblocksBefore
        self.roadblockAhead = roadblockAhead
        self.restAfterDays = restAfterDays
        self.refusal = refusal
        self.partialDays = partialDays
        self.attemptAfterReflect = attemptAfterReflect
        self.mergeWithin = mergeWithin
        self.searchDays = searchDays
    }
}

extension LadderFigures {
    /// How long a person needs for themselves after a rupture.
    func space(after rupture: Rupture, band: AgeBand) -> Int {
        var seconds = space.base[band]
        if rupture.theirZone == .red, space.doubledWhenRed.contains(band) { seconds *= 2 }
        if rupture.kind == .oscillating, space.doubledWhenOscillating.contains(band) { seconds *= 2 }
        return min(seconds, space.longest[band] ?? seconds)
    }

    /// From the rupture to calm. A frightening moment counts as red.
    func calmDelay(_ rupture: Rupture, band: AgeBand) -> Int {
        calm[band].delay(in: rupture.kind == .toxic ? .red : rupture.zone)
    }

    /// The number of try-agains that a rupture gets.
    func limit(_ kind: Rupture.Kind, band: AgeBand) -> Int {
        min(limits[kind], bandLimits[band] ?? limits[kind])
    }

    /// From the rung before to the try-again that is the `position`th since the spacing began (0 is the first).
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

    func minutes(of rung: Rung) -> Int {
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
