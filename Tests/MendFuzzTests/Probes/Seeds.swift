import Foundation

extension Probe {
    /// Inputs that are taken, from which others are made.
    var seeds: [[UInt8]] {
        switch self {
        case .zoneFile: Self.zoneFiles
        case .plan: ([FileProbes.prompt] + Self.plans.map(FileProbes.text)).map { Array($0.utf8.prefix(6_000)) }
        case .journal: Self.stories
        default: texts.map { Array($0.utf8) }
        }
    }

    private static let plans = ["plan.yaml", "calm.yaml", "contacts/us.yaml", "lead-ins.yaml", "scripts/toxic.yaml"]

    private static let zoneFiles = ["America/New_York", "Europe/Dublin", "Africa/Monrovia", "UTC"].compactMap { name in
        FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)").map(Array.init)
    }

    /// As `JournalProbe` reads them: untouched, without and with its log; bytes, pages and ends in the file and the log; values.
    private static let stories: [[UInt8]] = [
        [0], [1], [0, 1, 3, 8, 1], [0, 40, 9, 9, 0xFF, 70, 30, 2, 0], [0, 85, 2, 9, 0, 98, 4, 5, 0],
        [0, 110, 30, 0, 0],
        [1, 0x80 | 40, 3, 0, 7], [1, 0x80 | 110, 9, 0, 0], [1, 118, 40, 9, 0xAA, 0x80 | 125, 1, 4, 9],
        [2, 3, 5, 18, 6, 23, 4], [2, 26, 7, 34, 5, 36, 12], [2, 1, 0], [2, 2, 9], [2, 12, 11, 40, 1],
    ]

    private var texts: [String] {
        switch self {
        case .time:
            [
                "2026-01-05T17:40:00-05:00", "1900-01-01T00:00:00+14:00", "2199-12-31t23:59:59.5z", "2026-01-05 17:40",
                "17:40", "yesterday 17:40", "today 7:05", "20m ago", "2 hours ago", "3d ago", "now", "tomorrow",
            ]
        case .hours:
            [
                "2026-01-05", "07:30", "24:00", "21:00-07:00", "mon-fri 08:00-15:00", "sat,sun 09:00-12:00",
                "daily 12:00-13:30", "fri-mon 18:00-8:00", "2026-01-10/2026-01-17",
            ]
        case .records: Self.households
        case .xml:
            [
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"c&#10;d\"><e>f &amp; g</e><!-- h --><i/></a>\n",
                "<a xmlns='u:x' xmlns:b='u:y'><b:c b:d='e'><![CDATA[<f>]]>&#x1F600;</b:c></a>",
                "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]><a>&b;&d;</a>",
            ]
        case .crontab:
            [
                "home/me/our mend\n# mine\n@daily backup\n", "it's 100% $HOME \\ \"\nMAILTO=me\n",
                "a\n# mend: begin (mend cron --remove takes these lines away)\n*/5 * * * * x\n# mend: end\nb",
                "'\u{301}%\u{301}\"\u{301}\\\u{301}$\u{301}",
            ]
        case .address:
            [
                "https://example.org/7hq2xk9v0tbn/", "http://[::1]:8420", "Mend.ics", "Mend.xcal", "feeds.opml",
                "reflections.atom", "archive/reflections-2026-01.rss", "/repair/r1?from=/today", "2026-01", "..//é%2F",
            ]
        case .form: ["name=Ada+L&note=a%0D%0Ab%20c&zone=red&empty=&=x&y", "a=%C3%A9%F0%9F%98%80&b=%26%3D%2B%25"]
        case .header:
            [
                "Mon, 05 Jan 2026 23:00:00 GMT", "Monday, 05-Jan-26 23:00:00 GMT", "Mon Jan  5 23:00:00 2026",
                "W/\"a\", \"b\", *", "gzip;q=0.5, br, *;q=0", "mend=abcdefghijklmnopqrstuvwxyz; a=b", "[::1]:8420",
                "127.0.0.1:8420", "localhost:8420", "192.168.1.7:8420", "mend.example.org",
            ]
        case .subject: ["A plain subject", "=?utf-8?B?eA==?=", "Zwölf große Elefanten 🐘🐘🐘 tanzen im Mondschein"]
        case .markdown, .layout, .plainText:
            [
                "One *two* [three](four) <five> & `six` \\ ~~seven~~\n\n- eight\n- nine\n1. ten\n# eleven",
                "A long line that holds many words, so that it has to be broken more than once, wherever a space is.",
                "表 🙂 e\u{301} \u{85}\u{2028}\u{FEFF}\u{FFFE}\u{0}\u{1B}[2J\r\n\u{200D}\u{202E}",
            ]
        case .calendar, .feed, .json:
            ["a; b, c \\ d\ne\tf\r\n\u{1}\u{7F}\u{85}\u{2028}\u{FFFF}\"<&>]]>", "🐘 elefante é un animale \u{10FFFF}"]
        case .zoneFile, .plan, .journal: []
        }
    }

    /// A household of one line a record, and one of few.
    private static let households = [
        #"""
        {"type": "household", "version": 1, "id": "k7Qm2xW9", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US", "shared": false, "closed": ["mon-fri 09:00-17:00"], "away": ["2026-03-01/2026-03-07 every 14d until 2027-06-30"], "good": "20:00", "edited": "2026-01-05T19:00:00-05:00"}
        {"type": "contact", "name": "Aunt Mo", "number": "1", "for": "a walk"}
        {"type": "person", "id": "ada", "name": "Ada", "relation": "child", "born": "2022-04-03", "closed": ["mon-fri 08:00-15:00"], "away": ["2026-01-10/2026-01-17"], "sleep": "19:30-06:30", "good": "17:30"}
        {"type": "rupture", "id": "r1", "with": "ada", "kind": "toxic", "at": "2026-01-05T17:40:00-05:00", "recorded": "2026-01-05T17:50:00-05:00", "zone": "red", "theirZone": "red", "frightened": "me", "excitedAbout": "her tower", "note": "é\n\u001b"}
        {"type": "attempt", "id": "t1", "rupture": "r1", "at": "2026-01-05T19:00:00-05:00", "recorded": "2026-01-05T19:00:00-05:00", "outcome": "declined", "roadblock": "shame", "note": "x"}
        {"type": "checkin", "id": "c1", "with": "ada", "at": "2026-01-05T19:00:00-05:00", "recorded": "2026-01-05T19:00:00-05:00", "zone": "yellow"}
        {"type": "hold", "id": "h1", "with": "ada", "at": "2026-01-05T19:00:00-05:00", "recorded": "2026-01-05T19:00:00-05:00", "until": "2026-01-05T20:00:00-05:00"}
        {"type": "channel", "name": "mail", "kind": "mail", "to": "me@example.org"}
        {"type": "subscription", "name": "phone", "only": "repairs", "open": false, "secretHash": "0a", "created": "2026-01-05T19:00:00-05:00"}
        {"type": "published", "item": "r1.try-again.2", "prompt": "p", "start": "2026-01-05T19:00:00-05:00", "sequence": 0, "modified": "2026-01-05T19:00:00-05:00", "words": "0a", "with": "ada", "ruptures": ["r1"], "minutes": 10, "for": "together", "title": "t", "text": "x\n", "band": "toddler", "tips": [1], "grave": true, "because": [{"cause": "spacing 60s", "moved": 60}]}
        {"type": "delivery", "item": "r1.try-again.2", "channel": "mail", "at": "2026-01-05T19:00:00-05:00", "outcome": "sent"}

        """#,
        #"{"type":"household","zone":"UTC"}"# + "\n"
            + #"{"type":"checkin","id":"c","at":"1900-01-01T00:00:00+14:00","zone":"red"}"#,
    ]
}
