import MendCore

/// What is said of what was written down: undo, edit, remove, log.
public indirect enum RecordPhrase: Phrase {
    /// In a few words, to stand within a sentence: `a limit that hurt with Ada, Mon 5 January, 17:40`.
    /// - Parameters:
    ///   - with: a name; nil: the caregiver alone, or the whole household.
    ///   - at: when it happened.
    ///   - until: when a pause ends; nil of anything else.
    case what(WrittenRecord, with: String?, at: DatePhrase, until: DatePhrase?)
    /// What was once, and is known by its id alone.
    case takenBackBefore
    /// - Parameter record: what it was.
    case takenBack(id: String, record: RecordPhrase)
    /// Attempts that went with their rupture, by their ids.
    case attemptsWent([String])
    /// - Parameter record: what it is now.
    case corrected(id: String, record: RecordPhrase)
    /// That what has begun stays.
    case whatHasBegunStays

    // log
    /// - Parameter outlook: how a rupture stands; nil of anything else.
    case line(id: String, record: RecordPhrase, outlook: Outlook?)
    case zones(own: FeelingZone?, theirs: FeelingZone?)
    /// Of a frightening moment, who frightened whom.
    case frightened(Rupture.Frightened)
    /// What kept from the door, of an attempt.
    case roadblock(Roadblock)
    case excitedAbout(String)
    case note(String)
    /// The name of the second adult.
    case writtenBy(String)
    /// The record was written down by a clock that was fast, so it counts for nothing until then.
    case isStillToCome(id: String)
    case nothingFound
}
