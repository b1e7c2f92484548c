/// How much an export tells.
public enum Edition: String, CaseIterable, Sendable {
    /// For the household alone: titles with names, and the texts.
    case open
    /// For calendars and feeds that others can see: neutral titles, and no name, kind, text or contact.
    case discreet
}
