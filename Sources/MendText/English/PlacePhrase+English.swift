extension PlacePhrase {
    public var english: String {
        switch self {
        case .title(let name, nil): "\(name ?? "Safe Place"), your own"
        case .title(let name, let person?): "\(name ?? "Safe Place"), \(person)"
        case .name(let name): name ?? "Safe Place"
        case .chosen: "What is in it"
        case .ideas: "Ideas to choose from, together and while everyone is green"
        case .howToChoose(let name):
            Self.howToChoose(Self.command(with: name))
        case .added(let number, let name): "It's in. To take it out: \(Self.command(with: name)) remove \(number)"
        case .removed(let tool, let name):
            "It's out. To put it back: \(Self.command(with: name)) add \(ShellWord.text(tool))"
        case .renamed(let number, let before, let name):
            "Those are its words now. To change them back: \(Self.command(with: name)) rename \(number) "
                + ShellWord.text(before)
        case .takeOut(let tool): "Take out: \(tool)"
        case .named(let name, let before, let person):
            (name.map { "It's called \($0) now." } ?? "It's called Safe Place again.")
                + " To change that back: \(Self.command(with: person)) call \(ShellWord.text(before ?? ""))"
        }
    }

    private static func command(with name: String?) -> String {
        "mend place" + (name.map { " --with \(ShellWord.text($0))" } ?? "")
    }

    private static func howToChoose(_ command: String) -> String {
        "To choose one by its number, or add your own: \(command) add 3, \(command) add 'the blue blanket'"
    }
}
