extension YearPhrase {
    public var english: String {
        switch self {
        case .span(let first, let last, let names):
            "\(first) to \(last)" + (names.isEmpty ? "" : ", with \(EnglishList.text(names))") + "."
        case .limits: "mend is a reminder and a notebook. It is no therapy and no emergency service."
        case .length(let minutes, let what): "\(minutes) min, \(what)"
        case .forYou: "for you"
        case .with(let names): "with \(names.joined(separator: ", "))"
        case .questions: "questions for the week"
        case .reading: "to read"
        case .birthday(let names): "a birthday: \(names.joined(separator: ", "))"
        case .rung(.tryAgain): "try again"
        case .rung(let rung): rung.rawValue
        }
    }
}
