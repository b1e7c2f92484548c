import Foundation
import MendCore
import Testing

/// The agenda as other programs read it.
@Suite struct AgendaJSONTests {
    private static let keys: Set<String> = [
        "id", "kind", "start", "minutes", "for", "with", "ruptures", "number", "title", "text", "prompt", "band",
        "tips", "because",
    ]

    @Test func anItemHasTheContractsKeysAndNoOther() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let items = try mend.agenda(from: "2026-01-01", to: "2026-04-10")
            #expect(items.count > 100)
            for item in items {
                // Not everything is about somebody of an age, or has a text of the plan at its heart.
                #expect(Self.keys.isSuperset(of: item.keys), "\(item)")
                #expect(Set(item.keys).isSuperset(of: Self.keys.subtracting(["prompt", "band"])), "\(item)")
                for reason in try #require(item["because"] as? [[String: Any]]) {
                    #expect(Set(reason.keys) == ["rule", "detail", "moved"])
                }
            }
            #expect(items.contains { Set($0.keys) == Self.keys })
        }
    }

    @Test func everyValueIsOneOfTheContracts() throws {
        let kinds = [
            "prompt", "reflection", "reading", "milestone", "calm", "reflect", "reconnect", "try-again", "roadblock",
            "rest",
        ]
        let rules = [
            "slot", "calm-floor", "after-calm", "after-reflect", "space", "before-sleep", "spacing", "good-time",
            "attempt", "late-record",
            "quiet-hours", "closed-time", "daily-cap", "daylight-saving", "hold", "record",
        ]
        let bands = ["infant", "toddler", "preschool", "school-age", "teen", "adult"]
        // A child who turns six, for a milestone.
        try Program.test(loaded: Families.usual.replacing("2022-04-03", with: "2020-04-03")) { mend throws in
            let items = try mend.agenda(from: "2026-01-01", to: "2026-04-10")
            for item in items {
                #expect(kinds.contains(item["kind"] as? String ?? ""), "\(item)")
                #expect(["self", "together"].contains(item["for"] as? String ?? ""))
                #expect((item["start"] as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[45]:00/) != nil)
                #expect(item["minutes"] as? Int ?? 0 > 0)
                #expect(item["number"] is Int)
                #expect(item["title"] as? String != "")
                #expect(item["text"] as? String != "")
                #expect(item["tips"] is [Int])
                #expect(item["with"] is [String])
                #expect(item["band"] == nil || bands.contains(item["band"] as? String ?? ""))
                let because = try #require(item["because"] as? [[String: Any]])
                #expect(!because.isEmpty)
                for reason in because {
                    #expect(rules.contains(reason["rule"] as? String ?? ""), "\(reason)")
                    #expect(
                        (reason["moved"] as? String)?.wholeMatch(of: /-?P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?/) != nil,
                        "\(reason)")
                }
            }
            #expect(Set(items.compactMap { $0["kind"] as? String }) == Set(kinds))
        }
    }

    @Test func itemsStandInOrderOnceEachAndOnlyOnTheDaysAskedFor() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let items = try mend.agenda(from: "2026-01-05", to: "2026-02-08")
            let rungs = ["calm", "reflect", "reconnect", "roadblock", "try-again", "rest"]
            let places = try items.map { item in
                let start = try #require((item["start"] as? String).flatMap { TimeText.instant(rfc3339: $0) })
                let rung = rungs.firstIndex(of: item["kind"] as? String ?? "") ?? rungs.count
                return (start, rung, try #require(item["id"] as? String))
            }
            #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
            #expect(Set(places.map(\.2)).count == places.count)
            let days = Set(try items.map { String(try #require($0["start"] as? String).prefix(10)) })
            #expect(days.min() == "2026-01-05")
            #expect(days.max() == "2026-02-08")
        }
    }

    @Test func aDayIsTheSameWhetherAskedForAloneOrWithOthers() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let week = try mend.agenda(from: "2026-01-05", to: "2026-01-11") as NSArray
            let days = try (5...11).flatMap { day in
                let text = "2026-01-\(day < 10 ? "0" : "")\(day)"
                return try mend.agenda(from: text, to: text)
            }
            #expect(week == days as NSArray)
        }
    }

    @Test func todayInJSONIsTheAgendaOfToday() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let today = try mend("today", "--format", "json").out
            #expect(try mend("agenda", "--from", "today", "--to", "today", "--format", "json").out == today)
        }
    }

    /// Every item can be explained, and the explanation ends where the item stands.
    @Test func everyItemCanBeExplained() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            for item in try mend.agenda(from: "2026-01-05", to: "2026-01-11") {
                let outcome = try mend("explain", try #require(item["id"] as? String))
                #expect(outcome.status == 0)
                #expect(outcome.out.hasPrefix(try #require(item["title"] as? String)))
                #expect(outcome.err == "")
                let start = try #require(item["start"] as? String)
                let (hour, minute) = (try #require(Int(start.dropFirst(11).prefix(2))), start.dropFirst(14).prefix(2))
                let clock = "\((hour + 11) % 12 + 1):\(minute) \(hour < 12 ? "AM" : "PM")"
                let reasons = outcome.out.split(separator: "\n\n").first
                #expect(reasons?.hasSuffix("\(clock).") == true, "\(outcome.out)")
            }
        }
    }
}
