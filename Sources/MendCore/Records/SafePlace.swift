/// A family's own Safe Place: the tools that were chosen for one person, in their order. It stands in place of the plan's.
public struct SafePlace: Hashable, Sendable {
    public let id: String
    /// The person's id; nil: the caregiver's own.
    public let with: String?
    /// What the family calls it; nil: Safe Place.
    public var name: String?
    /// Each in a line of its own; private, like a note. Empty: none was chosen, and the plan's stand there.
    public var tools: [String]

    /// How many tools one may have.
    public static let mostTools = 24

    public init(id: String, with: String? = nil, name: String? = nil, tools: [String] = []) {
        self.id = id
        self.with = with
        self.name = name
        self.tools = tools
    }

    /// - Parameter number: its place in the list, from 1.
    public func tool(_ number: Int) -> String? {
        tools.indices.contains(number - 1) ? tools[number - 1] : nil
    }
}

extension History {
    /// The Safe Place of a person; nil: nothing was chosen.
    /// - Parameter person: an id; nil: the caregiver's own.
    public func place(of person: String?) -> SafePlace? {
        places.first { $0.with == person }
    }
}

/// What stands in a Safe Place: a line, and what to mind with it.
public struct PlacedTool: Hashable, Sendable {
    public let text: String
    /// What stands on a card; the text, where the plan has nothing shorter.
    public let card: String
    public let caution: String?
    /// Of the plan's tool; nil: the family's own.
    public let id: String?
    /// Which sense it is for, of a tool of the plan; nil: the family's own.
    public let sense: String?

    public init(
        text: String, card: String? = nil, caution: String? = nil, id: String? = nil, sense: String? = nil
    ) {
        self.text = text
        self.card = card ?? text
        self.caution = caution
        self.id = id
        self.sense = sense
    }
}

extension Plan {
    /// The tools of a person's Safe Place: those that were chosen, or else the plan's for the band.
    public func tools(of place: SafePlace?, band: AgeBand) -> [PlacedTool] {
        let ofPlan = words.tools.filter { $0.band == band }
        guard let place, !place.tools.isEmpty else {
            return ofPlan.map {
                PlacedTool(text: $0.text, card: $0.card, caution: $0.caution, id: $0.id, sense: $0.sense)
            }
        }
        return place.tools.map { text in
            // Of another band's, too: who chose a tool at four keeps it at six.
            let known = words.tools.first { $0.text == text }
            return PlacedTool(
                text: text, card: known?.card, caution: known?.caution, id: known?.id, sense: known?.sense)
        }
    }
}
