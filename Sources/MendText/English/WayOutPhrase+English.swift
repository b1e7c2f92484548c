import MendCore

extension WayOutPhrase {
    public var english: String {
        switch self {
        case .openAt(let address): "mend is open at \(address)/"
        case .choosePassphrase: "Choose a passphrase: open this link, which works once."
        case .secondStays(let name):
            "\(name) goes on with a passphrase of their own; Settings, A second adult, ends that login."
        case .howToStop: "Ctrl-C stops it."
        case .stopped: "Stopped."
        case .addressOf(let document): document
        case .onlyThisMachine:
            "Only this machine reaches that address, while mend serve runs. For a phone: --base-url https://…, as README says."
        case .noSubscriptionYet: "None yet: mend subscription add NAME"
        case .subscription(let name, let scope, let isOpen, let used):
            "\(name)  \(scope.english), \(isOpen ? "open" : "discreet"), "
                + (used.map { "last fetched \($0)" } ?? "not fetched yet")
        case .subscriptionRevoked: "Its address leads nowhere now."
        case .partOfTaskList(let part): part
        case .noTaskListYet: "None yet: mend tasks add NAME"
        case .taskList(let name, let user, let isOpen, let prompts, let used):
            "\(name)  user \(user), \(isOpen ? "open" : "discreet"), \(prompts ? "with prompts, " : "")"
                + (used.map { "last used \($0)" } ?? "not used yet")
        case .taskListRevoked: "Its password opens nothing now."
        case .nothingHadChanged(let directory): "\(directory): nothing had changed."
        case .written(let directory, let files): "\(directory): \(files) files written."
        case .manyWritten(let directory, let files, let done, let all, let isPart):
            "\(directory): \(files) files written; \(done) of \(all) households\(isPart ? " in this part" : "") are up to date."
        case .exportsWait:
            "What you wrote down is kept. Calendars and feeds in files follow with the next mend due or mend export."
        case .progress(let done, let all): "\(done) of \(all)"
        case .tryChannel(let channel): "Try it: mend channel test \(channel)"
        case .thenCron: "Then let cron run it: mend cron --install"
        case .noChannelYet: "None yet. To be reminded by mail: mend channel add mail --kind mail --to ADDRESS"
        case .channel(let name, let kind, let to, let lastRun):
            "\(name)  \(kind.rawValue)\(to.map { " \($0)" } ?? ""), \(lastRun.map { "last run \($0)" } ?? "not run yet")"
        case .sampleWent(let channel): "A sample went out by \(channel); look whether it has come."
        case .noMailProgram:
            "No program takes mails here yet: install one such as msmtp-mta, or name one in MEND_SENDMAIL."
        case .channelRemoved:
            "Nothing goes out there any more. If cron runs it: mend cron --install, or mend cron --remove"
        case .forCron: "For cron (mend cron --install writes these lines into your crontab):"
        case .forSystemd(let folder):
            "For systemd (mend cron --install --systemd writes these files into \(folder)):"
        case .unitsNeedLinger:
            "So that they run while you are not signed in: loginctl enable-linger"
        case .cronMailsWhatIsPrinted:
            "You have no channel yet, so these print your reminders: cron mails that to you on this machine, systemd keeps it "
                + "in its log. To have them by mail: mend channel add mail --kind mail --to ADDRESS"
        case .askAboutCrontab: "Write these lines into your crontab? [y/N]"
        case .inYourCrontab: "They are in your crontab. mend doctor tells whether they run."
        case .noLineInYourCrontab: "No line of mend is in your crontab."
        case .askAboutUnits(let folder): "Write these files into \(folder)? [y/N]"
        case .unitsWritten:
            """
            Now: systemctl --user daemon-reload && systemctl --user enable --now mend.timer
            For the page, too: systemctl --user enable --now mend-serve.service
            """
        case .noUnitIsThere:
            "No unit of mend is there. If one still runs: systemctl --user stop mend.timer mend-serve.service"
        }
    }
}
