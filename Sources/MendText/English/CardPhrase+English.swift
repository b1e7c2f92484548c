import MendCore

extension CardPhrase {
    public var english: String {
        switch self {
        case .title: "Cards for the wall"
        case .howToPrint:
            "Print these pages on A4 or Letter, on one side of the paper: what is on the back would be cut, too. Cut along the "
                + "dashed lines. They are black on white, so a plain printer will do. Crayons are welcome."
        case .pagesFor(let name): "For \(name)"
        case .pagesForYou: "For you"
        case .thermometer: "Thermometer"
        case .zone(.green): "Green"
        case .zone(.yellow): "Yellow"
        case .zone(.red): "Red"
        case .feels(let zone, let band, let number): Self.feelings(zone, band)[number % 3]
        case .back: "Back"
        case .printNow: "Print"
        case .ourSigns: "Our own signs"
        case .myPlace: "My Safe Place"
        case .goingThereIsFree: "I can go whenever I like. The door stays open."
        case .wordsToSay: "Words to say"
        case .makeThemYours: "Make the words your own."
        case .after(.benign): "After I missed something"
        case .after(.oscillating): "When one of us wanted room"
        case .after(.limitSetting): "After a no that hurt"
        case .after(.toxic): "After a frightening moment"
        case .fan: "Settle down first"
        case .howToFan: "Cut the strips, punch the dots, tie them with a string."
        case .whatHelpsMe: "What helps me"
        case .helps(.green): "I feel good when"
        case .helps(.yellow): "When I'm yellow, this helps"
        case .helps(.red): "When I'm red, please"
        case .drawOrWrite: "Draw it or write it."
        case .name: "Name"
        case .pictures: "Pictures before words"
        case .fold: "Fold here"
        case .faces: "How are you?"
        case .face(.glad): "glad"
        case .face(.sad): "sad"
        case .face(.mad): "mad"
        case .face(.scared): "scared"
        case .lap: "Lap?"
        case .softFeet: "Soft feet"
        case .knock(.green): "Come in"
        case .knock(.yellow): "Knock"
        case .knock(.red): "Later"
        case .written(let path): "Written: \(path)"
        }
    }

    /// What nobody has to be ashamed of on a wall.
    private static func feelings(_ zone: FeelingZone, _ band: AgeBand) -> [String] {
        switch (zone, band) {
        case (.green, .infant), (.green, .toddler), (.green, .preschool):
            ["My body feels soft", "I can wait a little", "I like to play"]
        case (.yellow, .infant), (.yellow, .toddler), (.yellow, .preschool):
            ["My voice gets loud", "My body feels tight or wiggly", "Little things feel big"]
        case (.red, .infant), (.red, .toddler), (.red, .preschool):
            ["It's all too much", "I may yell, or go very quiet", "My heart goes fast"]
        case (.green, .schoolAge): ["My shoulders are down", "I can listen and wait", "I can laugh about things"]
        case (.yellow, .schoolAge):
            ["My tummy or my fists feel tight", "My voice gets louder", "Little things feel big"]
        case (.red, .schoolAge): ["It's all too much to think", "My heart goes fast", "I may yell, or go very quiet"]
        case (.green, .teen), (.green, .adult): ["I breathe easily", "I can hear the other side", "I can still laugh"]
        case (.yellow, .teen), (.yellow, .adult):
            ["My answers get short", "My jaw or shoulders are tight", "Little things bother me"]
        case (.red, .teen), (.red, .adult):
            ["I can't take in words now", "My heart pounds", "I may get loud, or go blank"]
        }
    }
}
