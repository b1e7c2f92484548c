extension DoctorPhrase {
    public var english: String {
        switch self {
        case .exposed(let path, let mode):
            "\(path): others on this machine can read or write it: chmod \(mode) '\(path)'"
        case .leftover(let path):
            "\(path): left by a run that was ended, and may hold private words. If no mend runs: rm '\(path)'"
        case .littleRoom(let directory, let megabytes):
            "\(directory): only \(megabytes) MB are free there, and little more can be written: make room."
        case .readOnly(let directory):
            "\(directory): nothing can be written there, so nothing is recorded, delivered or settled. mend today, open, agenda, "
                + "dump and backup read what is there. If you did not mean that: chmod u+w, or mount the disk for writing."
        case .noTimeZoneData: "This machine has no time zone data: install the package tzdata."
        case .oldTimeZoneData(let year):
            "The time zone data of this machine is of \(year): update the package tzdata."
        case .zone(let zone, let release):
            "Times are those of \(zone)" + (release.map { ", by time zone data \($0)." } ?? ".")
        case .clockIsBehind(let now, let newest):
            "The clock says \(now.english), but something was written down on \(newest.english): look at the clock and its time "
                + "zone. If they are right, it was fast then: mend log marks what it wrote down."
        case .inTheJournal(let fault): "In the journal: \(fault.english)"
        case .mostCanBeRead: "Most of it can still be read: mend dump. To go back: mend restore --replace BACKUP"
        case .opens(let isPlanRead):
            "The household's journal opens" + (isPlanRead ? ", and its plan can be read." : ".")
        case .shippedPlanStandsIn:
            "Until that is changed, the plan that comes with mend stands in, and a page that runs goes on with the last one that was good: mend plan check"
        case .lastBackup(let made, let path, let isThere):
            "The last backup was made on \(made.english): \(path)" + (isThere ? "" : " (not there just now)")
        case .noBackupYet: "There is no backup yet: mend backup FILE"
        case .olderJournal(let path):
            "An older journal is kept aside, and can go once you do not need it: \(path)"
        case .proxyNamesNobody:
            "The web server before the page does not say who asks, so whoever guesses a passphrase holds up everybody else who signs in. "
                + "In nginx: proxy_set_header X-Forwarded-For $remote_addr; and restart mend serve."
        case .phoneIsGone(let channel):
            "\(channel): no phone rings there now. Open the page on it; or mend channel remove \(channel)"
        case .strangePushService(let channel):
            "\(channel): its push service is none that mend knows. To trust it, name its host in MEND_PUSH_SERVICES."
        case .phoneWasNotReached(let channel, let status, let next):
            "\(channel): \(Self.pushAnswer(status))" + (next.map { " It is tried again on \($0.english)." } ?? "")
        case .pageIsWell(let url): "\(url): the page answers, and its journal can be read."
        case .nothingGoesOut: "No reminder goes out by itself yet: mend cron shows how."
        }
    }

    private static func pushAnswer(_ status: Int?) -> String {
        switch status {
        case nil: "the name of its push service led to no public address, so nothing was sent."
        case 0?: "its push service was not reached, or did not answer in time."
        case 401?, 403?:
            "its push service does not take this household's key or address (status \(status ?? 0)). Take the channel away, and "
                + "Ring on this phone again; mend serve needs its --base-url."
        case let status?: "its push service answered with status \(status)."
        }
    }
}
