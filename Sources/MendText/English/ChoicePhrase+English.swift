import MendCore

extension ChoicePhrase {
    public var english: String {
        switch self {
        case .rupture(let kind): Self.name(of: kind)
        case .examples(let kind): Self.examples(of: kind)
        case .outcome(let outcome): Self.name(of: outcome)
        case .roadblock(.childhood): "An old scene of mine played"
        case .roadblock(.shame): "What people might think"
        case .roadblock(.guilt): "I felt I may not be angry"
        case .roadblock(.movingOn): "Acting as if nothing happened"
        case .zone(.green): "Green, calm"
        case .zone(.yellow): "Yellow, rising"
        case .zone(.red): "Red, flooded"
        case .zoneWord(.green): "Green"
        case .zoneWord(.yellow): "Yellow"
        case .zoneWord(.red): "Red"
        case .zoneHeading(.green): "Green: calm"
        case .zoneHeading(.yellow): "Yellow: rising"
        case .zoneHeading(.red): "Red: flooded, loud or quiet"
        case .relation(.child): "A child"
        case .relation(.partner): "A partner"
        case .relation(.friend): "A friend"
        case .relationWord(let relation): relation.rawValue
        case .band(let band): band.rawValue
        case .scope(nil): "Everything"
        case .scope(.prompts): "Prompts, reflections and readings"
        case .scope(.repairs): "Reminders to come back"
        case .scope(.reflections): "Weekly reflections"
        case .item(let kind): Self.name(of: kind)
        case .ago(.now): "Just now"
        case .ago(.tenMinutes): "10 minutes ago"
        case .ago(.halfAnHour): "Half an hour ago"
        case .ago(.anHour): "An hour ago"
        case .ago(.threeHours): "3 hours ago"
        case .frightened(.me): "I frightened them"
        case .frightened(.them): "They frightened me"
        case .frightened(.somebodyElse): "Somebody else frightened them"
        case .until(.tomorrow): "Tomorrow"
        case .until(.threeDays): "In 3 days"
        case .until(.aWeek): "In a week"
        case .until(.twoWeeks): "In two weeks"
        case .channel(.push): "rings on a phone"
        case .wait(.anHour): "In an hour"
        case .wait(.tonight): "Tonight"
        case .wait(.tomorrow): "Tomorrow"
        case .weekday(let day): day.rawValue.prefix(1).uppercased() + day.rawValue.dropFirst()
        case .once: "Once"
        case .everyDays(7): "Every week"
        case .everyDays(let days) where days % 7 == 0: "Every \(days / 7) weeks"
        case .everyDays(let days): "Every \(days) days"
        case .channel(let kind): kind.rawValue
        case .otherCountry: "Another country, or none"
        case .othersSeeCalendar: "Yes, others can see it"
        case .onlyISeeCalendar: "No, only I see it"
        }
    }

    private static func name(of kind: Rupture.Kind) -> String {
        switch kind {
        case .benign: "I misread them"
        case .oscillating: "One wanted closeness, one wanted room"
        case .limitSetting: "A limit that hurt"
        case .toxic: "A frightening moment"
        }
    }

    private static func examples(of kind: Rupture.Kind) -> String {
        switch kind {
        case .benign: "I poured the milk they wanted to pour. I gave advice, they wanted an ear."
        case .oscillating: "They called through the bathroom door. I came home worn out, they wanted a game."
        case .limitSetting: "The screen went off, we left the park, a no or a bedtime hurt."
        case .toxic: "I shouted in their face, threw something, slammed, insulted, held too hard."
        }
    }

    private static func name(of outcome: Attempt.Outcome) -> String {
        switch outcome {
        case .repaired: "It is mended"
        case .partial: "Partly"
        case .declined: "They said no for now"
        case .notReady: "Not ready yet"
        case .letGo: "Let it go, kindly"
        case .again: "Begin again"
        }
    }

    private static func name(of kind: Item.Kind) -> String {
        switch kind {
        case .prompt: "prompt"
        case .reflection: "reflection"
        case .reading: "reading"
        case .milestone: "birthday"
        case .checkIn: "check in, ahead of the red"
        case .rung(.calm): "settle yourself"
        case .rung(.reflect): "a look back"
        case .rung(.reconnect): "come back"
        case .rung(.tryAgain): "try again"
        case .rung(.roadblock): "a question"
        case .rung(.rest): "let it rest"
        }
    }
}
