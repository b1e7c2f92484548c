/// What stays with an item once it has begun, whatever becomes of plan, people and settings: with its start and its prompt,
/// which `Published` has, it is the whole item as it was shown.
public struct SettledItem: Hashable, Sendable {
    /// The id of the person it is with; nil: the caregiver alone.
    public let person: String?
    /// The ids of the ruptures that it named, the newest first; of a slot none.
    public let ruptures: [String]
    public let minutes: Int
    public let voice: Voice
    /// The written title, without a name.
    public let title: String
    /// Private: it may hold a name and what the other was excited about.
    public let text: String
    public let band: AgeBand?
    public let tips: [Int]
    /// Whether a frightening moment is among what it is about.
    public let isGrave: Bool
    /// Why it stood where it stood.
    public let because: [Reason]

    public init(
        person: String?, ruptures: [String], minutes: Int, voice: Voice, title: String, text: String, band: AgeBand?,
        tips: [Int], isGrave: Bool, because: [Reason]
    ) {
        self.person = person
        self.ruptures = ruptures
        self.minutes = minutes
        self.voice = voice
        self.title = title
        self.text = text
        self.band = band
        self.tips = tips
        self.isGrave = isGrave
        self.because = because
    }
}
