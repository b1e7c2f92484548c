extension HelpPhrase {
    static func discussion(of verb: Verb) -> String {
        switch verb {
        case .mend:
            """
            A rupture is a crack in a warm relationship: a raised voice, a misread signal, a limit that hurt. mend helps you \
            come back to it at a good moment, with words to say, and plans a small daily prompt besides.

            EXAMPLES
              mend init --zone America/New_York     begin
              mend person add Ada --relation child --born 2022-04-03
              mend rupture Ada limit-setting -a '20m ago'
              mend guide                            words to say
              mend attempt repaired                 it is mended
              mend demo                             look at a whole example first

            mend is a reminder and a notebook. It is no therapy and no emergency service.
            """
        case .calm:
            """
            EXAMPLE
              mend calm --zone red --with Ada
            """
        case .place:
            """
            Choose them together while everyone is green. Once there is one, calm, cards and the page show your tools in place \
            of the plan's.

            EXAMPLE
              mend place --with Ada                          what is in it, and ideas by number
              mend place --with Ada add 'the blue blanket'
              mend place --with Ada add 3                    the third idea
              mend place --with Ada rename 1 'the big pillow'
              mend place --with Ada remove 1
              mend place --with Ada call 'the den'
            """
        case .patterns:
            """
            It takes at least eight yellow or red moments that point the same way, more clearly than chance would make them. \
            A check-in half an hour ahead is offered once. It says when, and never how much, who, or what comes next.

            EXAMPLE
              mend patterns
              mend patterns take 1 --at 17:00
              mend patterns decline 1
              mend patterns end a1
              mend patterns back a1
            """
        case .cards:
            """
            One file that prints on A4 and on Letter, black on white, with lines to cut. A name that ends in .pdf makes a PDF, \
            where weasyprint or chromium is installed. It holds names and your own words: keep it as you keep the journal.

            EXAMPLE
              mend cards --out cards.html
              mend cards --out cards.pdf --with Ada
            """
        case .channelAdd:
            """
            A mail is discreet (neutral title, no name, no words) unless nobody else sees your calendar or --open is given. \
            A command gets the items as JSON on standard input; each has a discreetTitle beside its title.

            EXAMPLE
              mend channel add mail --kind mail --to me@example.org
              mend channel add log --kind exec --to "jq -r '.[].title' >> ~/reminders"
            """
        case .channelList:
            """
            EXAMPLE
              mend channel list
            """
        case .channelTest:
            """
            EXAMPLE
              mend channel test mail
            """
        case .channelRemove:
            """
            EXAMPLE
              mend channel remove mail
            """
        case .contactAdd:
            """
            EXAMPLE
              mend contact add 'Aunt Mo' 555-0134 --for 'a calm voice at night'
            """
        case .contactList:
            """
            EXAMPLE
              mend contact list
            """
        case .contactRemove:
            """
            EXAMPLE
              mend contact remove 'Aunt Mo'
            """
        case .cron:
            """
            Prints both. --install writes the crontab lines for you, --install --systemd the units, and no other line or file \
            is touched; --remove takes them away again.

            EXAMPLE
              mend cron
              mend cron --install
            """
        case .demo:
            """
            It takes place on a fixed evening and touches no household of yours.

            EXAMPLE
              mend demo --out Exports
            """
        case .doctor:
            """
            It changes nothing. Its status is 0, whatever it finds, unless the journal cannot be used: then it is the one that \
            every other verb would end with. With --serve it is 0 if that page answers and its journal can be read, else 75.

            EXAMPLE
              mend doctor
              mend doctor --serve http://127.0.0.1:8420
            """
        case .due:
            """
            A channel begins 24 hours before its first run. After a longer gap one digest comes, not a heap. Without --via it \
            prints; cron mails what it prints. On a terminal that is a look, and the same comes again where it runs by itself; \
            --via stdout delivers there, too.

            A reminder says which rupture it is about and how to write down how it went: by a command, or, with --base-url, on \
            its page.

            --every-channel is for a timer that need not know the channels: with none, nothing goes out.

            It also writes those files of earlier mend export runs anew that a change has made stale. A folder that is gone stays \
            gone.

            EXAMPLE
              mend due
              mend due --via mail
              mend due --via mail --base-url https://home.example.org
            """
        case .dump:
            """
            It holds your notes: keep it where only you can read it.

            EXAMPLE
              umask 077; mend dump > household.jsonl
            """
        case .explain:
            """
            With a name or a rupture's id it is about what comes next there; other ids stand in `mend agenda --format json`. It \
            also says what would bring it earlier, and what ends it.

            EXAMPLES
              mend explain Ada
              mend explain r1
              mend explain r1.try-again.2
            """
        case .export:
            """
            Discreet (neutral titles, no names) unless nobody else sees the calendar or --open is given.

            With --households, every household in a directory is exported, each into a folder of its own name. One that cannot be \
            is named and skipped.

            The files stay fresh by themselves: mend due writes them anew, and what you write down does so at once where it takes \
            less than a second. With --plan they are left as they are.

            EXAMPLES
              mend export --out ~/public/mend --base-url https://example.org/mend
              mend export --households /srv/families --out /srv/www --shard 3/16
            """
        case .forget:
            """
            It takes them out of the journal, out of backups and older journals, and writes calendars and feeds anew. It says whom it \
            understood, and what is out of its reach. Without a terminal, --yes is needed.

            EXAMPLES
              mend forget --rupture r3
              mend forget --person Sam
              mend forget --everything
            """
        case .householdShow:
            """
            EXAMPLE
              mend household show
            """
        case .householdEdit:
            """
            EXAMPLE
              mend household edit --quiet 22:00-06:30 --shared no
              mend household edit --closed 'mon-fri 09:00-17:00' --good 20:00
            """
        case .makeHousehold:
            """
            On a terminal it asks for what was not given.

            EXAMPLES
              mend init
              mend init --zone America/New_York --country US --shared no
            """
        case .manual:
            """
            EXAMPLE
              mend manual ~/.local/share/man/man1
            """
        case .load:
            """
            The directory must not hold a household yet. `-` reads standard input.

            EXAMPLE
              mend load household.jsonl --data ~/mend-copy
            """
        case .open:
            """
            EXAMPLE
              mend open
            """
        case .pause:
            """
            A pause holds everything, prompts too; with a name, reminders to come back to that person. A new pause of the same \
            takes the place of the one before.

            EXAMPLES
              mend pause --until monday
              mend pause --with Ada --until '2026-01-12 18:00'
            """
        case .resume:
            """
            EXAMPLES
              mend resume
              mend resume --with Ada
            """
        case .personEnd:
            """
            For somebody who is not in your life any more, or not in mend. mend forget takes away what you wrote down as well.

            EXAMPLE
              mend person end Sam
            """
        case .personBegin:
            """
            What was open when they ended brings nothing back by itself; to begin anew with it, record an attempt with the \
            outcome again.

            EXAMPLE
              mend person begin Sam
            """
        case .personAdd:
            """
            EXAMPLES
              mend person add Ada --relation child --born 2022-04-03
              mend person edit Ada --closed 'mon-fri 08:00-15:00'
              mend person add Sam --relation partner
            """
        case .personList:
            """
            EXAMPLE
              mend person list
            """
        case .personEdit:
            """
            EXAMPLE
              mend person edit Ada --closed 'mon-fri 08:30-15:30' --good 18:00
            """
        case .planShow:
            """
            With --all it is a year with all of its words, as Markdown: to print, or to read through.

            EXAMPLE
              mend plan show --plan ~/my-plan
              mend plan show --all --band teen > year.md
            """
        case .planCheck:
            """
            EXAMPLE
              mend plan check ~/my-plan
            """
        case .undo:
            """
            It says what it was. Reminders that came stay as they were shown; what was still to come follows what is left. \
            Changes of a Safe Place, people and settings are not records: `mend place` says how to change one back.

            EXAMPLE
              mend undo
            """
        case .edit:
            """
            Only what is given changes. --without makes something empty. `mend log` shows the ids.

            EXAMPLES
              mend edit r3 --with Kim
              mend edit r3 --at 'yesterday 17:40' --kind benign
              mend edit t2 --outcome partial
              mend edit r3 --without zone
            """
        case .remove:
            """
            Reminders that came stay as they were shown. To let nothing of it stay anywhere: mend forget --rupture r3

            EXAMPLE
              mend remove r3
            """
        case .log:
            """
            It holds your notes. --grep looks into them, and into what they were excited about.

            EXAMPLES
              mend log
              mend log --with Ada --from 2026-01-01
              mend log --grep bedtime --format json
            """
        case .attempt:
            """
            Outcomes: repaired, partial, declined, not-ready, let-go, or again (begin anew after it was closed or at rest).

            Without an id it is about the newest open rupture, and with a name about theirs; again is about the newest one that is \
            closed or at rest.

            EXAMPLES
              mend attempt repaired
              mend attempt Ada partial
              mend attempt r1 --outcome declined --at '1h ago' --roadblock shame
            """
        case .checkin:
            """
            EXAMPLES
              mend checkin yellow
              mend checkin red Ada -a '10m ago'
            """
        case .rupture:
            """
            Kinds: benign (a misread signal), oscillating (one wanted closeness, one wanted room), limit-setting (a no that \
            hurt), toxic (a frightening moment). Of a frightening moment you can say who frightened: me, them or somebody-else; with \
            a child it is you unless told. On a terminal it asks for what was not given.

            EXAMPLES
              mend rupture
              mend rupture Ada limit-setting -a '20m ago'
              mend rupture --with Ada --kind benign --excited-about 'her tower'
              mend rupture --with Ada --kind toxic --frightened somebody-else
            """
        case .restore:
            """
            The backup is checked first. A journal that is there stays, unless --replace is given, which keeps it aside. mend \
            serve may go on running; on its page everybody signs in again.

            EXAMPLE
              mend restore ~/backups/mend.sqlite
            """
        case .serve:
            """
            At first start it prints a link on which a passphrase is chosen. It listens to this machine alone; for a phone, let \
            a web server with https stand before it and name its address. Ctrl-C stops it.

            A web server on another machine, or in another container, is believed who asks only once --trust-proxy names it.

            EXAMPLES
              mend serve
              mend serve --base-url https://mend.example.org
            """
        case .agenda:
            """
            EXAMPLES
              mend agenda
              mend agenda --from today --to 2026-01-31 --format json
            """
        case .guide:
            """
            Without an id it is about the newest open rupture, and with a name about theirs.

            EXAMPLES
              mend guide
              mend guide Ada
              mend guide r1
            """
        case .subscriptionAdd:
            """
            Discreet (neutral titles, no names) unless --open is given. The page of mend serve shows a code for a camera.

            EXAMPLE
              mend subscription add phone --only repairs --base-url https://mend.example.org
            """
        case .subscriptionList:
            """
            EXAMPLE
              mend subscription list
            """
        case .subscriptionRevoke:
            """
            EXAMPLE
              mend subscription revoke phone
            """
        case .tasksAdd:
            """
            One task for each person with whom something is open. Checked off, it is mended; a later date puts it off; deleted, it \
            is let go; notes that begin with partial, declined or not-ready say so. A new task such as "Ada limit" writes a crack \
            down. Discreet unless --open is given. The address needs https, but on this machine.

            EXAMPLE
              mend tasks add phone --base-url https://mend.example.org
            """
        case .tasksList:
            """
            EXAMPLE
              mend tasks list
            """
        case .tasksRevoke:
            """
            EXAMPLE
              mend tasks revoke phone
            """
        case .today:
            """
            EXAMPLE
              mend today
            """
        case .backup:
            """
            The file is an SQLite database that mend restore brings back; FILE.sha256 beside it holds its checksum. Both are \
            readable by you alone, and hold your notes.

            EXAMPLES
              mend backup ~/backups/mend.sqlite
              mend backup --replace ~/backups/mend.sqlite
            """
        case .channel, .contact, .household, .person, .plan, .subscription, .tasks: ""
        }
    }
}
