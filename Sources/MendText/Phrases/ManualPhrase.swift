/// What the manual page of mend says beside its verbs.
public enum ManualPhrase: Phrase {
    case variable(Variable)
    /// What is in the folder of a household.
    case folder
    case success
    /// What a status means with which the program ends.
    case status(Int32)

    /// A variable of the environment.
    public enum Variable: String, CaseIterable, Sendable {
        case data = "MEND_DATA"
        case now = "MEND_NOW"
        case language = "MEND_LANGUAGE"
        case sendmail = "MEND_SENDMAIL"
        case share = "XDG_DATA_HOME"
        case locale = "LC_TIME"
        case noColour = "NO_COLOR"
        case terminal = "TERM"
        case zone = "TZ"
    }
}
