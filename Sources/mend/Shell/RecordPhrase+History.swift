import MendCore
import MendText

extension RecordPhrase {
    /// What a record of a household says, in a few words.
    init(_ record: WrittenRecord, in history: History, _ dates: DateContext) {
        self.init(record, with: history.person(of: record), dates)
    }

    /// - Parameter person: whom it is about; nil: the caregiver alone, or the whole household.
    init(_ record: WrittenRecord, with person: Person?, _ dates: DateContext) {
        var until: DatePhrase?
        if case .hold(let hold) = record, hold.until > hold.at { until = .moment(hold.until, dates) }
        self = .what(record, with: person?.name, at: .moment(record.at, dates), until: until)
    }
}
