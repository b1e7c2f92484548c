/// The sentences that stand around a plan's texts in an item, in the language of the plan.
public struct ItemPhrases: Equatable, Codable, Sendable {
    /// The title of each rung for which no lead-in fits.
    public struct Titles: Equatable, Codable, Sendable {
        public var calm: String
        public var reflect: String
        public var reconnect: String
        public var tryAgain: String
        public var roadblock: String
        public var rest: String

        public init(
            calm: String, reflect: String, reconnect: String, tryAgain: String, roadblock: String, rest: String
        ) {
            self.calm = calm
            self.reflect = reflect
            self.reconnect = reconnect
            self.tryAgain = tryAgain
            self.roadblock = roadblock
            self.rest = rest
        }
    }

    /// Below words to say.
    public var makeYourOwn: String
    /// The first line after a frightening moment.
    public var everyoneSafe: String
    /// The same where the caregiver was frightened.
    public var youSafe: String
    /// Holds `{numbers}`.
    public var emergency: String
    /// Where the household named no country.
    public var emergencyAnywhere: String
    /// Between two emergency numbers.
    public var or: String
    /// Holds `{word}` and `{number}`.
    public var sendWord: String
    /// In place of the support contacts, in later items.
    public var whereSupportIs: String
    /// Holds `{names}`.
    public var atRest: String
    /// Above books.
    public var forMore: String
    /// Above the tools of a family's own Safe Place. Holds `{tools}`; nil: nothing is said of them.
    public var placeTools: String?
    /// Why a check-in ahead of hard hours comes; nil: nothing is said of it.
    public var whyAhead: String?
    /// All that a discreet edition says below a title.
    public var discreetText: String
    /// Where the plan has no discreet titles.
    public var discreetTitle: String
    public var titles: Titles

    public init(
        makeYourOwn: String, everyoneSafe: String, youSafe: String, emergency: String, emergencyAnywhere: String,
        or: String, sendWord: String, whereSupportIs: String, atRest: String, forMore: String,
        placeTools: String? = nil, whyAhead: String? = nil, discreetText: String, discreetTitle: String, titles: Titles
    ) {
        self.makeYourOwn = makeYourOwn
        self.everyoneSafe = everyoneSafe
        self.youSafe = youSafe
        self.emergency = emergency
        self.emergencyAnywhere = emergencyAnywhere
        self.or = or
        self.sendWord = sendWord
        self.whereSupportIs = whereSupportIs
        self.atRest = atRest
        self.forMore = forMore
        self.placeTools = placeTools
        self.whyAhead = whyAhead
        self.discreetText = discreetText
        self.discreetTitle = discreetTitle
        self.titles = titles
    }
}

extension ItemPhrases {
    /// The first line after a frightening moment.
    func safe(_ frightened: Rupture.Frightened?) -> String {
        frightened == .them ? youSafe : everyoneSafe
    }

    func title(_ rung: Rung) -> String {
        switch rung {
        case .calm: titles.calm
        case .reflect: titles.reflect
        case .reconnect: titles.reconnect
        case .tryAgain: titles.tryAgain
        case .roadblock: titles.roadblock
        case .rest: titles.rest
        }
    }

    /// A quiet mention of something with each of these people.
    func atRest(with names: [String]) -> String {
        atRest.replacing("{names}", with: names.joined(separator: ", "))
    }

    /// What a family chose for somebody's Safe Place, the first of it; nil: nothing was chosen, or the plan has no words for it.
    func tools(of place: SafePlace?) -> String? {
        guard let placeTools, let place, !place.tools.isEmpty else { return nil }
        let tools = place.tools.prefix(Self.mostTools).map { tool in
            var tool = tool
            while tool.hasSuffix(".") { tool.removeLast() }
            return tool
        }
        return placeTools.replacing("{tools}", with: tools.joined(separator: "; "))
    }

    /// Enough for somebody whose hands are full.
    private static let mostTools = 3

    func emergency(_ numbers: [String]) -> String {
        emergency.replacing("{numbers}", with: numbers.joined(separator: " \(or) "))
    }

    func reach(_ way: CountryContacts.Line.Way) -> String {
        switch way {
        case .plain(let text): text
        case .word(let word, let number):
            sendWord.replacing("{word}", with: word).replacing("{number}", with: number)
        }
    }
}
