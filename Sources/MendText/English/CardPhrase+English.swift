import MendCore

extension CardPhrase {
    public var english: String {
        switch self {
        case .title: "Cards for the wall"
        case .howToPrint:
            "Print these pages on A4 or Letter, on both sides or one, and cut along the dashed lines. They are black on "
                + "white, so a plain printer will do. Crayons are welcome."
        case .pagesFor(let name): "For \(name)"
        case .pagesForYou: "For you"
        case .thermometer: "Thermometer"
        case .whereAmI: "Where am I?"
        case .zone(.green): "Green"
        case .zone(.yellow): "Yellow"
        case .zone(.red): "Red"
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
}
