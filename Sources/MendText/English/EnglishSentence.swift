/// A part of a sentence as a whole one: with a capital letter and a full stop.
enum EnglishSentence {
    static func whole(_ part: String) -> String {
        let sentence = part.prefix(1).uppercased() + part.dropFirst()
        return [".", "?", "!"].contains(where: sentence.hasSuffix) ? sentence : sentence + "."
    }
}
