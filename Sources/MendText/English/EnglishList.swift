/// `Ada`, `Ada and Sam`, `Ada, Sam and Kim`.
enum EnglishList {
    static func text(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }
}
