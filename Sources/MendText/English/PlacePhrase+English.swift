extension PlacePhrase {
    public var english: String {
        switch self {
        case .title(let name, nil): "\(name ?? "Safe Place"), your own"
        case .title(let name, let person?): "\(name ?? "Safe Place"), \(person)"
        case .name(let name): name ?? "Safe Place"
        case .chosen: "What is in it"
        case .ideas: "Ideas to choose from, together and while everyone is green"
        case .howToChoose(let name):
            Self.howToChoose("mend place" + (name.map { " --with \(ShellWord.text($0))" } ?? ""))
        case .added: "It's in."
        case .removed: "It's out."
        case .renamed: "Those are its words now."
        case .takeOut(let tool): "Take out: \(tool)"
        case .named(let name): name.map { "It's called \($0) now." } ?? "It's called Safe Place again."
        }
    }

    private static func howToChoose(_ command: String) -> String {
        "To choose one by its number, or add your own: \(command) add 3, \(command) add 'the blue blanket'"
    }
}
