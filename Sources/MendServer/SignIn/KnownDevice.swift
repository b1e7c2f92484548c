/// The word in the cookie of a device that was signed in. It opens nothing: it gives the device tries of its own while
/// strangers guess. Another passphrase ends it, since it is made with the hash of the present one.
enum KnownDevice {
    /// - Parameters:
    ///   - number: unpredictable, of letters, digits, `-` and `_`.
    ///   - passphraseHash: as the store has it.
    static func word(_ number: String, passphraseHash: String) -> String {
        "\(number).\(Digest.code("device \(number)", key: passphraseHash))"
    }

    /// The number of a device; nil for a word that was not made here, or before another passphrase.
    static func number(of word: String, passphraseHash: String) -> String? {
        guard let number = word.split(separator: ".", maxSplits: 1).first.map(String.init),
            Digest.areEqual(word, Self.word(number, passphraseHash: passphraseHash))
        else { return nil }
        return number
    }
}
