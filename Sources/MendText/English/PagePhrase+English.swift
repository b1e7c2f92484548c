extension PagePhrase {
    public var english: String {
        switch self {
        case .minutes(let minutes): "\(minutes) min"
        case .next(let moment, let kind): "Next: \(moment), \(kind)."
        case .atRest: "It is at rest. The weekly reflection mentions it, nothing more."
        case .openSince(let moment, let kind): "\(moment): \(kind)"
        case .about(let button, let kind, let moment): "\(button): \(kind), \(moment)"
        case .notNow(let name): "Not now: let what comes with \(name) wait"
        case .call(let whom): "Call: \(whom)"
        case .write(let whom): "Send a text: \(whom)"
        case .whatIsIn(.plan): "What the next weeks hold"
        case .whatIsIn(.ahead): "Hours that run hard, and a check-in before them"
        case .whatIsIn(.safePlace): "The tools that you chose together"
        case .whatIsIn(.cards): "Thermometer, pictures and words to print"
        case .whatIsIn(.subscribe): "Your calendar or feed reader fetches what mend plans"
        case .whatIsIn(.settings): "People, hours, pauses, support and devices"
        case .whatIsIn(.people): "Names, birth dates, closed times and custody days"
        case .whatIsIn(.pauseOfEverything): "Nothing comes for a while"
        case .whatIsIn(.support): "Your own, and the lines of your country"
        case .whatIsIn(.channels): "Where messages go out"
        case .whatIsIn(.devices): "Who is signed in"
        case .whatIsIn(.adults): "Invite somebody to this page"
        case .whatIsIn(.yours): "Take everything along, or erase it"
        case .whatIsIn: ""
        case .insteadOfTheOne(let name, let kind):
            "A moment ago you wrote down \(kind) with \(name). Is this instead of it, or one more?"
        case .everythingPaused(let until): "Everything is paused until \(until)."
        case .pausedWith(let name, let until): "What comes with \(name) is paused until \(until)."
        case .ended(let name): "What came with \(name) has ended. What you wrote down stays."
        case .isPaused(let until): "paused until \(until)"
        case .hasEnded: "ended"
        case .thermometer(let zone, let name, let afterShortNight):
            "Thermometer: \(zone.rawValue)" + (name.map { ", with \($0)" } ?? "")
                + (afterShortNight ? ", after a short night" : "")
        case .ownZone(let zone): "You \(zone.rawValue)"
        case .theirZone(let zone, let name): "\(name) \(zone.rawValue)"
        case .excitedAbout(let what): "They were excited about \(what)."
        case .attempt(let when, let outcome, let roadblock):
            "\(when): \(outcome)" + (roadblock.map { ". In the way: \($0)" } ?? "")
        case .closed: "Closed"
        case .resting: "At rest"
        case .open: "Open"
        case .nothingWritten: "Nothing is written down here yet."
        case .nothingFound: "Nothing with these words. Try fewer of them, or another one."
        case .lastFetched(let day): "Last fetched on \(day)"
        case .lastUsed(let day): "Last used on \(day)"
        case .notUsed: "Not used yet"
        case .taskListShown(let name): "The list “\(name)” is there. Its password is shown now and not again."
        case .whoCanOpenTasks(let isOpen):
            "Whoever has the password sees that something is open\(isOpen ? ", with whom, and words to say" : ""), and can change it."
        case .notFetched: "Not fetched yet"
        case .edition(isOpen: true): "open: titles, names and words"
        case .edition(isOpen: false): "discreet: neutral titles, no names"
        case .addressShown(let name):
            "This is the address for “\(name)”. It is shown for a quarter of an hour, and not again: mend keeps only a hash of it."
        case .whoCanRead(isOpen: true):
            "Whoever has the address can read what is behind it: keep it as you would keep a diary."
        case .whoCanRead(isOpen: false): "Whoever has the address can read what is behind it."
        case .onlyThisMachine(let address): "Only this machine can reach \(address)."
        case .codeForIPhone: "iPhone and iPad"
        case .codeForOthers: "Android and others"
        case .quiet(let from, let to): "Quiet from \(from) to \(to)"
        case .closedTime(let number): "Closed time \(number)"
        case .daysElsewhere(let number): "Days elsewhere \(number)"
        case .step(let step, let all): "Step \(step) of \(all)"
        case .takeContactOff(let name): "Take \(name) off the list"
        case .takeChannelAway(let name): "Take the channel \(name) away"
        case .phone(let device, let isOpen, let rings):
            "rings on \(device), \(isOpen ? "with names and words" : "discreet")"
                + (rings ? "" : "; does not ring just now: open mend there, and it does again")
        case .thisDevice: "this one"
        case .lastSeen(let moment): "last seen \(moment)"
        case .signOut(let device, let isThis): "Sign out \(device)" + (isThis ? " (this one)" : "")
        case .itemIsFor(let name): "for \(name)"
        case .writtenBy(let name): "\(name) wrote this"
        case .hereAs(let name, let caregiver):
            "You are here as \(name). Reminders and prompts are \(caregiver)'s, and what you write down goes into them."
        case .both(let one, let other): "\(one) and \(other)"
        case .openIsTheirs(let name): "This one is discreet. One with names and words is \(name)'s to make."
        case .wordsOfWhoeverDidIt(let writer):
            "\(writer) wrote this. The words are for whoever it was that hurt; leave out what was not yours."
        case .oneLadder(let name):
            "Both of you see what happened and what comes next. It is \(name)'s household: reminders and prompts are for \(name), and each of them says so."
        case .invited(let name, let caregiver):
            "Hello \(name). \(caregiver) asks you to this page, where the two of you look after what cracked and how it was mended."
        case .invitationWaits(let name, let until): "An invitation for \(name) waits until \(until)."
        case .endLogin(let name):
            "\(name)'s devices are signed out at once. What \(name) wrote stays, and the notes stay \(name)'s. \(name)'s phone rings no more. Calendars that \(name) added go on until you take them off, under Subscribe."
        case .endOwnLogin:
            "Your devices are signed out at once. What you wrote stays, and nobody sees your notes on this page. Your phone rings no more. Calendars that you added go on until they are taken off, under Subscribe."
        case .endLoginNow(let name): "End \(name)'s login"
        case .device(let browser, let system):
            (browser ?? "A browser") + (system.map { " on \(Self.name(of: $0))" } ?? "")
        }
    }

    private static func name(of system: DeviceSystem) -> String {
        switch system {
        case .android: "Android"
        case .iPhone: "an iPhone"
        case .iPad: "an iPad"
        case .mac: "a Mac"
        case .windows: "Windows"
        case .linux: "Linux"
        }
    }
}
