import MendCore

extension HouseholdPhrase {
    public var english: String {
        switch self {
        case .made(let directory):
            """
            Your household is in \(directory), for your eyes only.

            Next:
              mend person add NAME --relation child --born 2022-04-03
              mend today

            mend is a reminder and a notebook. It is no therapy and no emergency service;
            where somebody is in danger, call the emergency number of your country.
            """
        case .supportLinesCanStand: "Support lines can stand beside hard moments: mend household edit --country US"
        case .askWhetherShared:
            "Do others see the calendar that mend will show in? (yes/no, empty: keep it discreet)"
        case .settings(let household): Self.settings(of: household)
        case .added(let name, let what): "\(name) is here now (\(what.english))."
        case .changed(let name): "Noted for \(name)."
        case .nobodyYet: "Nobody yet. mend person add NAME --relation child --born 2022-04-03"
        case .person(let name, let relation, let born, let band):
            "\(name)  \(relation.english)" + (born.map { ", born \($0) (\(band.english))" } ?? "")
        case .closed(let time): "closed \(time)"
        case .away(let days): "away \(days)"
        case .sleep(let hours): "sleep \(hours)"
        case .goodTime(let time): "good time \(time)"
        case .endedSince(let moment): "reminders ended \(moment.english)"
        case .ended(let name):
            "Reminders, prompts and birthdays with \(name) end here. What you wrote down stays. "
                + "To begin again: mend person begin \(ShellWord.text(name))"
        case .begun(let name):
            "Reminders, prompts and birthdays with \(name) go on from here. What was open when they ended brings nothing "
                + "back by itself."
        case .contactAdded(let name): "\(name) stands beside hard moments from now on."
        case .contactRemoved: "Gone from the list."
        case .noLinesOfACountry:
            "No lines of a country: mend household edit --country US (or GB, IE, CA, AU, NZ)"
        case .emergency(let country, let numbers):
            "\(country): in an emergency \(numbers.joined(separator: " or "))"
        case .shippedPlanWasChecked:
            "The plan inside mend was checked when it was built. To check another: mend plan check DIR"
        case .checked(let plan, let prompts, let reflections, let readings, let scripts, let findings):
            "\(plan): \(prompts) prompts, \(reflections) reflections, \(readings) readings, \(scripts) scripts. "
                + (findings == 0 ? "No fault found." : "No fault that stops it; \(findings) to look at.")
        case .fourWeeks(let plan, let day): "\(plan), four weeks from \(day?.description ?? "today")."
        case .planHasAFault(let folder):
            "mend: your plan in \(folder) has a fault, so the shipped one stands in; see mend plan check"
        case .newerPlanHasAFault(let folder):
            "mend: your plan in \(folder) has a fault now, so the last one that was good goes on; see mend plan check"
        case .demoWeek(let day): "A family's week (invented), from \(day.english)"
        case .demoPage(let directory, let now):
            "Their evening as a page:\n  mend serve --data \(directory) --now \(now)"
        case .demoFiles(let directory):
            """
            Their calendars and feeds are in \(directory)/; open \(directory)/index.html.

            Your own household:
              mend init --zone America/New_York
              mend person add NAME --relation child --born 2022-04-03
              mend today
            """
        }
    }

    private static func settings(of household: Household) -> String {
        let shared =
            switch household.shared {
            case true?: "yes (calendars are discreet)"
            case false?: "no (calendars are open)"
            case nil: "not told (calendars are discreet)"
            }
        let closed = rows("Closed", household.closed)
        let away = rows("Away", household.away)
        let good = household.good.map { "\nGood time    \($0)" } ?? ""
        let language = household.language.map { "\nLanguage     \($0.rawValue)" } ?? ""
        return """
            Zone         \(household.zone.identifier)
            Quiet hours  \(household.quiet)
            Daily cap    \(household.cap)
            Country      \(household.country ?? "not told")
            Shared       \(shared)
            """ + closed + away + good + language
    }

    /// Each in a line of its own, below the first one's name.
    private static func rows(_ name: String, _ values: [some CustomStringConvertible]) -> String {
        values.enumerated().map { index, value in
            let label = index == 0 ? name : ""
            return "\n\(label)\(String(repeating: " ", count: 13 - label.count))\(value)"
        }
        .joined()
    }
}
