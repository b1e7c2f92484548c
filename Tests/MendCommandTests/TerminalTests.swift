import Foundation
import Testing

/// What a person sees on a terminal, and what a pipe gets.
@Suite struct TerminalTests {
    private func onTerminal(
        _ mend: Program, _ arguments: String..., columns: UInt16 = 0, environment: [String: String] = [:]
    ) throws -> String {
        let terminal = try Terminal(columns: columns)
        let outcome = try mend.start(arguments, environment: environment, out: terminal.slave).wait()
        #expect(outcome.status == 0)
        return try terminal.read().replacing("\r\n", with: "\n")
    }

    /// The same for more than a terminal holds: it is read while the program writes.
    private func readOnTerminal(_ mend: Program, _ arguments: [String]) throws -> String {
        let terminal = try Terminal()
        let run = try mend.start(arguments, out: terminal.slave)
        let text = try terminal.read().replacing("\r\n", with: "\n")
        #expect(try run.wait().status == 0)
        return text
    }

    @Test func headingsAreBoldOnATerminal() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let text = try onTerminal(mend, "today")
            #expect(text.hasPrefix("\u{1B}[1mMonday, January 5, 2026\u{1B}[0m\n"))
            #expect(text.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "") == (try mend("today").out))
        }
    }

    /// What cron is to bring is not taken away by somebody who looks.
    @Test func dueOnATerminalIsALook() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let before = try mend.dump()
            let looked = try readOnTerminal(mend, ["due"])
            #expect(looked.contains("mend attempt r1 --outcome repaired"))
            #expect(try readOnTerminal(mend, ["due"]) == looked)
            #expect(try mend.dump() == before)
            #expect(try mend("due").out == looked)
            #expect(try readOnTerminal(mend, ["due"]) == "")
        }
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try readOnTerminal(mend, ["due", "--via", "stdout"]) != "")
            #expect(try mend("due").out == "")
        }
    }

    @Test func noColourIsObeyed() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try onTerminal(mend, "today", environment: ["NO_COLOR": "1"]) == mend("today").out)
            // An empty one is none (no-color.org).
            #expect(try onTerminal(mend, "today", environment: ["NO_COLOR": ""]).contains("\u{1B}"))
        }
    }

    /// Of a plan's year, a repair's guide and all that is open, no line is broken by the terminal and no word is lost.
    @Test(arguments: [40, 80, 200] as [UInt16])
    func linesFitTheTerminal(_ columns: UInt16) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            for arguments in [
                ["today"], ["agenda", "--from", "2026-01-01", "--to", "2026-12-31"], ["guide", "r1"], ["guide", "r2"],
                ["calm", "--all"], ["plan", "show"], ["open"],
            ] {
                let terminal = try Terminal(columns: columns)
                let run = try mend.start(arguments, environment: ["NO_COLOR": "1"], out: terminal.slave)
                // Read while it writes: a terminal holds little.
                let text = try terminal.read().replacing("\r\n", with: "\n")
                #expect(try run.wait().status == 0)
                let tooWide = text.split(separator: "\n").filter { $0.count > min(columns, 80) }
                #expect(tooWide == [], "\(arguments)")
                let piped = try mend.start(arguments).wait().out
                #expect(text.split { $0 == " " || $0 == "\n" } == piped.split { $0 == " " || $0 == "\n" })
            }
        }
    }

    @Test func initAsksOnATerminalWhetherOthersSeeTheCalendar() throws {
        for (answer, shared) in [
            ("no\n", #", "shared": false}"#), ("yes\n", #", "shared": true}"#), ("\n", #""country": "US"}"#),
        ] {
            try Program.test { mend throws in
                let terminal = try Terminal()
                #expect(write(terminal.master, answer, answer.utf8.count) == answer.utf8.count)
                let outcome = try mend.start(["init", "--zone", "UTC", "--country", "US"], terminal: terminal.slave)
                    .wait()
                #expect(outcome.status == 0)
                #expect(try terminal.read().contains("Do others see the calendar"))
                #expect(try mend.dump().hasSuffix(shared + "\n"))
            }
        }
    }

    @Test func forgetAsksInOnePlainSentence() throws {
        for (answer, isForgotten) in [("y\n", true), ("\n", false), ("no\n", false)] {
            try Program.test(loaded: Families.usual) { mend throws in
                let terminal = try Terminal()
                #expect(write(terminal.master, answer, answer.utf8.count) == answer.utf8.count)
                let outcome = try mend.start(["forget", "--person", "sam"], terminal: terminal.slave).wait()
                #expect(outcome.status == 0)
                #expect(
                    try terminal.read().contains(
                        "Sam, your partner, with 1 rupture, goes from here and from every copy that mend knows of. Go on? [y/N]"
                    ))
                #expect(outcome.out.contains("Sam is forgotten.") == isForgotten)
                #expect(try mend.dump().contains("Sam") == !isForgotten)
            }
        }
    }

    @Test func initDoesNotAskAScript() throws {
        try Program.test { mend throws in
            let outcome = try mend("init", "--zone", "UTC", input: "no\n")
            #expect(outcome.status == 0)
            #expect(!outcome.err.contains("Do others"))
            #expect(!(try mend.dump().contains("shared")))
        }
    }

    /// Codes that could clear a screen, set a title or turn text round, in a place where free text is allowed.
    @Test func codesInFreeTextDoNotReachTheTerminal() throws {
        let codes = #"tower\u001b[2J\u001b]0;title\u0007\u009b31m\u0008\u202e\u2066\u0000\u007f"#
        let family = Families.usual.replacing("her Zwetschge tower", with: codes)
        try Program.test(loaded: family) { mend throws in
            try mend("due", now: "2026-01-05T12:30:00-05:00")
            let outputs = [
                try mend("guide", "r1").out, try mend("today").out, try mend("open").out,
                try mend("agenda", "--from", "today", "--to", "today").out,
                try mend("due", now: "2026-01-05T18:00:00-05:00").out,
                try onTerminal(mend, "guide", "r1", environment: ["NO_COLOR": "1"]),
            ]
            #expect(outputs[0].contains("tower"))
            #expect(outputs[4].contains("tower"))
            for output in outputs {
                #expect(output != "")
                #expect(steering(output) == [])
            }
            // Machine formats escape them.
            for json in [
                try mend("agenda", "--from", "2026-01-05", "--to", "2026-01-10", "--format", "json").out,
                try mend.dump(),
            ] {
                #expect(!json.contains("\u{1B}"))
                #expect(json.contains(#"\u001b[2J"#))
            }
        }
    }

    private func steering(_ output: String) -> [Unicode.Scalar] {
        output.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
    }

    /// The plan of somebody else, who means no good.
    @Test(arguments: [
        ["today"], ["agenda", "--from", "2026-01-05", "--to", "2026-01-12"], ["plan", "show"],
        ["plan", "show", "--all"],
        ["plan", "check"], ["due"],
    ])
    func codesInAPlanDoNotReachTheTerminal(_ arguments: [String]) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let codes = #"\e[2J\e]0;title\a\x9b31m\b\u202e\u2066\0\x7f"#
            _ = try mend.write(
                """
                for: self
                theme: body
                prompts:
                  - id: caregiver.one-breath
                    title: "One slow \(codes)breath"
                    text: "Breathe \(codes)out slowly, once."
                    minutes: 1
                    tips: [1]

                """, to: "plan/a.yaml")
            let plan = ["--plan", mend.folder + "/plan"]
            try mend.start(["due"] + plan, now: "2026-01-05T06:00:00-05:00").wait()
            let outcome = try mend.start(arguments + plan, now: "2026-01-06T20:00:00-05:00").wait()
            #expect(outcome.out.contains("breath") || arguments == ["plan", "check"])
            #expect(steering(outcome.out) == [] && steering(outcome.err) == [])
        }
    }

    @Test(arguments: [
        ["frob\u{1B}[2J\u{9B}31m"], ["today", "--\u{1B}[2J"], ["guide", "\u{1B}]0;title\u{7}"],
        ["plan", "check", "/no/\u{1B}[2J\u{202E}"], ["checkin", "--zone", "\u{1B}[2J"],
    ])
    func codesInAnArgumentDoNotReachTheTerminal(_ arguments: [String]) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let outcome = try mend.start(arguments).wait()
            #expect(outcome.status != 0)
            #expect(outcome.err != "" && steering(outcome.err) == [])
        }
    }

    @Test(arguments: [
        ["today"], ["guide"], ["guide", "r2"], ["calm"], ["open"], ["plan", "show"],
        ["agenda", "--from", "2026-01-01", "--to", "2026-02-28"],
    ])
    func linesFitEightyColumns(_ arguments: [String]) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let lines = try mend.start(arguments).wait().out.split(separator: "\n")
            #expect(!lines.isEmpty)
            #expect(lines.filter { $0.count > 80 } == [])
        }
    }

    @Test func nothingPrintedHoldsACodeWhenItIsNoTerminal() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            for arguments in [
                ["--help"], ["today"], ["guide"], ["calm"], ["open"], ["frobnicate"], ["checkin", "--zone", "red"],
            ] {
                let outcome = try mend.start(arguments).wait()
                #expect(!(outcome.out + outcome.err).contains("\u{1B}"), "\(arguments)")
            }
        }
    }
}
