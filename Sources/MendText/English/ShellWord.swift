/// A word of a command as it is typed in a shell.
enum ShellWord {
    /// In quotation marks where a shell would take it for more than a word: `Ada`, `'Aunt Mo'`.
    static func text(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: #"'\''"#))'"
    }
}
