import MendText
import Testing

@testable import MendCore

@Suite struct OutlookTextTests {
    /// The plan says how far it looks.
    @Test func saysHowManyDaysWereLookedThrough() throws {
        let zone = Zone(identifier: "UTC", initialOffset: 0, changes: [])
        let dates = DateContext(zone: zone, today: try #require(LocalDay("2026-01-05")), style: .dayFirst)
        let why = NoPlace(rung: .tryAgain, because: [.theirDaysAway], days: 30)
        #expect(
            OutlookPhrase.noPlace(why, with: "Ada", on: .page).english
                == "No time was found for the next step within 30 days: Ada is away then. It can be changed in the settings."
        )
        #expect(
            OutlookText(dates: dates, on: .page).line(.noPlace(why))
                == "No time was found for the next step within 30 days: closed times, days away, quiet hours or the daily "
                + "cap leave no room. They can be changed in the settings.")
    }
}
