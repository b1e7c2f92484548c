extension ExportPhrase {
    public var english: String {
        switch self {
        case .calendar(nil): "mend"
        case .calendar(.prompts): "mend: prompts"
        case .calendar(.repairs): "mend: repairs"
        case .calendar(.reflections): "mend: reflections"
        case .discreetCalendar(nil): "Reminders"
        case .discreetCalendar(.prompts): "Reminders 1"
        case .discreetCalendar(.repairs): "Reminders 2"
        case .discreetCalendar(.reflections): "Reminders 3"
        case .nothingIsDue: "Nothing is due"
        case .category(.prompt): "Prompt"
        case .category(.reflection): "Reflection"
        case .category(.reading): "Reading"
        case .category(.milestone): "Milestone"
        case .category(.checkIn): "Check-in"
        case .category(.rung): "Repair"
        case .discreetCategory: "Reminder"
        case .feedTitle: "mend: weekly reflections"
        case .discreetFeedTitle: "Weekly notes"
        case .feedSubtitle: "A few questions a week, to look back kindly."
        case .discreetFeedSubtitle: "One note a week."
        case .foundBack(let names): "This week you found your way back to \(EnglishList.text(names))."
        case .stillOpen(let names):
            "With \(EnglishList.text(names)), something is still open. It is not too late, and there is no hurry."
        }
    }
}
