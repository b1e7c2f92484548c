import MendCore
import MendText
import Testing

/// Days and times as a household says them: by its country, with a year wherever it is not this one.
@Suite struct DatePhraseTests {
    private static let zone = Zone(identifier: "UTC", initialOffset: 0, changes: [])

    private func context(_ style: DateStyle, on today: String = "2026-01-05") throws -> DateContext {
        DateContext(zone: Self.zone, today: try #require(LocalDay(today)), style: style)
    }

    private func instant(_ text: String) throws -> Instant { try #require(TimeText.instant(rfc3339: text)) }

    @Test(arguments: [
        ("2026-01-05T17:40:00Z", "Mon 5 January, 17:40", "Mon, January 5, 5:40 PM"),
        // A Monday of another year must not be taken for one of this.
        ("2023-06-12T09:05:00Z", "Mon 12 June 2023, 09:05", "Mon, June 12, 2023, 9:05 AM"),
        ("2027-01-01T00:00:00Z", "Fri 1 January 2027, 00:00", "Fri, January 1, 2027, 12:00 AM"),
        ("2026-12-31T12:30:00Z", "Thu 31 December, 12:30", "Thu, December 31, 12:30 PM"),
    ])
    func tellsAMoment(_ text: String, _ dayFirst: String, _ monthFirst: String) throws {
        let instant = try instant(text)
        #expect(try Catalogue.english.text(DatePhrase.moment(instant, context(.dayFirst))) == dayFirst)
        #expect(try Catalogue.english.text(DatePhrase.moment(instant, context(.monthFirst))) == monthFirst)
    }

    @Test(arguments: [
        ("2026-01-05T00:00:00Z", "00:00", "12:00 AM"), ("2026-01-05T00:59:59Z", "00:59", "12:59 AM"),
        ("2026-01-05T01:00:00Z", "01:00", "1:00 AM"), ("2026-01-05T11:59:00Z", "11:59", "11:59 AM"),
        ("2026-01-05T12:00:00Z", "12:00", "12:00 PM"), ("2026-01-05T13:01:00Z", "13:01", "1:01 PM"),
        ("2026-01-05T23:59:00Z", "23:59", "11:59 PM"),
    ])
    func tellsTheClock(_ text: String, _ of24: String, _ of12: String) throws {
        let instant = try instant(text)
        #expect(try Catalogue.english.text(DatePhrase.clock(instant, context(.dayFirst))) == of24)
        #expect(try Catalogue.english.text(DatePhrase.clock(instant, context(.monthFirst))) == of12)
    }

    @Test func tellsADay() throws {
        let day = try #require(LocalDay("2026-01-05"))
        #expect(Catalogue.english.text(DatePhrase.day(day, .dayFirst)) == "Monday 5 January 2026")
        #expect(Catalogue.english.text(DatePhrase.day(day, .monthFirst)) == "Monday, January 5, 2026")
        #expect(Catalogue.english.text(DatePhrase.month(day)) == "January 2026")
    }

    @Test(arguments: [
        ("2026-01-05", "Mon 5 January", "Mon, January 5"), ("2023-06-12", "Mon 12 June 2023", "Mon, June 12, 2023"),
    ])
    func tellsADayInShort(_ day: String, _ dayFirst: String, _ monthFirst: String) throws {
        let day = try #require(LocalDay(day))
        #expect(try Catalogue.english.text(DatePhrase.shortDay(day, context(.dayFirst))) == dayFirst)
        #expect(try Catalogue.english.text(DatePhrase.shortDay(day, context(.monthFirst))) == monthFirst)
    }

    @Test(arguments: [
        ("2026-01-05", "today 17:30", "today 5:30 PM"), ("2026-01-06", "tomorrow 17:30", "tomorrow 5:30 PM"),
        ("2026-01-04", "yesterday 17:30", "yesterday 5:30 PM"), ("2026-01-11", "Sunday 17:30", "Sunday 5:30 PM"),
        ("2026-01-12", "Mon 12 January, 17:30", "Mon, January 12, 5:30 PM"),
        ("2025-12-29", "Mon 29 December 2025, 17:30", "Mon, December 29, 2025, 5:30 PM"),
    ])
    func tellsTheWeekAroundTodayByItsNames(_ day: String, _ dayFirst: String, _ monthFirst: String) throws {
        let instant = try instant("\(day)T17:30:00Z")
        #expect(try Catalogue.english.text(DatePhrase.nearMoment(instant, context(.dayFirst))) == dayFirst)
        #expect(try Catalogue.english.text(DatePhrase.nearMoment(instant, context(.monthFirst))) == monthFirst)
    }

    @Test(arguments: [
        ("US", "de_DE.UTF-8", DateStyle.monthFirst), ("GB", "en_US.UTF-8", .dayFirst), (nil, "en_US.UTF-8", .monthFirst),
        (nil, "es_US", .monthFirst), (nil, "en_GB.UTF-8", .dayFirst), (nil, "C.UTF-8", .dayFirst), (nil, "C", .dayFirst),
        (nil, nil, .dayFirst), ("CA", nil, .dayFirst),
    ] as [(String?, String?, DateStyle)])
    func theCountryGoesBeforeTheLocale(_ country: String?, _ locale: String?, _ style: DateStyle) {
        #expect(DateStyle(country: country, locale: locale) == style)
    }

    @Test func listsKeepTheirColumn() throws {
        let item = Item(
            id: "daily.2026-01-05", kind: .prompt, start: try instant("2026-01-05T07:30:00Z"), minutes: 2, voice: .own,
            with: [], writtenTitle: "One breath", text: "Sit down.", prompt: nil, because: [])
        let late = Item(
            id: "daily.2026-01-06", kind: .prompt, start: try instant("2026-01-06T10:30:00Z"), minutes: 2, voice: .own,
            with: [], writtenTitle: "One breath", text: "Sit down.", prompt: nil, because: [])
        #expect(
            AgendaText(dates: try context(.monthFirst)).list([item, late]) == """
                Monday, January 5, 2026
                   7:30 AM  One breath  (2 min, prompt)

                Tuesday, January 6, 2026
                  10:30 AM  One breath  (2 min, prompt)

                """)
        #expect(
            AgendaText(dates: try context(.dayFirst)).list([item]) == """
                Monday 5 January 2026
                  07:30  One breath  (2 min, prompt)

                """)
        let page = AgendaText(dates: try context(.dayFirst)).page(late)
        #expect(page.prefix(31) == "Tue 6 January, 10:30 One breath")
    }

    @Test func aWeekBeginsAsOnTheWall() {
        #expect(DateStyle.dayFirst.week.map(\.rawValue) == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
        #expect(DateStyle.monthFirst.week.map(\.rawValue) == ["sun", "mon", "tue", "wed", "thu", "fri", "sat"])
    }
}
