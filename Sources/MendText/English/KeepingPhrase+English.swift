extension KeepingPhrase {
    public var english: String {
        switch self {
        case .backedUp(let file): "\(file): the whole journal, and \(file).sha256."
        case .backupNotNoted: "The journal could not note it, so mend forget will not know of this backup."
        case .diskKeepsNoPermissions: "This disk keeps no permissions: whoever holds it can read the backup."
        case .copyDisowned(let path): "\(path): stays as it is, and mend forget will not look there."
        case .restored(let directory, let people, let ruptures):
            "Restored into \(directory): people \(people), ruptures \(ruptures)."
        case .keptAside(let path): "The journal that was there is in \(path)."
        case .noChecksum(let file): "No \(file).sha256 was there, so only SQLite's own check was made."
        case .addressesLeadHereAgain: "Addresses of that time lead here again; mend subscription list shows them."
        case .taskListsAreBack(let names):
            "Lists of tasks open with their passwords of then: \(names.joined(separator: ", ")). One that is not yours: mend tasks revoke NAME"
        case .channelsAreBack(let channels):
            "Channels of that time are back: \(channels.map { "\($0.name) (\($0.kind.rawValue))" }.joined(separator: ", ")). "
                + "mend channel list shows where they lead, mend channel remove takes one away."
        case .passphrasesAreBack(let second):
            "The page opens with the passphrase of that time\(second.map { ", and with \($0)'s" } ?? ""). If somebody else made this "
                + "backup, choose your own with mend serve --new-passphrase"
                + (second == nil ? "." : ", and end the other login in Settings, A second adult.")
        case .phonesAreGone(let count):
            "Phones of that time do not ring any more (\(count)): on each, open the page, More, Settings, Channels."
        case .loaded(let directory, let people, let ruptures):
            "Loaded into \(directory): people \(people), ruptures \(ruptures)."
        case .addressesTaken(let subscriptions, let channels):
            "Taken from the file: \(Self.ways(subscriptions, channels)). Whoever made it may read along: mend subscription list, "
                + "mend channel list."
        case .addressesLeftOut(let subscriptions, let channels):
            "Left out: \(Self.ways(subscriptions, channels)). Whoever made the file may know the addresses, and a channel can "
                + "run a command; if it is your own, --with-addresses takes them."
        case .person(let name, let relation, let counts):
            "\(name), your \(relation.rawValue), \(counts.english ?? "with nothing written down")"
        case .rupture(let id, let record, let counts):
            ["\(id), \(record.english)", counts.withoutRuptures.english].compactMap(\.self).joined(separator: ", ")
        case .askAboutPart(let part):
            "\(part.english), goes from here and from every copy that mend knows of. Go on? [y/N]"
        case .askAboutEverything:
            "The whole household goes, with every backup and export that mend knows of. Go on? [y/N]"
        case .nothingForgotten: "Nothing was forgotten."
        case .forgotten(let name): "\(name) is forgotten."
        case .inOlderCopies(let paths): "In older copies, too: \(paths.joined(separator: ", "))"
        case .whatComesNextMayDiffer: "What comes next is worked out without it: mend open"
        case .exportsWrittenAnew(let paths): "Calendars and feeds are written anew: \(paths.joined(separator: ", "))"
        case .exportsTakenAway(let paths):
            "Calendars and feeds could not be written anew, and are taken away; mend export writes them: \(paths.joined(separator: ", "))"
        case .backupNotThere(let path): "Not there just now, so as it was: the backup \(path)"
        case .tasksStay(let count):
            "\(count) of your own tasks in lists name them and stay, here and in backups, until you delete them in your app."
        case .mentionsStay(let count): "\(count) of your notes on others name them and stay; mend dump shows them."
        case .tracesLeaveLater:
            "Another mend is reading just now; the last traces leave the file when it has ended."
        case .everythingForgotten: "Everything is forgotten."
        case .copiesUnknown:
            "The journal cannot be read, so where its backups and exports are is not known any more."
        case .loginStays(let name):
            "What \(name) wrote as the second adult stays, under that name; a login is ended on the page, in Settings."
        case .ofAnotherJournal(let paths):
            """
            Noted by another journal, or what this one was brought back from, so as it was: \
            \(paths.joined(separator: ", ")). What is yours there goes when you delete it; a backup or an export that you make there \
            anew is this journal's.
            """
        case .notOurs(let names): "Not of mend's making, so still there: \(names.joined(separator: ", "))"
        case .outOfReach:
            """
            Out of mend's reach: what calendars and feed readers have fetched, mails and messages that went out, cards on paper \
            and in files (mend cards), files that you copied or moved, a plan of your own, snapshots of the disk, and old blocks \
            that a flash disk has not overwritten yet.
            """
        case .ifCronRuns: "If cron runs mend: mend cron --remove"
        }
    }

    private static func ways(_ subscriptions: Int, _ channels: Int) -> String {
        let parts = [
            subscriptions == 0 ? nil : "subscriptions \(subscriptions)", channels == 0 ? nil : "channels \(channels)",
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}

extension RecordCounts {
    /// `with 2 ruptures and 1 attempt`; nil when there is nothing.
    fileprivate var english: String? {
        let counts = [
            (ruptures, "rupture"), (attempts, "attempt"), (checkIns, "check-in"), (pauses, "pause"),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return parts.isEmpty ? nil : "with \(EnglishList.text(parts))"
    }

    /// What goes along with a rupture that is named itself.
    fileprivate var withoutRuptures: RecordCounts {
        RecordCounts(ruptures: 0, attempts: attempts, checkIns: checkIns, pauses: pauses)
    }
}
