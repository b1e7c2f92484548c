import Foundation
import Testing

/// What was written down wrongly is put right in one command.
@Suite struct CorrectionTests {
    @Test func undoSaysWhatItTookBack() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(
                try mend("undo").out == """
                    Taken back: r2, a misread signal with Sam, Mon, January 5, 12:00 PM.
                    Reminders that came stay as they were; what comes next: mend open

                    """)
            #expect(
                try mend("undo").out.hasPrefix(
                    "Taken back: t1, an attempt with Ada, not ready yet, Mon, January 5, 7:30 AM.\n"))
            #expect(try mend("checkin", "--zone", "red").status == 0)
            #expect(try mend("undo").out.hasPrefix("Taken back: c1, your thermometer, red, Mon, January 5, 6:00 PM.\n"))
            #expect(try mend("pause", "--with", "Ada", "--until", "2026-01-07").status == 0)
            #expect(
                try mend("undo").out.hasPrefix(
                    "Taken back: h1, a pause with Ada, Mon, January 5, 6:00 PM until Wed, January 7,\n12:00 AM.\n"))
            #expect(try mend("undo").status == 0)
            let nothing = try mend("undo")
            #expect(nothing.status == 66)
            #expect(nothing.err == "mend: nothing is written down that could be taken back\n")
            #expect(!(try mend.dump().contains(#""type": "rupture""#)))
        }
    }

    /// The command line is the household's owner: it sees the notes of both adults, and whose they are.
    @Test func logSaysWhoWroteWhat() throws {
        let written =
            Families.usual + #"""
                {"type": "checkin", "id": "c1", "at": "2026-01-05T13:00:00-05:00", "zone": "green", "by": "Jo"}

                """#
        try Program.test(loaded: written) { mend throws in
            #expect(
                try mend("log").out.hasPrefix(
                    "c1 your thermometer, green, Mon, January 5, 1:00 PM\n    Jo wrote this.\nr2 "))
            #expect(try mend("log", "--format", "json").objects().first?["by"] as? String == "Jo")
            #expect(try mend.dump().contains(#""zone": "green", "by": "Jo"}"#))
        }
    }

    /// The wrong one of two, at the wrong time, of the wrong kind; then what is to come is as if it had been told so at first.
    @Test func editPutsRight() throws {
        try Program.test(loaded: Families.empty) { mend throws in
            for name in ["Kim", "Robin"] {
                #expect(try mend("person", "add", name, "--relation", "friend").status == 0)
            }
            #expect(try mend("rupture", "--with", "Kim", "--kind", "toxic", "--note", "Zwetschge").status == 0)
            #expect(
                try mend("edit", "r1", "--with", "rob", "--kind", "benign", "--at", "17:50", "--note", "").out == """
                    r1 is now a misread signal with Robin, Mon, January 5, 5:50 PM.
                    Reminders that came stay as they were; what comes next: mend open

                    """)
            #expect(
                try mend.dump().contains(
                    #"{"type": "rupture", "id": "r1", "with": "robin", "kind": "benign", "at": "2026-01-05T17:50:00-05:00", "recorded": "2026-01-05T18:00:00-05:00"}"#
                ))
            let put = try mend.agenda(from: "2026-01-05", to: "2026-02-01").filter {
                $0["ruptures"] as? [String] == ["r1"]
            }
            #expect(put.allSatisfy { $0["with"] as? [String] == ["Robin"] })
            #expect(try mend("open").out.contains("With Robin, something has been open since today (a misread signal)."))
            #expect(try mend("attempt", "r1", "--outcome", "repaired").status == 0)
            #expect(
                try mend("edit", "t1", "--outcome", "partial").out.hasPrefix(
                    "t1 is now an attempt with Robin, partly mended,"))
            #expect(try mend("open").out.contains("With Robin, something has been open"))
            #expect(try mend("remove", "t1").status == 0)
            #expect(try mend("remove", "r1").status == 0)
            #expect(try mend("open").out == "Nothing is open.\n")
        }
    }

    @Test(arguments: [
        (["edit", "r1"], 65, "say what to correct, such as --at '20m ago'"),
        (
            ["edit", "r1", "--outcome", "partial"], 65,
            "--outcome: a rupture has none; correct one of its attempts instead"
        ),
        (["edit", "t1", "--kind", "benign"], 65, "--kind: an attempt has none; correct its rupture instead"),
        (["edit", "r9", "--kind", "benign"], 66, "nothing with that id was written down; `mend log` shows what was"),
        (["remove", "r9"], 66, "nothing with that id was written down"),
        (["edit", "r1", "--at", "tomorrow"], 65, "--at: "),
        (["edit", "r1", "--with", "Nobody"], 65, "nobody here goes by that name"),
        (["log", "--with", "Nobody"], 65, "nobody here goes by that name"),
        (["log", "--from", "2026-01-05", "--to", "2026-01-04"], 65, "the last day"),
    ])
    func whatCannotBeIsRefusedAndChangesNothing(_ arguments: [String], _ status: Int32, _ says: String) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let before = try mend.dump()
            let outcome = try mend.start(arguments).wait()
            #expect(outcome.status == status)
            #expect(outcome.err.contains(says), "\(outcome.err)")
            #expect(try mend.dump() == before)
        }
    }

    /// Whoever looks for what a fast clock wrote down finds it, and can take it back.
    @Test func theLogMarksWhatIsStillToCome() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("checkin", "red", now: "2030-01-05T10:00:00-05:00").status == 0)
            #expect(
                try mend("log").out.hasPrefix(
                    """
                    c1 your thermometer, red, Sat, January 5, 2030, 10:00 AM
                        Still to come by this clock, so it counts for nothing until then. If the
                        clock was fast: mend remove c1
                    r2 a misread signal with Sam, Mon, January 5, 12:00 PM (open)
                        You: green.

                    """))
            let objects = try mend("log", "--format", "json").objects()
            #expect(objects.map { $0["id"] as? String } == ["c1", "r2", "t1", "r1"])
            #expect(objects.map { $0["stillToCome"] as? Bool } == [true, nil, nil, nil])
            #expect(try mend("remove", "c1").status == 0)
            #expect(try mend("log").out.hasPrefix("r2 a misread signal"))
        }
    }

    @Test func theLogIsNewestFirstWithNotes() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(
                try mend("log").out == """
                    r2 a misread signal with Sam, Mon, January 5, 12:00 PM (open)
                        You: green.
                    t1 an attempt with Ada, not ready yet, Mon, January 5, 7:30 AM
                        In the way: what people might think
                        Note: Zwetschge
                    r1 a frightening moment with Ada, Sun, January 4, 5:40 PM (open)
                        You: red. They: red.
                        They were excited about: her Zwetschge tower
                        Note: Zwetschge

                    """)
            #expect(try mend("log", "--grep", "TOWER").out.hasPrefix("r1 a frightening moment"))
            #expect(try mend("log", "--with", "sa").out.hasPrefix("r2 a misread signal"))
            #expect(try mend("log", "--to", "2026-01-04").out.hasPrefix("r1 a frightening moment"))
            let nothing = try mend("log", "--grep", "nothing of that")
            #expect(nothing.out == "")
            #expect(nothing.err == "Nothing of that was written down.\n")
            let objects = try mend("log", "--with", "Ada", "--format", "json").objects()
            #expect(objects.map { $0["id"] as? String } == ["t1", "r1"])
            #expect(objects.map { $0["name"] as? String } == ["Ada", "Ada"])
            #expect(objects[0]["outcome"] as? String == "not-ready")
            #expect(try mend("log", "--grep", "nothing", "--format", "json").out == "[]\n")
        }
    }
}
