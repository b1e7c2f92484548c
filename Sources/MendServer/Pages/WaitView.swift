import MendCore
import MendText

/// How long what comes with somebody may wait: for a tap on "Not now".
enum WaitView {
    static let hour = "hour"
    static let tonight = "tonight"
    /// When "tonight" is over, on the household's clock.
    static let evening = "19:00"
    private static let tomorrow = "tomorrow"

    /// In the evening there is no tonight to wait for.
    static func all(_ household: CurrentHousehold) -> [OptionView] {
        let isEvening =
            LocalTime(evening).flatMap { household.zone.instant(household.today, $0) }
            .map { household.now + 1.hours >= $0 } ?? true
        let waits: [(String, ChoicePhrase.Wait)] =
            [(hour, .anHour)] + (isEvening ? [] : [(tonight, .tonight)]) + [(tomorrow, .tomorrow)]
        return waits.map { OptionView($0.0, household.text(ChoicePhrase.wait($0.1))) }
    }
}
