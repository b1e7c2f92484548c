extension HelpPhrase {
    public var english: String {
        switch self {
        case .abstract(let verb): Self.abstract(of: verb)
        case .discussion(let verb): Self.discussion(of: verb)
        case .option(let option): Self.text(of: option)
        case .group(.everyDay): "Every day"
        case .group(.whatComesWhen): "What comes when"
        case .group(.waysOut): "Ways out"
        case .group(.household): "The household"
        case .group(.keepAndErase): "Yours to keep, yours to erase"
        }
    }

    private static func abstract(of verb: Verb) -> String {
        switch verb {
        case .mend: "Reminders that help a parent come back after a crack."
        case .calm: "Practices to settle, signs of each zone, and Safe Place tools."
        case .channel: "Ways in which reminders go out by themselves: mail, or a command of yours."
        case .channelAdd: "Add a way out."
        case .channelList: "Show all channels."
        case .channelTest: "Send a sample."
        case .channelRemove: "Take a channel away."
        case .contact: "People and lines to turn to, beside those of the country."
        case .contactAdd: "Add a contact."
        case .contactList: "Show all contacts."
        case .contactRemove: "Take a contact away."
        case .cron: "The crontab lines and systemd units that run mend."
        case .demo: "Export an invented family, to see what comes out."
        case .doctor: "Look whether everything runs, and say what to do where it does not."
        case .due: "What became due since this was last asked; nothing when nothing is."
        case .dump: "Print the whole household as JSON Lines."
        case .explain: "Why something comes when it comes, what would bring it earlier, and what ends it."
        case .export: "Write all calendars and feeds."
        case .forget: "Forget a person, a rupture, or everything, here and in all copies that mend knows of."
        case .household: "Show or change the household."
        case .householdShow: "Show the household's settings."
        case .householdEdit: "Change the household's settings."
        case .makeHousehold: "Make a household."
        case .manual: "Write the manual pages."
        case .load: "Make a household from JSON Lines."
        case .open: "Who something is open with, and what comes next."
        case .person: "Add, show and change people."
        case .personAdd: "Add a child, a partner or a friend."
        case .personList: "Show who is here."
        case .personEdit: "Change a person; what is given replaces what was there."
        case .personEnd: "End reminders, prompts and birthdays with somebody; what you wrote down stays."
        case .personBegin: "Let reminders, prompts and birthdays with somebody begin again."
        case .pause: "Let nothing come for a while, or nothing with one person."
        case .resume: "End a pause."
        case .place: "The family's own Safe Place: see it, choose, rename and add tools."
        case .patterns: "Hours and days that run yellow or red, and a check-in ahead of them."
        case .cards: "Pages for the wall: thermometer, Safe Place, words to say, ways to settle."
        case .planShow: "Show what the plan will do in the next four weeks, or the words of a whole year."
        case .plan: "Check a plan's documents; show what a plan will do."
        case .planCheck: "Check plan documents: every fault at once, with file, line and what to write instead."
        case .undo:
            "Take back what was written down last: a rupture, an attempt, a check-in, a pause, or a yes or no to an offer."
        case .edit: "Correct one record; the ladder goes on as if it had always stood so."
        case .remove: "Take back one record; attempts go with their rupture."
        case .log: "What was written down, newest first, closed ones too."
        case .attempt: "Record a bid to repair and how it went."
        case .checkin: "Note where the thermometer stands; answers with something that may help."
        case .rupture: "Record a crack; shows how to settle at once."
        case .restore: "Bring a backup back."
        case .serve: "Open the page, and offer calendars and feeds at addresses."
        case .agenda: "Every item of the next seven days, or of some others, both ends included."
        case .guide: "The steps of a repair, the words to say, and replies if the answer is no."
        case .subscription: "Addresses for calendar apps and feed readers."
        case .subscriptionAdd: "Make an address; it is printed once."
        case .subscriptionList: "Show all subscriptions."
        case .subscriptionRevoke: "Take an address back: it leads nowhere from now on."
        case .today: "Today's prompt, what is due, and what is open."
        case .backup: "Copy the whole journal into one file, while others may write."
        }
    }
}
