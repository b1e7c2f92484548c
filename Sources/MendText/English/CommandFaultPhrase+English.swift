extension CommandFaultPhrase {
    public var english: String {
        switch self {
        case .nowNeedsItsOffset: "--now: not a time with its offset; write it like 2026-01-05T07:00:00-05:00"
        case .noteIsNoText: "--note: standard input is not text in UTF-8"
        case .baseURL: "--base-url: write it like https://example.org/mend"
        case .serverIsNoAddress: "--serve: write it like http://127.0.0.1:8420"
        case .missing(let options, let example):
            "\(EnglishList.text(options)) \(options.count == 1 ? "is" : "are") missing. For example: \(example)"
        case .noSuchChoice(let near, let choices):
            "Did you mean '\(near)'? It may be one of \(choices.joined(separator: ", "))"
        case .unexpectedWord: "Somebody is named twice, with --with and without; leave one out."
        case .nobodyYet: "nobody is here yet: mend person add NAME --relation child --born 2022-04-03"
        case .noSuchVerb(let typed, let near?, _): "'\(typed)' is no verb; did you mean '\(near)'?"
        case .noSuchVerb(let typed, nil, let above): "'\(typed)' is no verb; '\(above) --help' shows all."
        case .nothingToChange(let verb): "Nothing was given to change; '\(verb) --help' shows what can be."
        case .lastDayIsBeforeTheFirst: "the last day is before the first; turn them round"
        case .tooManyDays: "that is more than ten years; ask for a shorter stretch"
        case .directoryHasALineEnd:
            "the household's directory has a line end in its name, which cron cannot take; rename it"
        case .channelNameHasAControlCharacter:
            "a channel's name has a line end or another control character, which cron would take for a line of its own; "
                + "`mend channel list` shows the channels, `mend channel remove` takes one away"
        case .installAndRemove: "Give --install or --remove, not both."
        case .everyIsNoPart(let choices):
            "--every takes a part of an hour: \(choices.map(String.init).joined(separator: ", "))."
        case .viaAndEveryChannel: "Give --via or --every-channel, not both."
        case .outNeedsAName: "--out needs the name of a directory."
        case .weeksBack: "--weeks-back takes 0 to 520."
        case .daysAhead: "--days-ahead takes 1 to 730."
        case .shardAndJobsGoWithHouseholds: "--shard and --jobs go with --households."
        case .dataAndHouseholds: "--households names all of them; leave --data out."
        case .jobs: "--jobs takes 1 to 256."
        case .oneOfThree: "Give one of --person, --rupture and --everything."
        case .nameOrID: "give a name, or an id with --id, and one of them only"
        case .forgetNeedsYes: "Nothing was forgotten: without a terminal to ask on, give --yes."
        case .placeNeedsWords:
            "Give what to add (words, or the number of an idea), the number to remove, or a number and its new words."
        case .patternsNeedsOne: "Give the number of an offer to take or decline, or the id of a check-in to end."
        case .noItem:
            "there is no item of that id, nor a rupture or a person; `mend open` shows ruptures, `mend agenda --format json` the ids of items"
        case .cannotBeRead(let path): "\(path): cannot be read; check the name and its permissions"
        case .noHouseholdInThere(let path):
            "\(path): no household is in there; name the directory in which their directories are"
        case .line(let path, let number, let problem): "\(path):\(number): \(problem.english); nothing was taken"
        case .endlessLadder(let fault): "the plan's ladder has no end (\(fault)); check its figures"
        case .outputCannotBeWritten(let reason):
            "standard output cannot be written (\(reason)); check space and where it leads"
        case .keptAllTheSame: "It is done and written down; only standard output could not be written."
        case .linkStands(let path): "\(path): a link stands there; take it away, or choose another --out"
        case .somethingElseStands(let path):
            "\(path): something else stands there; take it away, or choose another --out"
        case .exportCannotBeWritten(let path, let reason):
            "\(path): cannot be written (\(reason)); check space and permissions"
        case .exportNotOurs(let path):
            "\(path): mend has not written this file, so it stays; move it away, or choose another --out"
        case .folderIsForeign(let path): "\(path): belongs to somebody else; choose a folder of your own"
        case .folderIsOpen(let path):
            "\(path): others on this machine can put files into it; chmod go-w '\(path)', or choose another --out"
        case .copyCannotBeChanged(let path):
            "\(path): this copy cannot be changed, so the journal is as it was; make it writable, or see to it yourself (mend "
                + "backup '\(path)' --disown lets it out of account), and run this again"
        case .noCopyKnown(let path): "\(path): mend knows of no copy there"
        case .exceedsTheBound(let path): "\(path): is larger than a household can be; check which file that is"
        case .householdIsSomebodyElses:
            "the household is another user's; root delivers nothing of theirs, so run this as that user"
        case .filesAreLimited: "programs may open too few files here (ulimit -n); allow 256 or more"
        case .memoryIsLimited: "the memory that programs may take here is too little (ulimit -v); allow 1 GB or more"
        case .cannotBeWritten(let path): "\(path): cannot be written; check space and permissions"
        case .noPDFProgram(let path):
            "\(path): no program that makes a PDF is here; install weasyprint or chromium, or write HTML (--out cards.html) and "
                + "print it from a browser"
        case .pdfFailed(let path, let program):
            "\(path): \(program) made no PDF, so nothing was written; write HTML (--out cards.html) and print it from a browser"
        case .fileIsNotOurs(let path): "\(path): mend has not written this file; move it away first"
        case .noCrontab:
            "there is no crontab here; install cron, or use the systemd units: mend cron --install --systemd"
        case .crontabIsTooLong: "the crontab is too long to be changed here; nothing was changed"
        case .crontabRefused(let status): "crontab ended with status \(status); nothing was changed"
        case .listenIsTaken:
            "--listen: something else listens there already, perhaps another mend; stop it or give another port"
        case .cannotListen(let reason):
            "--listen: cannot listen there (\(reason)); give another host or a port above 1023"
        case .listenIsNoAddress: "--listen: write it like 127.0.0.1:8420 or [::1]:8420"
        case .baseURLHasAPath:
            "--base-url: the page needs a name of its own, such as https://mend.example.org, without a path behind it"
        case .listenIsExposed:
            """
            --listen: others could reach this address and read along, since mend itself speaks plain http. Let a web \
            server with https stand before it and name that with --base-url https://…, or, in a network where you trust \
            everybody, say --insecure
            """
        case .proxyIsNoAddress:
            "--trust-proxy: write it like 10.88.0.1 or 10.88.0.0/16, or several of them with commas between"
        case .pageIsNotWell(let url, nil):
            "\(url): no page of mend answers there; look whether mend serve runs, and where it listens"
        case .pageIsNotWell(let url, let status?):
            "\(url): what answers there is not well, or no page of mend (status \(status)); run mend doctor on its household"
        case .inHousehold(let directory, let problem): "\(directory): \(problem)"
        case .internalFault(let type): "something went wrong inside mend (\(type))"
        }
    }
}
