/// An invented family: a preschooler, a teen and a partner, and four weeks of an ordinary winter.
public enum DemoHousehold {
    /// The Sunday evening on which the demo takes place.
    public static let now = "2026-02-01T18:00:00-05:00"

    public static let lines = """
        {"type": "household", "version": 1, "id": "DemoHome", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US", "shared": false}
        {"type": "contact", "name": "Aunt Mo", "number": "555-0134", "for": "a calm voice in the evening"}
        {"type": "person", "id": "ada", "name": "Ada", "relation": "child", "born": "2022-04-03", "closed": ["mon-fri 08:30-15:00"], "sleep": "19:30-06:30", "good": "17:30"}
        {"type": "person", "id": "theo", "name": "Theo", "relation": "child", "born": "2011-09-14", "closed": ["mon-fri 07:45-15:30", "wed 17:00-18:30"], "away": ["2026-02-13/2026-02-15"]}
        {"type": "person", "id": "sam", "name": "Sam", "relation": "partner", "closed": ["mon-fri 09:00-17:00"]}
        {"type": "rupture", "id": "r1", "with": "ada", "kind": "benign", "at": "2026-01-06T16:10:00-05:00", "recorded": "2026-01-06T16:15:00-05:00", "zone": "green", "theirZone": "yellow", "excitedAbout": "pouring the milk"}
        {"type": "rupture", "id": "r2", "with": "theo", "kind": "oscillating", "at": "2026-01-09T17:20:00-05:00", "recorded": "2026-01-09T17:40:00-05:00", "zone": "yellow", "theirZone": "yellow", "excitedAbout": "his new song"}
        {"type": "rupture", "id": "r3", "with": "sam", "kind": "oscillating", "at": "2026-01-14T19:05:00-05:00", "recorded": "2026-01-14T19:05:00-05:00", "zone": "yellow", "excitedAbout": "the plan for the spring"}
        {"type": "rupture", "id": "r4", "with": "ada", "kind": "limit-setting", "at": "2026-01-19T18:05:00-05:00", "recorded": "2026-01-19T18:20:00-05:00", "zone": "yellow", "theirZone": "red", "excitedAbout": "the last page of the fox book", "note": "Bedtime again. I was hungry and short."}
        {"type": "rupture", "id": "r5", "with": "theo", "kind": "toxic", "at": "2026-01-24T15:40:00-05:00", "recorded": "2026-01-24T16:05:00-05:00", "zone": "red", "theirZone": "red", "excitedAbout": "the match on Sunday", "note": "I shouted in his face about the phone. I have asked Mo for help."}
        {"type": "rupture", "id": "r6", "with": "ada", "kind": "limit-setting", "at": "2026-01-30T17:10:00-05:00", "recorded": "2026-01-30T17:25:00-05:00", "zone": "yellow", "theirZone": "yellow", "excitedAbout": "her tower with the blue roof"}
        {"type": "rupture", "id": "r7", "with": "sam", "kind": "benign", "at": "2026-02-01T12:30:00-05:00", "recorded": "2026-02-01T13:00:00-05:00", "zone": "green", "excitedAbout": "the photos from the lake"}
        {"type": "attempt", "id": "t1", "rupture": "r1", "at": "2026-01-06T17:00:00-05:00", "recorded": "2026-01-06T19:30:00-05:00", "outcome": "repaired"}
        {"type": "attempt", "id": "t2", "rupture": "r2", "at": "2026-01-09T20:10:00-05:00", "recorded": "2026-01-09T20:20:00-05:00", "outcome": "not-ready", "roadblock": "childhood"}
        {"type": "attempt", "id": "t3", "rupture": "r2", "at": "2026-01-11T11:00:00-05:00", "recorded": "2026-01-11T11:05:00-05:00", "outcome": "repaired", "note": "He played me the whole song."}
        {"type": "attempt", "id": "t4", "rupture": "r3", "at": "2026-01-15T20:45:00-05:00", "recorded": "2026-01-15T21:00:00-05:00", "outcome": "partial"}
        {"type": "attempt", "id": "t5", "rupture": "r4", "at": "2026-01-20T07:30:00-05:00", "recorded": "2026-01-20T07:45:00-05:00", "outcome": "repaired"}
        {"type": "attempt", "id": "t6", "rupture": "r5", "at": "2026-01-24T20:15:00-05:00", "recorded": "2026-01-24T20:30:00-05:00", "outcome": "declined", "roadblock": "shame"}
        {"type": "checkin", "id": "c1", "at": "2026-01-08T07:40:00-05:00", "zone": "yellow"}
        {"type": "checkin", "id": "c2", "with": "ada", "at": "2026-01-19T18:00:00-05:00", "zone": "red"}
        {"type": "checkin", "id": "c3", "with": "theo", "at": "2026-01-28T20:00:00-05:00", "zone": "green"}

        """
}
