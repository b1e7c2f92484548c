import MendCore

extension DeliveryPhrase {
    public var english: String {
        switch self {
        case .digestSubject(let first, let more): "\(first), and \(more) more"
        case .mailFooter(let channel):
            "From mend on your own machine: a reminder, and no emergency service. "
                + "To end these mails: mend channel remove \(channel)"
        case .howItWent(let rupture, let names, let place):
            Self.about(rupture, names) + "To write down how it went:\n\(place)"
        case .howItWentTyped(let rupture, let names, let command):
            Self.about(rupture, names)
                + "To write down how it went:\n\(command)\n(or partial, declined, not-ready, let-go)"
        case .onThePage(let address): "On your own page:\n\(address)"
        case .onYourMachine: "On your own machine:\nmend today"
        case .sampleTitle: "A test from mend"
        case .sampleText: "This is how a reminder from mend will look. Nothing is due now."
        case .unit: "Reminders from mend"
        case .timerUnit: "Reminders from mend, by the clock"
        case .pageUnit: "The page of mend"
        case .neverRan(let channel): "\(channel): has not run yet. mend cron shows how it runs by itself."
        case .ranLast(let channel, let ran, let delivered):
            "\(channel): ran last on \(ran.english)"
                + (delivered.map { ", delivered last on \($0.english)." } ?? ", and has delivered nothing yet.")
        case .beginsAhead(let channel, let begin, let isAnew):
            "\(channel) began on \(begin.english), by a clock that was fast, or this one is slow: "
                + (isAnew ? "its next run begins anew." : "nothing may go out there until then; look at the clock.")
        case .ranAhead: "That is still to come: the clock of this machine seems to be slow, or was fast then."
        case .hasStopped: "It seems to have stopped: look at mend cron, and whether cron or the timer runs."
        case .lastRunFailed(let channel):
            "That run failed, and what was due is still due: mend channel test \(channel)"
        }
    }

    /// `About r2, with Ada. `
    private static func about(_ rupture: String, _ names: [String]) -> String {
        "About \(rupture)\(names.isEmpty ? "" : ", with \(names.joined(separator: ", "))"). "
    }
}

extension DeliveryFailurePhrase {
    public var english: String {
        "channel \(channel): \(cause)" + (isTest ? "" : "; nothing was marked as sent, and the next run tries again")
    }

    private var cause: String {
        switch failure {
        case .noMailProgram:
            "no program takes mails here; install one such as msmtp-mta, or name one in MEND_SENDMAIL"
        case .noMailAddress: "its mail address cannot be used; remove the channel and add it again"
        case .cannotStart(let reason): "its program cannot be started (\(reason))"
        case .noMemory: "its program cannot be started (no memory for its input)"
        case .exited(let code): "its program ended with status \(code)"
        case .signalled(let signal): "its program was ended by signal \(signal)"
        case .tookTooLong(let limit):
            "its program was not ready after \(limit.components.seconds) seconds, and was ended"
        case .cannotKeep(let path, let reason): "\(path): cannot be written (\(reason))"
        case .busy: "another run of it is under way"
        case .noPhone: "no phone rings there now; open the page on the phone, and Ring on this phone"
        case .strangePushService:
            "its push service is none that mend knows, or leads into a private network; name a service of your own in "
                + "MEND_PUSH_SERVICES"
        case .pushRefused(let status): "its push service refused with status \(status)"
        case .pushLater(let seconds):
            "its push service could not take it now; the next try is due in \(seconds) seconds"
        }
    }
}
