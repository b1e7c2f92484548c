import MendCore
import Testing

/// Lists of tasks from the command line.
@Suite struct TasksVerbTests {
    @Test func printsThePasswordOnceAndKeepsAHash() throws {
        try Program.test(loaded: Families.usual) { mend in
            let added = try mend("tasks", "add", "Ann's phone", "--prompts", "--base-url", "https://mend.example.org")
            #expect(added.status == 0)
            let lines = added.out.split(separator: "\n").map(String.init)
            #expect(lines.count == 3)
            #expect(lines[0] == "caldav https://mend.example.org/dav/")
            #expect(lines[1] == "user anns-phone")
            let secret = lines[2].dropFirst("password ".count)
            #expect(lines[2].hasPrefix("password ") && secret.count == 32)
            #expect(!(try mend.dump()).contains("anns-phone"))
            let list = try mend("tasks", "list")
            #expect(list.out == "Ann's phone  user anns-phone, discreet, with prompts, not used yet\n")
            #expect(try mend("tasks", "add", "Ann's phone").status == 65)
            #expect(try mend("tasks", "add", "Anns Phone").out.contains("user anns-phone-2\n"))
            #expect(try mend("tasks", "revoke", "Anns Phone").status == 0)
            #expect(try mend("tasks", "add", "").status == 65)
            #expect(try mend("tasks", "add", "x", "--base-url", "example.org").status == 65)
            #expect(try mend("tasks", "revoke", "tablet").status == 65)
            #expect(try mend("tasks", "revoke", "Ann's phone").status == 0)
            #expect(try mend("tasks", "list").out == "")
        }
    }
}
