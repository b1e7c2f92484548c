import MendCore

/// What the guide of a repair says around the texts of the plan.
public enum GuidePhrase: Phrase {
    case title(Guide.Section)
    /// One move of a script, with its words.
    case move(RepairWording.Move)
    /// The name of a move, above its words.
    case moveName(RepairWording.Move.Name)
    /// One of the four moves in general.
    case moveInGeneral(RepairWording.Move.Name)
    case practice(Practice)
    /// An answer, as it is said.
    case reply(String)
    case cue(VisualCue)
}
