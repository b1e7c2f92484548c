extension ManualPhrase {
    public var english: String {
        switch self {
        case .variable(let variable): Self.text(of: variable)
        case .folder:
            "The household, readable by its owner alone, unless --data or the environment name another directory."
        case .success: "Done."
        case .status(64): "The command line is wrong."
        case .status(65): "The input is wrong: a plan, a file of records, a time."
        case .status(66): "There is no such household or rupture."
        case .status(70): "A fault of mend itself."
        case .status(73): "Something cannot be written."
        case .status(75): "Another run is under way: try again."
        case .status(let other): "Status \(other)."
        }
    }

    private static func text(of variable: Variable) -> String {
        switch variable {
        case .data: "The household's directory, unless --data is given."
        case .now: "The instant to take as now, unless --now is given."
        case .language: "The language in which mend speaks."
        case .sendmail: "The program that takes mails."
        case .share: "The directory in which the household's is looked for, as mend."
        case .locale:
            "The order of dates and the clock, for a household that has told no country; LC_ALL goes before it, and LANG after it."
        case .noColour: "When it is set, headings are not bold."
        case .terminal: "When it is dumb, headings are not bold."
        case .zone: "The time zone that mend init offers, in place of the machine's."
        }
    }
}
