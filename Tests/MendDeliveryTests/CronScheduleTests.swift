import MendDelivery
import Testing

@Suite struct CronScheduleTests {
    private func schedule(
        _ directory: String = "/home/me/mend", channels: [String] = [], minutes: Int = 15
    ) throws(CronSchedule.Fault) -> CronSchedule {
        try CronSchedule(program: "/usr/bin/mend", directory: directory, channels: channels, minutes: minutes)
    }

    @Test(arguments: [
        ("/home/me/mend", [], 15, "*/15 * * * * /usr/bin/mend due --data /home/me/mend"),
        (
            "/home/me/mend", ["mail", "phone"], 60,
            "0 * * * * /usr/bin/mend due --via mail --via phone --data /home/me/mend"
        ),
        ("/home/me/our mend", [], 1, "* * * * * /usr/bin/mend due --data '/home/me/our mend'"),
        ("/home/me/it's 100%", [], 15, #"*/15 * * * * /usr/bin/mend due --data '/home/me/it'\''s 100\%'"#),
        (#"/tmp/a \% b"#, [], 15, #"*/15 * * * * /usr/bin/mend due --data '/tmp/a \''\% b'"#),
        // A quote, a percent sign and a backslash, each with an accent over it.
        (
            "/tmp/a'\u{301}b%\u{301}c\\\u{301}", [], 15,
            "*/15 * * * * /usr/bin/mend due --data '/tmp/a'\\''\u{301}b\\%\u{301}c\\''\u{301}'"
        ),
    ])
    func writesALineThatCronAndTheShellRead(
        _ directory: String, _ channels: [String], _ minutes: Int, _ line: String
    ) throws {
        let lines = """
            # mend: begin (mend cron --remove takes these lines away)
            \(line)
            # mend: end

            """
        let crontab = try schedule(directory, channels: channels, minutes: minutes).crontab
        #expect(Array(crontab.utf8) == Array(lines.utf8))
    }

    /// No quotes keep these on a line: not cron's, and not systemd's.
    @Test(arguments: [
        "x\n* * * * * touch /tmp/taken #", "x\"\nExecStartPre=/bin/touch /tmp/taken\nX=\"", "x\r\ny", "x\ry", "x\0y",
        "x\ty", "x\u{1B}[2J", "x\u{7F}", "x\u{85}y", "x\u{2028}y", "x\u{2029}y",
    ])
    func takesNoArgumentThatBeginsALineOfItsOwn(_ text: String) {
        #expect(throws: CronSchedule.Fault.controlCharacter(in: .channelName)) {
            try schedule(channels: ["mail", text])
        }
        #expect(throws: CronSchedule.Fault.controlCharacter(in: .directory)) { try schedule("/home/\(text)") }
        #expect(throws: CronSchedule.Fault.controlCharacter(in: .program)) {
            try CronSchedule(program: text, directory: "/home/me", channels: [], minutes: 15)
        }
        #expect(throws: CronSchedule.Fault.controlCharacter(in: .baseURL)) {
            try CronSchedule(
                program: "/usr/bin/mend", directory: "/home/me", channels: [], minutes: 15, baseURL: text)
        }
    }

    @Test(arguments: [
        "", "\n", "# mine\n@daily backup\n", "no line end", "a\r\nb\r\n", "\n\nMAILTO=\"\"\n\n", "5 4 * * * x \\% y\n",
        "# caf\u{FE}\u{FF}\n",
    ])
    func touchesNoOtherLine(_ text: String) throws {
        // As Latin-1, so that the last is no UTF-8.
        let table = text.unicodeScalars.map { UInt8($0.value) }
        let schedule = try schedule()
        let lines = Array(schedule.crontab.utf8)
        let installed = schedule.installed(in: table)
        let end: [UInt8] = table.isEmpty || table.last == 0x0A ? [] : [0x0A]
        #expect(installed == table + end + lines)
        #expect(schedule.installed(in: installed) == installed)
        #expect(CronSchedule.removed(from: installed) == table + end)
        #expect(CronSchedule.removed(from: table) == table)
    }

    @Test func replacesItsOwnLines() throws {
        let table = "first\n" + (try schedule(minutes: 5).crontab) + "last\n"
        let schedule = try schedule()
        #expect(text(schedule.installed(in: Array(table.utf8))) == "first\nlast\n" + schedule.crontab)
    }

    @Test func leavesABeginningWithoutItsEndAlone() throws {
        let schedule = try schedule()
        let table = "\(schedule.crontab.replacing("# mend: end\n", with: ""))mine\n"
        #expect(text(CronSchedule.removed(from: Array(table.utf8))) == table)
        let twice = schedule.installed(in: schedule.installed(in: Array(table.utf8)))
        #expect(text(twice) == table + schedule.crontab)
    }

    @Test func anEndWithoutItsBeginningClosesNothing() throws {
        let begin = "# mend: begin (mend cron --remove takes these lines away)\n"
        let schedule = try schedule()
        let table = "\(begin)mine\n\(schedule.crontab)# mend: end\n"
        let once = schedule.installed(in: Array(table.utf8))
        #expect(text(once) == "\(begin)mine\n\(schedule.crontab)")
        #expect(schedule.installed(in: once) == once)
    }

    @Test func anEndAboveEverythingStays() throws {
        let table = "# mend: end\n0 1 * * * true\n"
        let schedule = try schedule()
        let once = schedule.installed(in: Array(table.utf8))
        #expect(text(once) == table + schedule.crontab)
        #expect(text(CronSchedule.removed(from: once)) == table)
    }

    private func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    @Test func writesUnitsThatCatchUp() throws {
        let units = try schedule("/home/me/our $mend 100%", channels: ["mail"]).units(in: .english)
        #expect(units.map(\.name) == ["mend.service", "mend.timer", "mend-serve.service"])
        #expect(
            units[2].text.contains(
                "\nExecStart=\"/usr/bin/mend\" \"serve\" \"--data\" \"/home/me/our $$mend 100%%\"\nRestart=on-failure\n"
            ))
        #expect(units[2].text.contains("\nWantedBy=default.target\n"))
        #expect(
            units[0].text.contains(
                #"ExecStart="/usr/bin/mend" "due" "--via" "mail" "--data" "/home/me/our $$mend 100%%""#))
        let odd = try schedule("/tmp/a\"\u{301}b%\u{301}c\\\u{301}d$\u{301}").units(in: .english)[0].text
        #expect(
            odd.utf8.split(separator: 0x0A)[5].elementsEqual(
                "ExecStart=\"/usr/bin/mend\" \"due\" \"--data\" \"/tmp/a\\\"\u{301}b%%\u{301}c\\\\\u{301}d$$\u{301}\""
                    .utf8))
        #expect(units[1].text.contains("OnCalendar=*:0/15\nPersistent=true\n"))
    }
}
