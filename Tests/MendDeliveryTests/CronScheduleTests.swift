import MendDelivery
import Testing

@Suite struct CronScheduleTests {
    private func schedule(_ directory: String = "/home/me/mend", channels: [String] = [], minutes: Int = 15) -> CronSchedule {
        CronSchedule(program: "/usr/bin/mend", directory: directory, channels: channels, minutes: minutes)
    }

    @Test(arguments: [
        ("/home/me/mend", [], 15, "*/15 * * * * /usr/bin/mend due --data /home/me/mend"),
        ("/home/me/mend", ["mail", "phone"], 60, "0 * * * * /usr/bin/mend due --via mail --via phone --data /home/me/mend"),
        ("/home/me/our mend", [], 1, "* * * * * /usr/bin/mend due --data '/home/me/our mend'"),
        ("/home/me/it's 100%", [], 15, #"*/15 * * * * /usr/bin/mend due --data '/home/me/it'\''s 100\%'"#),
    ])
    func writesALineThatCronAndTheShellRead(_ directory: String, _ channels: [String], _ minutes: Int, _ line: String) {
        #expect(
            schedule(directory, channels: channels, minutes: minutes).crontab == """
                # mend: begin (mend cron --remove takes these lines away)
                \(line)
                # mend: end

                """)
    }

    @Test(arguments: ["", "\n", "# mine\n@daily backup\n", "no line end", "a\r\nb\r\n", "\n\nMAILTO=\"\"\n\n", "5 4 * * * x \\% y\n"])
    func touchesNoOtherLine(_ table: String) {
        let installed = schedule().installed(in: table)
        let end = table.isEmpty || table.hasSuffix("\n") ? "" : "\n"
        #expect(installed == table + end + schedule().crontab)
        #expect(schedule().installed(in: installed) == installed)
        #expect(CronSchedule.removed(from: installed) == table + end)
        #expect(CronSchedule.removed(from: table) == table)
    }

    @Test func replacesItsOwnLines() {
        let table = "first\n" + schedule(minutes: 5).crontab + "last\n"
        #expect(schedule().installed(in: table) == "first\nlast\n" + schedule().crontab)
    }

    @Test func leavesABeginningWithoutItsEndAlone() {
        let table = schedule().crontab.replacing("# mend: end\n", with: "") + "mine\n"
        #expect(CronSchedule.removed(from: table) == table)
    }

    @Test func writesUnitsThatCatchUp() throws {
        let units = schedule("/home/me/our $mend 100%", channels: ["mail"]).units
        #expect(units.map(\.name) == ["mend.service", "mend.timer"])
        #expect(
            units[0].text.contains(
                #"ExecStart="/usr/bin/mend" "due" "--via" "mail" "--data" "/home/me/our $$mend 100%%""#))
        #expect(units[1].text.contains("OnCalendar=*:0/15\nPersistent=true\n"))
    }
}
